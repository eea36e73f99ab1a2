import { beforeEach, describe, expect, test } from "vitest";
import { Problem } from "../../functions/kit/problem.ts";
import { useEngine } from "../support/engine.ts";
import { openCounter, PHONE4, people } from "./support.ts";

const engine = useEngine();
let counter: ReturnType<typeof openCounter>;
let places = 0;
/** Every test asks from an address of its own. */
let address = "";
beforeEach(() => {
  counter = openCounter(engine);
  places += 1;
  address = `198.51.100.${places}`;
});

const WRONG = "CCCCCCCC";
const operations = () => engine.consumed.map(({ operation }) => operation);
const outcome = async (attempt: Promise<unknown>) => {
  try {
    return (await attempt) === undefined ? "wrong" : "proven";
  } catch (error) {
    if (error instanceof Problem) return `${error.status} ${error.code}`;
    throw error;
  }
};
const nobody = async () => ({ reference: counter.nextReference() });

describe("proving to be the applicant", () => {
  test("number and query code show the case with one read request and no write", async () => {
    const { reference, queryCode } = await counter.submit();
    engine.forget();
    const progress = await counter.progress.prove({ reference, queryCode }, address);
    expect(progress).toMatchObject({ reference, state: "submitted", due: { on: "2026-03-20" } });
    expect(operations()).toEqual(["getMany"]);
  });

  test("number and the last four of the phone show the case, and the try is given back", async () => {
    const { reference } = await counter.submit();
    for (let time = 0; time < 8; time += 1)
      expect(await outcome(counter.progress.prove({ reference, phone4: PHONE4 }, address))).toBe("proven");
  });

  test.each(["queryCode", "phone4"] as const)(
    "a missing number and a wrong %s get the same answer after the same requests",
    async (field) => {
      const shown = { queryCode: { queryCode: WRONG }, phone4: { phone4: "0000" } }[field];
      const { reference } = await counter.submit();
      const story = async (number: string, from: string) => {
        const told: unknown[] = [];
        for (let time = 0; time < 7; time += 1) {
          engine.forget();
          told.push(
            await outcome(counter.progress.prove({ reference: number, ...shown }, from)),
            operations(),
          );
        }
        return told;
      };
      const wrong = await story(reference, `${address} a`);
      const missing = await story((await nobody()).reference, `${address} b`);
      expect(missing).toEqual(wrong);
      expect(wrong.slice(0, 2)).toEqual(["wrong", ["getMany", "write", "write"]]);
      expect(wrong.slice(-2)).toEqual(["429 too_many_tries", ["getMany"]]);
    },
  );
});

// Bursts of 200 take their time on a small machine.
describe("the limit", { timeout: 90_000 }, () => {
  test("after five wrong tries on a number even the right code waits, until the first is 15 minutes old", async () => {
    const { reference, queryCode } = await counter.submit();
    for (let time = 0; time < 5; time += 1) {
      expect(await outcome(counter.progress.prove({ reference, queryCode: WRONG }, address))).toBe("wrong");
      counter.clock.pass(60);
    }
    const wait = await counter.progress.prove({ reference, queryCode }, address).catch((error) => error);
    expect(wait).toMatchObject({ status: 429, retryAfterSeconds: 10 * 60 });
    counter.clock.pass(wait.retryAfterSeconds - 1);
    expect(await outcome(counter.progress.prove({ reference, queryCode }, address))).toBe(
      "429 too_many_tries",
    );
    counter.clock.pass(1);
    expect(await outcome(counter.progress.prove({ reference, queryCode }, address))).toBe("proven");
    // The window slides: one try has left it, four still count.
    expect(await outcome(counter.progress.prove({ reference, queryCode: WRONG }, address))).toBe("wrong");
    expect(await outcome(counter.progress.prove({ reference, queryCode }, address))).toBe(
      "429 too_many_tries",
    );
  });

  test("after 30 wrong tries an address waits, another address does not", async () => {
    const { reference, queryCode } = await counter.submit();
    for (let time = 0; time < 30; time += 1) {
      const shown = { reference: counter.nextReference(), queryCode: WRONG };
      expect(await outcome(counter.progress.prove(shown, address))).toBe("wrong");
    }
    expect(await outcome(counter.progress.prove({ reference, queryCode }, address))).toBe(
      "429 too_many_tries",
    );
    expect(await outcome(counter.progress.prove({ reference, queryCode }, "203.0.113.9"))).toBe("proven");
  });

  test("of 200 guesses of the phone at the same time at most five are looked at", async () => {
    const { reference } = await counter.submit();
    const guesses = Array.from({ length: 200 }, (_, guess) => String(guess).padStart(4, "0"));
    const told = await Promise.all(
      guesses.map((phone4, place) =>
        outcome(counter.progress.prove({ reference, phone4 }, `${address} ${place}`)),
      ),
    );
    expect(told.filter((each) => each === "wrong")).toHaveLength(5);
    expect(told.filter((each) => each === "429 too_many_tries")).toHaveLength(195);
  });

  test("of 200 wrong codes at the same time five are answered as wrong and the others wait", async () => {
    const { reference } = await counter.submit();
    const told = await Promise.all(
      Array.from({ length: 200 }, (_, place) =>
        outcome(counter.progress.prove({ reference, queryCode: WRONG }, `${address} ${place}`)),
      ),
    );
    expect(told.filter((each) => each === "wrong")).toHaveLength(5);
    expect(told.filter((each) => each === "429 too_many_tries")).toHaveLength(195);
  });

  test("an address that has to wait does not use up the tries of a number", async () => {
    const { reference } = await counter.submit();
    const others = Array.from({ length: 29 }, () => counter.nextReference());
    for (const other of others) await counter.progress.prove({ reference: other, queryCode: WRONG }, address);
    const burst = Array.from({ length: 5 }, (_, guess) => `000${guess}`);
    const told = await Promise.all(
      burst.map((phone4) => outcome(counter.progress.prove({ reference, phone4 }, address))),
    );
    expect(told.filter((each) => each === "wrong")).toHaveLength(1);
    for (let time = 0; time < 4; time += 1)
      expect(await outcome(counter.progress.prove({ reference, phone4: "9999" }, "203.0.113.77"))).toBe(
        "wrong",
      );
  });

  test("tries are stored with an expiry and without the address in clear", async () => {
    const { reference } = await counter.submit();
    await counter.progress.prove({ reference, queryCode: WRONG }, address);
    const tries = await engine.table.get({ pk: `TRY#number#${reference}`, sk: "PROGRESS" });
    expect(tries).toMatchObject({ at: [counter.clock.now()], expiresAt: 1_771_035_300 });
    const hash = counter.vault.hash("address", address);
    const from = await engine.table.get({ pk: `TRY#address#${hash}`, sk: "PROGRESS" });
    expect(from?.at).toEqual([counter.clock.now()]);
    expect(JSON.stringify(from)).not.toContain(address);
  });
});

describe("what an applicant sees", () => {
  test("the office's inner steps stay inside", async () => {
    const { reference } = await counter.submit();
    const { clerk, handler, reviewer } = people;
    const run = counter.disclosure.act;
    await run({ reference, action: "confirm_receipt", actor: clerk, data: { on: "2026-02-14" } });
    await run({
      reference,
      action: "assign",
      actor: clerk,
      data: { assignee: { id: "handler", name: "王承办" } },
    });
    await run({
      reference,
      action: "propose",
      actor: handler,
      data: { outcome: "granted", reply: "草稿", files: [] },
    });
    await run({ reference, action: "approve", actor: reviewer, data: {} });
    const progress = await counter.progress.read(reference);
    expect(progress).toMatchObject({ state: "handling", answer: undefined, withdrawable: true });
    expect(JSON.stringify(progress)).not.toMatch(/草稿|王承办|李|salt/);
    expect(progress.timeline.map(({ kind }) => kind)).toEqual(["submit", "confirm_receipt", "assign"]);
  });
});

describe("withdrawing", () => {
  test("twice at the same time does one thing", async () => {
    const { reference } = await counter.submit();
    await Promise.all([1, 2, 3].map(() => counter.progress.withdraw(reference, "one tap")));
    const head = await counter.cases.readHead(reference);
    expect(head).toMatchObject({ state: "withdrawn", version: 2 });
    expect((await counter.progress.read(reference)).withdrawable).toBe(false);
  });

  test("is refused once the answer is out", async () => {
    const { reference } = await counter.submit();
    await counter.answer(reference);
    await expect(counter.progress.withdraw(reference, "late")).rejects.toMatchObject({ code: "out_of_turn" });
  });
});

describe("the grant in the cookie", () => {
  test("holds for half an hour, for several cases, and cannot be made", () => {
    const { progress, clock } = counter;
    const first = progress.grant(undefined, "A");
    clock.pass(60);
    const both = progress.grant(first, "B");
    expect([progress.isGranted(both, "A"), progress.isGranted(both, "B")]).toEqual([true, true]);
    expect(progress.isGranted(first, "B")).toBe(false);
    expect(progress.isGranted(`${Buffer.from("C~99999999999").toString("base64url")}.AAAA`, "C")).toBe(false);
    expect(progress.isGranted("nonsense", "A")).toBe(false);
    clock.pass(29 * 60);
    expect([progress.isGranted(both, "A"), progress.isGranted(both, "B")]).toEqual([false, true]);
  });

  test("keeps the five newest", () => {
    const cookie = ["A", "B", "C", "D", "E", "F"].reduce<string | undefined>(
      (before, reference) => counter.progress.grant(before, reference),
      undefined,
    );
    expect(["A", "B", "F"].map((reference) => counter.progress.isGranted(cookie, reference))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
