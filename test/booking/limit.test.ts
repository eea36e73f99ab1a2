/** Limits per telephone and address: free for who tries once, counted for all processes after that. */
import { expect, test } from "vitest";
import { limits } from "../../functions/booking/booking.limit.ts";
import type { Problem } from "../../functions/kit/problem.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";
import { limitsOn } from "./challenges.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const { phone } = limits;
/** Who does not answer a challenge has tried all the same. */
const unanswered = (error: Problem): void => expect(error.code).toBe("proof_required") as undefined;
const rig = (clock = clockAt("2026-11-20T02:10:00.000Z")) => ({
  clock,
  take: limitsOn(engine.table, clock.now).take,
});

test("the first tries cost nothing, later ones one write unit, and who is over the limit nothing", async () => {
  const { take } = rig();
  const who = { phone: "13800000001", address: "192.0.2.1" };
  engine.forget();
  for (let n = 0; n < phone.unshared; n += 1) await take(who);
  expect(engine.consumed).toEqual([]);
  await take(who);
  expect(engine.consumed).toEqual([{ operation: "write", capacityUnits: 1 }]);
  for (let n = phone.unshared + 1; n < phone.most; n += 1)
    await take({ ...who, address: `192.0.2.${n}` }).catch(unanswered);
  expect(await refused(take({ ...who, address: "198.51.100.7" }))).toMatchObject({
    status: 429,
    code: "too_many_bookings",
    retryAfterSeconds: 50 * 60,
  });
  engine.forget();
  expect(await refused(take({ ...who, address: "198.51.100.8" }))).toMatchObject({ status: 429 });
  expect(engine.consumed).toEqual([]);
});

test("of a burst at several processes no more get through than the limit and what each counts itself", async () => {
  const clock = clockAt("2026-11-20T02:10:00.000Z");
  const processes = Array.from({ length: 5 }, () => rig(clock));
  const tries = processes.flatMap(({ take }, n) =>
    Array.from({ length: 40 }, (_, m) => take({ phone: "13800000002", address: `203.0.113.${n * 40 + m}` })),
  );
  const through = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled").length;
  expect(through).toBeGreaterThanOrEqual(phone.free);
  expect(through).toBeLessThanOrEqual(phone.free + processes.length * phone.unshared);
  clock.pass(phone.windowSeconds);
  for (const { take } of processes) await take({ phone: "13800000002", address: "203.0.113.250" });
});

test("an address is limited whatever telephones it gives, and nothing of either stands in a key", async () => {
  const { take } = rig();
  const address = "2001:db8:0:1";
  for (let n = 0; n < limits.address.free; n += 1)
    await take({ phone: `139${String(n).padStart(8, "0")}`, address });
  expect(await refused(take({ phone: "13700000000", address }))).toMatchObject({ status: 429 });
  const keys: string[] = [];
  const table = {
    update: async (write: Parameters<typeof engine.table.update>[0]) => {
      keys.push(write.key.pk);
      return { ...write.key, count: 1 };
    },
  };
  const { take: seen } = limitsOn(table, clockAt("2026-11-20T02:10:00.000Z").now);
  for (let n = 0; n < 12; n += 1) await seen({ phone: "13800000003", address });
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) {
    expect(key).not.toContain("13800000003");
    expect(key).not.toContain("2001");
  }
});
