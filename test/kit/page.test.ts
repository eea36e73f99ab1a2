import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { PageEnv } from "../../functions/kit/page.ts";
import { setUpPreferences } from "../../functions/kit/page.ts";

const app = new Hono<PageEnv>();
app.use(setUpPreferences);
app.get("*", (context) => context.text(context.get("preferences").path));

const elsewhere = [
  "//evil.example/a",
  "///evil.example",
  "/.//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
];

describe("the path that switches lead back to stays on this site", () => {
  test.each(elsewhere)("in a page: %j", async (path) => {
    const answer = await app.request(`https://banshi.example${path}?q=1`);
    const shown = await answer.text();
    expect(new URL(shown, "https://banshi.example").host).toBe("banshi.example");
  });

  test.each(elsewhere)("in a redirect: %j", async (path) => {
    const answer = await app.request(`https://banshi.example${path}?lang=en&q=1`);
    expect(answer.status).toBe(303);
    const location = answer.headers.get("location") ?? "";
    expect(new URL(location, "https://banshi.example").host).toBe("banshi.example");
    expect(location).toMatch(/\?q=1$/);
  });
});
