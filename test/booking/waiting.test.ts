/** The waiting list on the real engine: who is offered what was given back, for how long, and who comes next. */
import { describe, expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { bookingStreamJob, waitingStreamJob } from "../../functions/booking/booking.jobs.ts";
import { offerWrite } from "../../functions/booking/booking.seat.offer.store.ts";
import { SeatLost } from "../../functions/booking/booking.seat.store.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { offerUntil, visitsUsing } from "../../functions/booking/booking.waiting.ts";
import { useEngine } from "../support/engine.ts";
import { streamOf } from "../support/stream.ts";
import { type BookingDesk, deskOn, freshHall, MONDAY, requestOf } from "./desk.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const counter = (n: number, services = ["id-card", "social", "tax"]) => ({
  id: `a${n}`,
  sign: `A0${n}`,
  lane: n,
  services,
});

/** Two counters from nine to ten: four seats. */
const smallHall = (counters = [counter(1), counter(2)]) =>
  freshHall({
    place: { counters, hours: { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "10:00" }] }] } },
  });

/** Published, and every seat of it booked. */
async function full(desk: BookingDesk, hall: Hall = smallHall()) {
  await desk.publish(hall);
  const seats = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
  const codes: string[] = [];
  const times = seats.map(({ time }) => time).toSorted();
  for (const time of times) codes.push((await desk.bookings.book(requestOf(hall, { time }))).booking.code);
  return { hall, codes };
}

let people = 0;
function waitingFor(
  hall: Hall,
  changes: { from?: string; to?: string; services?: string[]; person?: string } = {},
) {
  people += 1;
  const { person = `waiter-${people}`, ...wanted } = changes;
  const { wanted: asked, party } = requestOf(hall, {}, { person });
  const { time: _time, ...rest } = asked;
  return { wanted: { ...rest, ...wanted }, party, lang: "zh" as const };
}

/** The stream, from now on. */
async function following({ availability, waiting }: BookingDesk) {
  const stream = streamOf(engine.endpoint);
  await stream.next();
  return async () => {
    const event = await stream.next();
    for (const job of [
      waitingStreamJob({ waiting, log: silent }),
      bookingStreamJob({ availability, log: silent }),
    ])
      expect(await job(event)).toEqual({ batchItemFailures: [] });
  };
}

const proof = (code: string) => ({ code, phone4: "1234" });
const stateOf = async ({ waiting }: BookingDesk, code: string) => {
  const { state, booking } = await waiting.prove(proof(code), `address ${code} ${people}`);
  return [state, booking?.time];
};

describe("what is given back", () => {
  test("is held for the first in line who can use it, and everybody else finds the slot full", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk);
    const late = await desk.waiting.join(waitingFor(hall, { from: "09:30" }));
    desk.clock.pass(1);
    const first = await desk.waiting.join(waitingFor(hall));
    desk.clock.pass(1);
    const second = await desk.waiting.join(waitingFor(hall));
    expect([late.ahead, first.ahead, second.ahead, second.state]).toEqual([0, 1, 2, "waiting"]);
    const deliver = await following(desk);
    await desk.bookings.cancel(codes[0] ?? "", "person");
    await deliver();
    expect(await stateOf(desk, first.waiter.code)).toEqual(["offered", "09:00"]);
    expect(await stateOf(desk, late.waiter.code)).toEqual(["waiting", undefined]);
    expect(await stateOf(desk, second.waiter.code)).toEqual(["waiting", undefined]);
    desk.clock.pass(29 * 60);
    expect(await refused(desk.another().bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
    const { booking } = await desk.bookings.confirm(first.waiter.code);
    expect([booking.state, booking.time, booking.heldUntil]).toEqual(["booked", "09:00", undefined]);
    expect(await stateOf(desk, first.waiter.code)).toEqual(["taken", "09:00"]);
    expect(await refused(desk.waiting.leave(first.waiter.code))).toMatchObject({ code: "booking_state" });
  });

  test("goes on to the next when the time runs out, and when it is declined; then it rests and is everybody's", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk);
    const waiters: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      waiters.push((await desk.waiting.join(waitingFor(hall))).waiter.code);
      desk.clock.pass(1);
    }
    const deliver = await following(desk);
    await desk.bookings.cancel(codes[0] ?? "", "person");
    await deliver();
    desk.clock.pass(30 * 60 + 3);
    expect(await refused(desk.bookings.confirm(waiters[0] ?? ""))).toMatchObject({ code: "hold_expired" });
    // Between the end of an offer and the next the seat is nobody else's.
    expect(await refused(desk.another().bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
    await desk.upkeep.endHolds();
    await deliver();
    expect(await stateOf(desk, waiters[0] ?? "")).toEqual(["missed", "09:00"]);
    expect(await stateOf(desk, waiters[1] ?? "")).toEqual(["offered", "09:00"]);
    await desk.bookings.cancel(waiters[1] ?? "", "person");
    await deliver();
    expect(await stateOf(desk, waiters[1] ?? "")).toEqual(["missed", "09:00"]);
    desk.clock.pass(4 * 60);
    expect(await refused(desk.another().bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
    desk.clock.pass(27 * 60);
    expect((await desk.another().bookings.book(requestOf(hall))).booking.time).toBe("09:00");
  });

  test("is not for who cannot use it: another counter, another time, two slots in a row, a booking found meanwhile", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk, smallHall([counter(1, ["social"]), counter(2)]));
    const idCard = await desk.waiting.join(waitingFor(hall, { services: ["id-card"], to: "09:15" }));
    const tax = await desk.waiting.join(waitingFor(hall, { services: ["tax"] }));
    const seats = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    const seatOf = (time: string, lane: number) =>
      seats.find((seat) => seat.time === time && seat.lane === lane);
    const deliver = await following(desk);
    await desk.bookings.cancel(seatOf("09:00", 1)?.holder ?? "", "office");
    await desk.bookings.cancel(seatOf("09:30", 2)?.holder ?? "", "office");
    await deliver();
    expect(await stateOf(desk, idCard.waiter.code)).toEqual(["waiting", undefined]);
    expect(await stateOf(desk, tax.waiter.code)).toEqual(["waiting", undefined]);
    await desk.bookings.cancel(seatOf("09:00", 2)?.holder ?? "", "office");
    await deliver();
    // Who came first takes the counter, so the hour of the other is still not there.
    expect(await stateOf(desk, idCard.waiter.code)).toEqual(["offered", "09:00"]);
    await desk.bookings.cancel(idCard.waiter.code, "person");
    await deliver();
    expect(await stateOf(desk, tax.waiter.code)).toEqual(["offered", "09:00"]);
    expect(codes).toHaveLength(4);
  });

  test("passes over who has found another time, and they keep their place", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk);
    const person = "found-another";
    const first = await desk.waiting.join(waitingFor(hall, { person }));
    desk.clock.pass(1);
    const next = await desk.waiting.join(waitingFor(hall));
    const other = await desk.publish(freshHall());
    const found = await desk.bookings.book(requestOf(other, {}, { person }));
    const deliver = await following(desk);
    await desk.bookings.cancel(codes[0] ?? "", "office");
    await deliver();
    expect(await stateOf(desk, first.waiter.code)).toEqual(["waiting", undefined]);
    expect(await stateOf(desk, next.waiter.code)).toEqual(["offered", "09:00"]);
    await desk.bookings.cancel(found.booking.code, "office");
    await desk.bookings.cancel(codes[2] ?? "", "office");
    await deliver();
    expect(await stateOf(desk, first.waiter.code)).toEqual(["offered", "09:30"]);
  });

  test("costs one query when nobody waits, and one transaction of eleven write units when somebody does", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk);
    const seat = { hall: hall.id, place: "main", day: MONDAY, time: "09:00", lane: 1 };
    await desk.parts.halls.find(hall.id);
    engine.forget();
    expect(await desk.waiting.offer(seat)).toBe(false);
    expect(engine.consumed).toEqual([{ operation: "query", capacityUnits: 1 }]);
    const { waiter } = await desk.waiting.join(waitingFor(hall));
    await desk.bookings.cancel(codes[0] ?? "", "office");
    engine.forget();
    const freed = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    const [free] = freed.filter(({ state }) => state === "free");
    expect(await desk.waiting.offer(free as never)).toBe(true);
    const writes = engine.consumed.filter(({ operation }) => operation === "transaction");
    // Two each for the entry, its place in line, booking, guard and seat, and one for the index of holds.
    expect(writes).toEqual([{ operation: "transaction", capacityUnits: 11 }]);
    expect(await desk.waiting.offer(free as never)).toBe(false);
    expect((await desk.waiting.prove(proof(waiter.code), "cost")).booking?.heldUntil).toBe(
      "2026-11-20T02:30:00.000Z",
    );
  });

  test("of four seats at four functions, each in line gets one and none two", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk);
    const waiters = await Promise.all(Array.from({ length: 6 }, () => desk.waiting.join(waitingFor(hall))));
    await Promise.all(codes.map((code) => desk.bookings.cancel(code, "office")));
    const seats = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    const offered = await Promise.all([...seats, ...seats].map((seat) => desk.another().waiting.offer(seat)));
    expect(offered.filter(Boolean).length).toBeLessThanOrEqual(4);
    for (const seat of seats) await desk.waiting.offer(seat);
    const states = await Promise.all(waiters.map(({ waiter }) => stateOf(desk, waiter.code)));
    expect(states.filter(([state]) => state === "offered")).toHaveLength(4);
    const after = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    expect(new Set(after.map(({ holder }) => holder)).size).toBe(4);
  });
});

test("the write of an offer itself refuses a seat that somebody has, that is not released or whose time is over", async () => {
  const desk = deskOn(engine.table);
  const { hall } = await full(desk, smallHall([counter(1), counter(2), counter(3)]));
  const [seat, other] = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
  if (seat === undefined || other === undefined) throw new Error("the hall has seats");
  const now = desk.clock.now();
  const offering = {
    ...{ code: "0000000000A", now, heldUntil: "2026-11-20T02:30:00.000Z" },
    ...{ restsUntil: "2026-11-20T02:30:00.000Z", opensAt: "2026-11-20T02:40:00.000Z" },
  };
  const offer = (changes: Partial<typeof offering> = {}) =>
    engine.table.commit([offerWrite(seat, { ...offering, ...changes })]).then(
      () => "held",
      (error: unknown) => (error instanceof SeatLost ? "lost" : error),
    );
  expect(await offer()).toBe("lost");
  await desk.bookings.cancel(seat.holder ?? "", "office");
  expect(await offer({ restsUntil: now })).toBe("lost");
  expect(await offer({ now: seat.closesAt })).toBe("lost");
  expect(await Promise.all([offer({ code: "0000000000B" }), offer({ code: "0000000000C" })])).toEqual(
    expect.arrayContaining(["held", "lost"]),
  );
});

describe("joining", () => {
  test("again is the same entry; another wish is refused, and after leaving one may join again", async () => {
    const desk = deskOn(engine.table);
    const { hall } = await full(desk);
    const request = waitingFor(hall, { person: "twice" });
    const first = await desk.waiting.join(request);
    const again = await Promise.all(Array.from({ length: 3 }, () => desk.waiting.join(request)));
    expect(again.map(({ waiter, repeated }) => [waiter, repeated])).toEqual(
      again.map(() => [first.waiter, true]),
    );
    const other = waitingFor(hall, { person: "twice", from: "09:30" });
    expect(await refused(desk.waiting.join(other))).toMatchObject({ code: "already_waiting" });
    expect((await desk.waiting.leave(first.waiter.code)).state).toBe("left");
    expect((await desk.waiting.leave(first.waiter.code)).state).toBe("left");
    const anew = await desk.waiting.join(other);
    expect([anew.repeated, anew.state, anew.waiter.code === first.waiter.code]).toEqual([
      false,
      "waiting",
      false,
    ]);
    for (let n = 0; n < 4; n += 1) {
      const entry = await desk.waiting.join(other);
      await desk.waiting.leave(entry.waiter.code);
    }
    expect(await refused(desk.waiting.join(other))).toMatchObject({ code: "waited_often" });
  });

  test("keeps no name, number or telephone in clear, and opens with the telephone only", async () => {
    const desk = deskOn(engine.table);
    const { hall } = await full(desk);
    const { waiter } = await desk.waiting.join(waitingFor(hall, { person: "SECRET-NUMBER-8" }));
    const text = JSON.stringify(await desk.parts.waiting.read(waiter.code));
    for (const secret of ["SECRET-NUMBER-8", "张小明", "13800001234", '1234"'])
      expect(text).not.toContain(secret);
    const wrong = { code: waiter.code, phone4: "0000" };
    for (let n = 0; n < 5; n += 1)
      expect(await refused(desk.waiting.prove(wrong, "guess"))).toMatchObject({ code: "booking_not_found" });
    expect(await refused(desk.waiting.prove(proof(waiter.code), "guess"))).toMatchObject({
      code: "too_many_tries",
    });
  });

  test("is not needed while times are free, and not possible for a day that is closed, not open or over", async () => {
    const desk = deskOn(engine.table);
    const hall = await desk.publish();
    const seats = await desk.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    await desk.availability.recount(seats.map((seat) => ({ seat, sequence: "1" })));
    expect(await refused(desk.waiting.join(waitingFor(hall, { from: "10:00", to: "10:00" })))).toMatchObject({
      code: "times_free",
      members: { alternatives: [{ day: MONDAY, time: "10:00", free: 3 }] as never },
    });
    const on = (day: string) => {
      const request = waitingFor(hall);
      return desk.waiting.join({ ...request, wanted: { ...request.wanted, day } });
    };
    expect(await refused(on("2026-11-22"))).toMatchObject({ code: "day_closed" });
    expect(await refused(on("2026-12-14"))).toMatchObject({ code: "slot_not_open" });
    expect(await refused(on("2026-11-19"))).toMatchObject({ code: "slot_over" });
    const person = "has-one";
    await desk.bookings.book(requestOf(hall, {}, { person }));
    expect(await refused(desk.waiting.join(waitingFor(hall, { person })))).toMatchObject({
      code: "already_booked",
    });
  });

  test("finds what rests already", async () => {
    const desk = deskOn(engine.table);
    const { hall, codes } = await full(desk);
    const deliver = await following(desk);
    await desk.bookings.cancel(codes[0] ?? "", "office");
    await deliver();
    const { state, booking } = await desk.waiting.join(waitingFor(hall));
    expect([state, booking?.time]).toEqual(["offered", "09:00"]);
  });
});

describe("the time of an offer", () => {
  const rules = { offerMinutes: 30, from: "08:00", to: "21:00" };
  const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();
  test.each([
    ["by day it is half an hour", at(20, "10:00"), at(23, "09:00"), at(20, "10:30")],
    ["by night it begins in the morning", at(20, "23:00"), at(23, "09:00"), at(21, "08:30")],
    ["before the morning too", at(20, "02:00"), at(23, "09:00"), at(20, "08:30")],
    ["the evening's minutes count", at(20, "20:50"), at(23, "09:00"), at(21, "08:20")],
    ["it ends when the seat can no longer be booked", at(20, "10:00"), at(20, "10:20"), at(20, "10:20")],
    ["with too little time nobody is asked", at(20, "10:00"), at(20, "10:04"), undefined],
  ])("%s", (_name, now, closesAt, until) => {
    expect(offerUntil(rules, now, closesAt)).toBe(until);
  });
});

test("a freed seat serves visits that begin before it", () => {
  const errand = errandOf(smallHall(), { place: "main", services: ["tax"], party: 1 });
  if (!errand.ok) throw new Error("the hall has it");
  const waiter = { day: MONDAY, from: "09:00", to: "10:00" };
  const seat = { hall: "x", place: "main", day: MONDAY, time: "09:30", lane: 1 };
  expect(visitsUsing(waiter, errand.value, seat).map(({ time }) => time)).toEqual(["09:30", "09:00"]);
  expect(visitsUsing({ ...waiter, from: "09:30" }, errand.value, seat).map(({ time }) => time)).toEqual([
    "09:30",
  ]);
  expect(visitsUsing(waiter, errand.value, { ...seat, lane: 9 })).toEqual([]);
});
