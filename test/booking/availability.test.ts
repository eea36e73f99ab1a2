/** Free times at a glance: counted from the stream of the real engine, and in the end what the seats say. */
import { describe, expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { sequenceOf } from "../../functions/booking/booking.hint.ts";
import { bookingStreamJob, freedSeatOf } from "../../functions/booking/booking.jobs.ts";
import { obstacleTo } from "../../functions/booking/booking.seat.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { changeOf } from "../../functions/kit/table.stream.ts";
import { useEngine } from "../support/engine.ts";
import { streamOf } from "../support/stream.ts";
import { type BookingDesk, deskOn, freshHall, MONDAY, requestOf } from "./desk.ts";

const engine = useEngine();
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const errand = (hall: Hall, service = "social") => {
  const found = errandOf(hall, { place: "main", services: [service], party: 1 });
  if (!found.ok) throw new Error("the hall has it");
  return found.value;
};
/** Delivers what has changed, as it comes. */
async function deliver({ availability }: BookingDesk, stream = streamOf(engine.endpoint)) {
  const event = await stream.next();
  const answer = await bookingStreamJob({ availability, log: silent })(event);
  expect(answer).toEqual({ batchItemFailures: [] });
  return event;
}
/** Free seats by slot, from the seats themselves. */
async function truth({ schedules, clock }: BookingDesk, hall: Hall, lanes: readonly number[]) {
  const seats = await schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
  const free = seats.filter(
    (seat) => lanes.includes(seat.lane) && !obstacleTo(seat, { pool: "public", now: clock.now() }),
  );
  return Object.fromEntries(
    [...Map.groupBy(free, ({ time }) => time)].map(([time, all]) => [time, all.length]),
  );
}
const dayOf = async ({ availability }: BookingDesk, hall: Hall, service = "social") => {
  const starts = await availability.day(errand(hall, service), MONDAY, "public");
  return Object.fromEntries(starts.filter(({ free }) => free > 0).map(({ time, free }) => [time, free]));
};
const monthOf = async ({ availability }: BookingDesk, hall: Hall, service = "social") =>
  (await availability.month(errand(hall, service), "2026-11")).find(({ day }) => day === MONDAY);

describe("a day and a month", () => {
  test("each cost one read of half a unit, however many bookings there are", async () => {
    const one = desk();
    const hall = await one.publish();
    await deliver(one);
    for (let n = 0; n < 3; n += 1) await one.bookings.book(requestOf(hall));
    await deliver(one);
    engine.forget();
    expect((await monthOf(one, hall))?.free).toBe(36);
    expect(await dayOf(one, hall)).not.toHaveProperty("09:00");
    expect(engine.consumed).toEqual([
      { operation: "get", capacityUnits: 0.5 },
      { operation: "get", capacityUnits: 0.5 },
    ]);
  });

  test("half a unit also for a large hall: 20 counters, 32 slots and 30 services every working day", async () => {
    const services = Array.from({ length: 30 }, (_, n) => ({
      id: `s${n + 1}`,
      number: n + 1,
      name: { zh: "事项", en: "Service" },
      minutes: 15,
      group: "all",
    }));
    const counters = Array.from({ length: 20 }, (_, n) => ({
      id: `c${n + 1}`,
      sign: `A${n + 1}`,
      lane: n + 1,
      services: services.map(({ id }) => id),
    }));
    const hours = { weekly: [{ weekdays: [1, 2, 3, 4, 5], hours: [{ from: "09:00", to: "17:00" }] }] };
    const slots = [{ from: "2020-01-01", minutes: 15 }];
    const one = desk();
    const hall = await one.publish(freshHall({ hall: { services }, place: { counters, hours, slots } }));
    const days = Array.from({ length: 30 }, (_, n) => `2026-11-${String(n + 1).padStart(2, "0")}`);
    const seats = await one.schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    await one.availability.recount(seats.map((seat) => ({ seat, sequence: "9".repeat(40) })));
    const month = await one.parts.hints.readMonth({ hall: hall.id, place: "main" }, "2026-11");
    const counts = month.get(MONDAY);
    if (counts === undefined) throw new Error("the day was counted");
    for (const day of days) await one.parts.hints.saveMonth({ hall: hall.id, place: "main" }, day, counts, 2);
    engine.forget();
    expect(await one.availability.month(errand(hall, "s30"), "2026-11")).toHaveLength(30);
    expect((await monthOf(one, hall, "s30"))?.free).toBe(640);
    expect(await dayOf(one, hall, "s7")).toMatchObject({ "09:00": 20, "16:45": 20 });
    expect(new Set(engine.consumed.map(({ capacityUnits }) => capacityUnits))).toEqual(new Set([0.5]));
  });
});

const desk = () => deskOn(engine.table);

describe("in the end the hints are the truth", () => {
  test("after bookings, cancellations, moves and holds, and as time passes", async () => {
    const one = desk();
    const hall = await one.publish(freshHall(), [MONDAY, "2026-11-24"]);
    const stream = streamOf(engine.endpoint);
    await deliver(one, stream);
    expect(await dayOf(one, hall)).toEqual(await truth(one, hall, [1, 2, 3]));
    const { booking } = await one.bookings.book(requestOf(hall));
    const second = await one.bookings.book(requestOf(hall, { time: "10:00" }));
    await one.bookings.hold(requestOf(hall, { time: "10:30" }));
    await one.bookings.cancel(second.booking.code, "person");
    await one.bookings.move(booking.code, { day: MONDAY, time: "14:00" }, "person");
    await deliver(one, stream);
    const now = await dayOf(one, hall);
    expect(now).toEqual(await truth(one, hall, [1, 2, 3]));
    expect(now).toMatchObject({ "09:00": 2, "10:00": 2, "10:30": 2, "14:00": 2 });
    expect((await monthOf(one, hall))?.free).toBe(35);
    // Nothing is counted anew from here on: the hold ends and the seats that were given back open by themselves.
    one.clock.pass(1900);
    expect(await dayOf(one, hall)).toEqual(await truth(one, hall, [1, 2, 3]));
    expect((await monthOf(one, hall))?.free).toBe(38);
    one.clock.set("2026-11-23T02:00:00.000Z");
    expect(await dayOf(one, hall)).toEqual(await truth(one, hall, [1, 2, 3]));
  });

  test("also when batches come again, late or out of order", async () => {
    const one = desk();
    const hall = await one.publish();
    const stream = streamOf(engine.endpoint);
    const events = [await stream.next()];
    for (let n = 0; n < 6; n += 1) {
      await one.bookings.book(requestOf(hall, { time: n % 2 === 0 ? "09:00" : "15:00" }));
      events.push(await stream.next());
    }
    const job = bookingStreamJob({ availability: one.availability, log: silent });
    for (const event of [...events].reverse()) await job(event);
    await Promise.all([...events, ...events].map(job));
    expect(await dayOf(one, hall)).toEqual(await truth(one, hall, [1, 2, 3]));
    expect(await dayOf(one, hall)).not.toHaveProperty("09:00");
  });

  test("a count that began before a change never replaces one that has seen it", async () => {
    const one = desk();
    const hall = await one.publish();
    const site = { hall: hall.id, place: "main" };
    const at = (sequence: string, packed: string) =>
      one.parts.hints.saveDay(site, MONDAY, [
        { time: "09:00", block: 0, sequence, packed: `${sequence}|0|${packed}` },
      ]);
    const [older, newer] = [sequenceOf("5"), sequenceOf("7")];
    await at(newer, "p@0:2");
    const after = await at(older, "p@0:e");
    expect(after.slots[0]?.groups).toEqual([{ pool: "public", from: 0, lanes: [1] }]);
  });

  test("a batch costs one query a slot and two writes a day, however many seats of it changed", async () => {
    const one = desk();
    const hall = await one.publish();
    const stream = streamOf(engine.endpoint);
    await deliver(one, stream);
    for (let n = 0; n < 3; n += 1) await one.bookings.book(requestOf(hall));
    await one.bookings.book(requestOf(hall, { time: "14:00" }));
    engine.forget();
    await deliver(one, stream);
    const count = (operation: string) =>
      engine.consumed.filter((each) => each.operation === operation).length;
    expect([count("query"), count("write")]).toEqual([2, 2]);
  });

  test("seats that are set free are seen in the stream, for whoever waits", async () => {
    const one = desk();
    const hall = await one.publish();
    const stream = streamOf(engine.endpoint);
    const { booking } = await one.bookings.book(requestOf(hall));
    await stream.next();
    await one.bookings.cancel(booking.code, "person");
    const freed = (await stream.next()).Records.flatMap((record) => freedSeatOf(changeOf(record)) ?? []);
    expect(freed).toMatchObject([
      { hall: hall.id, time: "09:00", lane: booking.seats[0]?.lane, state: "free" },
    ]);
  });
});

test("a place that was published a moment ago is counted by a function that has read its hall before", async () => {
  const office = deskOn(engine.table);
  const hall = await office.publish(freshHall());
  const counter = office.another();
  expect((await counter.parts.halls.find(hall.id))?.places).toHaveLength(1);
  const [main] = hall.places;
  if (main === undefined) throw new Error("a hall without a place");
  const next = { ...hall, places: [main, { ...main, id: "east" }] };
  await office.schedules.describe(next, 1);
  await office.schedules.publish(hall.id, { from: MONDAY, to: MONDAY, place: "east" });
  const seats = await office.schedules.daySeats({ hall: hall.id, place: "east" }, MONDAY);
  await counter.availability.recount(seats.map((seat) => ({ seat, sequence: "1" })));
  const east = errandOf(next, { place: "east", services: ["social"], party: 1 });
  if (!east.ok) throw new Error("the new place has it");
  expect((await office.availability.day(east.value, MONDAY, "public")).length).toBeGreaterThan(0);
});
