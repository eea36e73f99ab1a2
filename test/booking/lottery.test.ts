/** Places given out by lot: registering once, a draw that anybody can work out again, holds for who is drawn. */
import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openDraws } from "../../functions/booking/booking.lottery.draw.service.ts";
import { openLotteries } from "../../functions/booking/booking.lottery.service.ts";
import { inOrder } from "../../functions/booking/booking.lottery.ts";
import { drawOf } from "../../functions/booking/booking.release.service.ts";
import { millisecondsOf, plusSeconds } from "../../functions/kit/clock.ts";
import type { Table } from "../../functions/kit/table.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, seededRandom } from "../support/world.ts";
import { Crash, fragile } from "./crash.ts";
import { deskOn, freshHall, MONDAY, requestOf } from "./desk.ts";
import { chiSquared, chiSquaredLimit } from "./fairness.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
/** Monday's seats open a week before at eight. */
const HOUR = "2026-11-16T00:00:00.000Z";
const words = (zh: string) => ({ zh, en: zh });
const lotHall = (seats: number) =>
  freshHall({
    hall: {
      services: [
        { id: "social", number: 1, name: words("社保"), minutes: 30, group: "lots", release: "lottery" },
        { id: "tax", number: 2, name: words("办税"), minutes: 30, group: "lots-tax", release: "lottery" },
      ],
    },
    place: {
      counters: [{ id: "a1", sign: "A01", lane: 1, seats, services: ["social", "tax"] }],
      hours: { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "10:00" }] }] },
    },
  });

async function rig(seats = 1) {
  const clock = clockAt(plusSeconds(HOUR, -3600));
  const hall = lotHall(seats);
  const desk = deskOn(engine.table, clock);
  await desk.publish(hall);
  const site = { hall: hall.id, place: "main" };
  const drawsOn = (table: Table) =>
    openDraws({
      parts: deskOn(table, clock).parts,
      sleep: async (milliseconds) => clock.pass(milliseconds / 1000),
    });
  const register = (person: string, changes: { from?: string; to?: string; services?: string[] } = {}) => {
    const { wanted, party } = requestOf(hall, {}, { person: `${hall.id} ${person}` });
    const { time: _time, ...rest } = wanted;
    return desk.waiting.join({ wanted: { ...rest, ...changes }, party, lang: "zh" });
  };
  const at = (seconds: number) =>
    clock.pass((millisecondsOf(HOUR) - millisecondsOf(clock.now())) / 1000 + seconds);
  const stateOf = async (code: string) => {
    const [waiter] = await desk.parts.waiting.readMany([code]);
    return { waiter, booking: await desk.parts.bookings.read(code) };
  };
  const lotteries = () =>
    openLotteries({ ...desk.parts, random: seededRandom(hall.id), lotteries: desk.parts.lotteries });
  return { clock, hall, desk, site, drawsOn, draws: drawsOn(engine.table), register, at, stateOf, lotteries };
}
const codesOf = async (work: readonly ReturnType<Awaited<ReturnType<typeof rig>>["register"]>[]) =>
  (await Promise.all(work)).map(({ waiter }) => waiter.code);

describe("registering", () => {
  test("once a person and group, whatever they send; again is the same, another wish is refused", async () => {
    const { register, desk, site } = await rig();
    const first = await register("A");
    expect([first.state, first.repeated]).toEqual(["registered", false]);
    expect((await register("A")).repeated).toBe(true);
    expect(await refused(register("A", { from: "09:30" }))).toMatchObject({ code: "already_waiting" });
    // Another group is another lot.
    expect((await register("A", { services: ["tax"] })).waiter.code).not.toBe(first.waiter.code);
    expect((await desk.parts.waiting.lots({ ...site, day: MONDAY })).length).toBe(2);
  });

  test("two taps at once are one lot", async () => {
    const { register, desk, site } = await rig();
    const both = await Promise.all([register("A"), register("A"), register("A")]);
    expect(new Set(both.map(({ waiter }) => waiter.code)).size).toBe(1);
    expect((await desk.parts.waiting.lots({ ...site, day: MONDAY })).length).toBe(1);
  });

  test("is for the day before the hour, and leaving takes the lot out", async () => {
    const { register, at, desk, site } = await rig();
    at(-24 * 3600 - 60);
    expect(await refused(register("A"))).toMatchObject({
      code: "slot_not_open",
      members: { opensAt: plusSeconds(HOUR, -24 * 3600) },
    });
    at(-60);
    const { waiter } = await register("A");
    await desk.waiting.leave(waiter.code);
    expect(await desk.parts.waiting.lots({ ...site, day: MONDAY })).toEqual([]);
  });

  test("costs four write units and tells the promise of the seed before, not the seed", async () => {
    const { register, lotteries, site } = await rig();
    await register("A");
    engine.forget();
    await register("B");
    const writes = engine.consumed.filter(({ operation }) => operation === "transaction");
    expect(writes).toEqual([{ operation: "transaction", capacityUnits: 4 }]);
    const draw = await lotteries().read(site, MONDAY);
    expect(draw).toMatchObject({ state: "open", count: 0 });
    expect(draw?.seed).toBeUndefined();
    expect(draw?.commitment).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("drawing", () => {
  test("nobody books before it is done; the drawn have a hold, the others their place in line, the rest is everybody's", async () => {
    const { register, at, draws, desk, hall, stateOf, site } = await rig(1);
    const codes = await codesOf(["A", "B", "C", "D", "E"].map((name) => register(name)));
    at(1);
    const stranger = () => desk.another().bookings.book(requestOf(hall, { time: "09:00" }));
    expect(await refused(stranger())).toMatchObject({ code: "being_drawn", retryAfterSeconds: 60 });
    expect(await refused(register("F"))).toMatchObject({ code: "being_drawn" });
    expect(await draws.drawDue()).toBeGreaterThanOrEqual(5);
    const standing = await Promise.all(codes.map(stateOf));
    const offered = standing.filter(({ booking }) => booking?.state === "held");
    // Two seats: 9:00 and 9:30.
    expect(offered.map(({ booking }) => booking?.time).toSorted()).toEqual(["09:00", "09:30"]);
    for (const { booking } of offered) expect(booking?.heldUntil).toBe("2026-11-16T00:30:05.000Z");
    const lost = standing.filter(({ waiter }) => waiter?.lot === "lost");
    expect(lost.length).toBe(3);
    const { waiters } = await desk.parts.waiting.line({ ...site, day: MONDAY }, 10);
    const draw = await desk.parts.lotteries.read(site, MONDAY);
    const order = draw === undefined ? [] : await desk.parts.lotteries.list(draw, 0);
    expect(waiters.map(({ code }) => code)).toEqual(order.slice(2));
    expect(draw).toMatchObject({ state: "done", count: 5, next: 5, won: 2, lost: 3 });

    // Who joins later stands behind; what a winner declines is offered to the first of those who were not drawn.
    const later = await register("F");
    expect([later.state, later.ahead]).toEqual(["waiting", 3]);
    const [winner] = offered;
    await desk.bookings.cancel(winner?.waiter?.code ?? "", "person");
    const [seat] = (await desk.schedules.daySeats(site, MONDAY)).filter(({ state }) => state === "free");
    if (seat === undefined) throw new Error("a seat was given back");
    expect(await desk.waiting.offer(seat)).toBe(true);
    expect((await stateOf(order[2] ?? "")).booking?.state).toBe("held");
  });

  test("what is left when all have theirs goes the normal way, and a day for which nobody registered too", async () => {
    const { register, at, draws, desk, hall } = await rig(2);
    await register("A");
    at(1);
    await draws.drawDue();
    const made = await desk.bookings.book(requestOf(hall, { time: "09:30" }));
    expect(made.booking.state).toBe("booked");
    const empty = await rig();
    empty.at(1);
    engine.forget();
    const { bookings } = empty.desk;
    expect((await bookings.book(requestOf(empty.hall, { time: "09:00" }))).booking.state).toBe("booked");
    expect(engine.consumed).toContainEqual({ operation: "get", capacityUnits: 1 });
    engine.forget();
    await bookings.book(requestOf(empty.hall, { time: "09:30" }));
    expect(engine.consumed).toEqual([{ operation: "transaction", capacityUnits: 6 }]);
  });

  test("gives everybody the first time that suits them, and nobody one that does not", async () => {
    const { register, at, draws, stateOf } = await rig(1);
    const codes = await codesOf(["A", "B", "C"].map((name) => register(name, { from: "09:30" })));
    const [early] = await codesOf([register("D")]);
    at(1);
    await draws.drawDue();
    const times = await Promise.all(
      [...codes, early ?? ""].map(async (code) => (await stateOf(code)).booking?.time),
    );
    expect(times.slice(0, 3).filter((time) => time !== undefined)).toEqual(["09:30"]);
    expect(times[3]).toBe("09:00");
  });

  test("anybody can work it out again from what is told", async () => {
    const { register, at, draws, lotteries, site } = await rig(1);
    const codes = await codesOf(["A", "B", "C", "D", "E", "F"].map((name) => register(name)));
    const promised = (await lotteries().read(site, MONDAY))?.commitment;
    at(1);
    await draws.drawDue();
    const draw = await lotteries().read(site, MONDAY);
    if (draw?.seed === undefined) throw new Error("the seed is told");
    const signs = await lotteries().signs(draw);
    // With nothing but SHA-256, HMAC and what is on the page.
    expect(createHash("sha256").update(draw.seed).digest("hex")).toBe(promised);
    const digest = createHash("sha256").update(signs.toSorted().join("\n")).digest("hex");
    const key = (sign: string) =>
      createHmac("sha256", Buffer.from(draw.seed ?? "", "hex"))
        .update(`${digest} ${sign}`)
        .digest("hex");
    expect(signs.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))).toEqual(signs);
    expect(signs.toSorted()).toEqual(codes.map(lotteries().signOf).toSorted());
    // The signs lead to nobody's code.
    for (const code of codes) expect(signs.join(" ")).not.toContain(code);
  });

  test("is fair: each of six orders of three is as likely, and first come has no more than last come", () => {
    const orders = new Map<string, number>();
    const firsts = [0, 0, 0, 0, 0];
    for (let n = 0; n < 6_000; n += 1) {
      const seed = createHash("sha256").update(`seed ${n}`).digest("hex");
      const lots = (names: string[]) => names.map((sign) => ({ code: sign, sign }));
      const three = inOrder(lots(["a", "b", "c"]), (sign) => drawOf(seed, `digest ${sign}`));
      const name = three.map(({ sign }) => sign).join("");
      orders.set(name, (orders.get(name) ?? 0) + 1);
      const [first] = inOrder(lots(["0", "1", "2", "3", "4"]), (sign) => drawOf(seed, `digest ${sign}`));
      firsts[Number(first?.sign)] = (firsts[Number(first?.sign)] ?? 0) + 1;
    }
    expect(orders.size).toBe(6);
    expect(chiSquared([...orders.values()])).toBeLessThan(chiSquaredLimit(5));
    expect(chiSquared(firsts)).toBeLessThan(chiSquaredLimit(4));
  });
});

test("whoever dies over it at whatever request, and whoever draws beside it: nobody twice, no seat twice, nobody forgotten", async () => {
  const outcomes: string[] = [];
  for (let n = 0; n < 34; n += 1) {
    const { register, at, drawsOn, draws, desk, stateOf, site, clock } = await rig(1);
    const codes = await codesOf(["A", "B", "C", "D"].map((name) => register(name)));
    at(1);
    const table = fragile(engine.table);
    table.dieAt(Math.floor(n / 2), n % 2 === 0 ? "before" : "after");
    let died = false;
    const dies = drawsOn(table)
      .drawDue()
      .catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
        died = true;
      });
    // Every third time another run is at it in the same moment.
    await Promise.all([dies, ...(n % 3 === 0 ? [draws.drawDue()] : [])]);
    clock.pass(60);
    await draws.drawDue();
    await drawsOn(engine.table).drawDue();
    const standing = await Promise.all(codes.map(stateOf));
    const held = standing.filter(({ booking }) => booking !== undefined);
    const lost = standing.filter(({ waiter }) => waiter?.state === "waiting" && waiter.lot === "lost");
    expect([held.length, lost.length], `death at request ${n / 2}`).toEqual([2, 2]);
    const seats = await desk.schedules.daySeats(site, MONDAY);
    expect(new Set(seats.map(({ holder }) => holder)).size).toBe(2);
    expect(new Set(held.map(({ booking }) => booking?.time)).size).toBe(2);
    expect(await desk.parts.waiting.lots({ ...site, day: MONDAY })).toEqual([]);
    const { waiters } = await desk.parts.waiting.line({ ...site, day: MONDAY }, 10);
    const draw = await desk.parts.lotteries.read(site, MONDAY);
    expect(draw?.state).toBe("done");
    const order = draw === undefined ? [] : await desk.parts.lotteries.list(draw, 0);
    // The first two have the seats and the last two the line, as if nobody had died.
    expect(held.map(({ waiter }) => waiter?.code).toSorted()).toEqual(order.slice(0, 2).toSorted());
    expect(waiters.map(({ code }) => code)).toEqual(order.slice(2));
    outcomes.push(died ? "died" : "lived");
  }
  expect(outcomes).toContain("died");
}, 240_000);
