/** Challenges: asked when somebody tries often, answered by a machine's work or a minute's wait, good once and for them. */
import { beforeEach, describe, expect, test } from "vitest";
import { answerIn, VALID_SECONDS, WAIT_SECONDS } from "../../functions/booking/booking.challenge.ts";
import { limits } from "../../functions/booking/booking.limit.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";
import { challengeIn, challengesOn, changed, limitsOn, solved, waited, withSolution } from "./challenges.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
let clock: ReturnType<typeof clockAt>;
let challenges: ReturnType<typeof challengesOn>;
beforeEach(() => {
  clock = clockAt("2026-11-20T02:10:00.000Z");
  challenges = challengesOn(engine.table, clock.now);
});

describe("an answer", () => {
  test("is good once, for whom it was asked; asking writes nothing and answering one unit", async () => {
    engine.forget();
    const challenge = await challenges.ask("somebody");
    expect(engine.consumed).toEqual([]);
    const answer = await solved(challenge);
    expect(await challenges.accepts(answer, "another")).toBe(false);
    expect(engine.consumed).toEqual([]);
    expect(await challenges.accepts(answer, "somebody")).toBe(true);
    expect(engine.consumed).toEqual([{ operation: "write", capacityUnits: 1 }]);
    expect(await challenges.accepts(answer, "somebody")).toBe(false);
    // Another function knows of it, too.
    expect(await challengesOn(engine.table, clock.now).accepts(answer, "somebody")).toBe(false);
  });

  test("sent twenty times at once is good once", async () => {
    const answer = await solved(await challenges.ask("a crowd"));
    const all = await Promise.all(Array.from({ length: 20 }, () => challenges.accepts(answer, "a crowd")));
    expect(all.filter(Boolean).length).toBe(1);
  });

  test("that is late, changed, wrong or nonsense is none", async () => {
    const challenge = await challenges.ask("one");
    const answer = await solved(challenge);
    const forever = changed(challenge, { until: 9_999_999_999, from: 0 });
    for (const text of [
      undefined,
      "",
      "nonsense",
      Buffer.from("{}").toString("base64"),
      "x".repeat(5000),
      withSolution(challenge, { counter: 1, derivedKey: "00" }),
      withSolution(challenge, { counter: -1, derivedKey: "zz" }),
      waited(forever),
      await solved(forever),
      waited({ ...challenge, signature: "0".repeat(64) }),
    ])
      expect(await challenges.accepts(text, "one"), text).toBe(false);
    clock.pass(VALID_SECONDS);
    expect(await challenges.accepts(answer, "one")).toBe(false);
    expect(answerIn(answer)?.challenge.parameters.data.for).toBe("one");
  });

  test("may be a minute's wait, once a minute however many were asked", async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => challenges.ask("no scripts")));
    const [first, later, ...others] = asked.map(waited);
    expect(await challenges.accepts(first, "no scripts")).toBe(false);
    clock.pass(WAIT_SECONDS);
    expect(await challenges.accepts(first, "no scripts")).toBe(true);
    for (const other of others) expect(await challenges.accepts(other, "no scripts")).toBe(false);
    clock.pass(WAIT_SECONDS);
    expect(await challenges.accepts(first, "no scripts")).toBe(false);
    expect(await challenges.accepts(later, "no scripts")).toBe(true);
  });
});

test("who tries often is asked, goes on by answering, and is stopped in the end all the same", async () => {
  const { take } = limitsOn(engine.table, clock.now);
  const who = (n: number) => ({ phone: "13800000077", address: `192.0.2.${n}` });
  for (let n = 0; n < limits.phone.free; n += 1) await take(who(n));
  const asked = await refused(take(who(200)));
  expect(asked).toMatchObject({ status: 429, code: "proof_required", retryAfterSeconds: WAIT_SECONDS });
  const answer = await solved(challengeIn(asked));
  // Somebody else's answer, and the same one again, are none.
  expect(
    await refused(take({ ...who(201), phone: "13800000078", answer }).then(() => take(who(202)))),
  ).toMatchObject({
    code: "proof_required",
  });
  await take({ ...who(203), answer });
  expect(await refused(take({ ...who(204), answer }))).toMatchObject({ code: "proof_required" });
  // A function that has not seen them asks the same.
  const other = limitsOn(engine.table, clock.now);
  for (let n = 0; n < limits.phone.unshared; n += 1) await other.take(who(n));
  expect(await refused(other.take(who(205)))).toMatchObject({ code: "proof_required" });
  for (let n = 0; n < limits.phone.most; n += 1) await take(who(n)).catch(() => undefined);
  const last = await refused(take({ ...who(206), answer }));
  expect(last).toMatchObject({ status: 429, code: "too_many_bookings" });
  engine.forget();
  await refused(take(who(207)));
  expect(engine.consumed).toEqual([]);
});
