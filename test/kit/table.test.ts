import { describe, expect, test } from "vitest";
import { conflict } from "../../functions/kit/problem.ts";
import { keyOf } from "../../functions/kit/table.expression.ts";
import type { Write } from "../../functions/kit/table.ts";
import { isNew } from "../../functions/kit/table.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const key = (name: string) => ({ pk: `T#${name}`, sk: "A" });
const put = (name: string, item = {}): Write => ({
  kind: "put",
  key: key(name),
  item,
  when: isNew,
  otherwise: () => conflict(`taken_${name}`),
});

describe("commit", () => {
  test("all writes or none, and the first failed condition in the given order speaks", async () => {
    await engine.table.commit([put("b")]);
    await engine.table.commit([put("c")]);
    await expect(engine.table.commit([put("a"), put("b"), put("c")])).rejects.toMatchObject({
      code: "taken_b",
    });
    expect(await engine.table.get(key("a"))).toBeUndefined();
  });

  test("a failed condition hands over the item that stood there, decoded", async () => {
    await engine.table.commit([put("old", { status: "open", count: 3 })]);
    let seen: unknown;
    const write: Write = {
      ...put("old"),
      otherwise: (old) => {
        seen = old;
        return conflict("taken");
      },
    };
    await expect(engine.table.commit([write])).rejects.toThrow("taken");
    expect(seen).toMatchObject({ status: "open", count: 3 });
    seen = undefined;
    await expect(engine.table.commit([write, put("other")])).rejects.toThrow("taken");
    expect(seen).toMatchObject({ status: "open", count: 3 });
  });

  test("reserved words can be attribute names", async () => {
    await engine.table.commit([put("reserved", { status: 1, name: "x" })]);
    const updated = await engine.table.update({
      kind: "update",
      key: key("reserved"),
      update: { text: "SET #status = #status + :one, #name = :name", values: { one: 1, name: "y" } },
    });
    expect(updated).toMatchObject({ status: 2, name: "y" });
  });

  test("of 30 takers of one item, at the same time, exactly one wins and 29 are told so", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, taker) => engine.table.commit([put("seat"), put(`taker${taker}`)])),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(["taken_seat"]));
  });
});

describe("reads", () => {
  test("getMany takes the same key twice", async () => {
    await engine.table.commit([{ kind: "put", key: key("twin"), item: { n: 1 } }]);
    const found = await engine.table.getMany([key("twin"), key("nobody"), key("twin")]);
    expect(found.map((item) => item?.n)).toEqual([1, undefined, 1]);
  });

  test("getMany keeps the order of the keys and says what is missing", async () => {
    await engine.table.commit([put("one", { n: 1 }), put("two", { n: 2 })]);
    const found = await engine.table.getMany([key("two"), key("missing"), key("one")]);
    expect(found.map((item) => item?.n)).toEqual([2, undefined, 1]);
  });

  test("query pages through a partition without losing or repeating an item", async () => {
    const many = Array.from({ length: 25 }, (_, n) => String(n).padStart(3, "0"));
    for (const sk of many) await engine.table.commit([{ kind: "put", key: { pk: "PAGES", sk }, item: {} }]);
    const where = { text: "#pk = :pk", values: { pk: "PAGES" } };
    const seen: string[] = [];
    let page = await engine.table.query({ where, limit: 10 });
    seen.push(...page.items.map((item) => item.sk));
    while (page.next !== undefined) {
      page = await engine.table.query({ where, limit: 10, after: page.next });
      seen.push(...page.items.map((item) => item.sk));
    }
    expect(seen).toEqual(many);
  });

  test("each call is one request, counted with its capacity", async () => {
    await engine.table.commit([put("counted")]);
    engine.forget();
    await engine.table.get(key("counted"));
    await engine.table.getMany([key("counted"), key("none")]);
    await engine.table.query({ where: { text: "#pk = :pk", values: { pk: "T#counted" } } });
    expect(engine.consumed.map((each) => each.operation)).toEqual(["get", "getMany", "query"]);
    expect(engine.consumed.every((each) => each.capacityUnits > 0)).toBe(true);
  });
});

describe("conflicts", () => {
  const client = (answers: ("conflict" | "ok")[]) => ({
    send: async () => {
      if (answers.shift() !== "conflict") return {};
      const error = Object.assign(new Error("cancelled"), {
        name: "TransactionCanceledException",
        CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
      });
      throw error;
    },
  });

  test("a transaction in the way is tried again; in the end the person is told to come back", async () => {
    const { openTable } = await import("../../functions/kit/table.ts");
    const waits: number[] = [];
    const open = (answers: ("conflict" | "ok")[]) =>
      openTable({
        client: client(answers) as never,
        name: "t",
        jitter: () => 1,
        sleep: async (milliseconds) => {
          waits.push(milliseconds);
        },
      });
    await open(["conflict", "conflict", "ok"]).commit([put("x"), put("y")]);
    expect(waits).toEqual([20, 40]);
    const never = open(Array.from({ length: 20 }, () => "conflict" as const));
    await expect(never.commit([put("x"), put("y")])).rejects.toMatchObject({
      status: 503,
      retryAfterSeconds: 2,
    });
  });
});

test("a transaction that is still in progress keeps its token; a cancelled one gets another", async () => {
  const { openTable } = await import("../../functions/kit/table.ts");
  const answers = ["TransactionInProgressException", "TransactionCanceledException", "ok"];
  const sent: unknown[] = [];
  const client = {
    send: async ({ input }: { input: { ClientRequestToken?: string } }) => {
      sent.push(input.ClientRequestToken);
      const name = answers.shift();
      if (name !== "ok")
        throw Object.assign(new Error(), { name, CancellationReasons: [{ Code: "TransactionConflict" }] });
      return {};
    },
  };
  let tokens = 0;
  const newToken = () => `token ${++tokens}`;
  const table = openTable({ client: client as never, name: "t", sleep: async () => {}, newToken });
  await table.commit([put("x"), put("y")]);
  expect(sent).toEqual(["token 1", "token 1", "token 2"]);
});

test("no part of a key can forge another", () => {
  expect(keyOf("CASE", "a#b")).not.toBe(keyOf("CASE", "a", "b"));
  expect(keyOf("CASE", "a%23b")).not.toBe(keyOf("CASE", "a#b"));
});
