import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { fieldOf, readForm } from "../../functions/kit/form.ts";

const app = new Hono();
app.post("/", async (context) => {
  const values = await readForm(context);
  return context.json({
    fields: Object.entries(values),
    one: fieldOf(values, context.req.query("one") ?? ""),
  });
});
const send = async (body: string, one = "") => {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await app.request(`/?one=${one}`, { method: "POST", body, headers });
  return (await answer.json()) as { fields: unknown; one: string };
};

describe("the fields of a form", () => {
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("may be called %s", async (name) => {
    expect(await send(`${name}=1&a=2`, name)).toEqual({
      fields: expect.arrayContaining([
        [name, "1"],
        ["a", "2"],
      ]),
      one: "1",
    });
    expect((await send("a=2", name)).one).toBe("");
  });

  test("that come twice are a list, of which the last speaks", async () => {
    expect(await send("a=1&a=2&a=3", "a")).toEqual({ fields: [["a", ["1", "2", "3"]]], one: "3" });
  });

  test("that are no UTF-8 do no harm", async () => {
    expect((await send("a=%ff%fe", "a")).one).toBe("\ufffd\ufffd");
  });
});
