/** Publishing on the real engine: only what differs is written, it can end anywhere, and nobody's seat is lost. */
import { describe, expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Schedule } from "../../functions/booking/booking.schedule.store.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";
import { Crash, fragile } from "./crash.ts";
import { deskOn, freshHall, MONDAY, NOW, requestOf } from "./desk.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const desk = () => deskOn(engine.table);
const onMonday = { from: MONDAY, to: MONDAY };
const siteOf = ({ id }: Hall) => ({ hall: id, place: "main" });
const writes = () =>
  engine.consumed.filter(({ operation }) => operation === "write" || operation === "transaction").length;
const closing = (hall: Hall, counters: readonly string[] | undefined, version = 1) => {
  const [place] = hall.places;
  if (place === undefined) throw new Error("a hall has a place");
  const exception = {
    kind: "closed" as const,
    ...onMonday,
    ...(counters === undefined ? {} : { counters: [...counters] }),
  };
  const exceptions = [...place.hours.exceptions, exception];
  return { hall: { ...hall, places: [{ ...place, hours: { ...place.hours, exceptions } }] }, version };
};
/** free, held, booked, closed. */
async function tally(one: ReturnType<typeof desk>, hall: Hall): Promise<readonly number[]> {
  const seats = await one.schedules.daySeats(siteOf(hall), MONDAY);
  return ["free", "held", "booked", "closed"].map(
    (state) => seats.filter((seat) => seat.state === state).length,
  );
}

describe("publishing", () => {
  test("makes the seats of a day, says how far it is, and writes nothing when nothing has changed", async () => {
    const one = desk();
    const hall = freshHall();
    await one.schedules.describe(hall, 0);
    const seen: Schedule[] = [];
    const [schedule] = await one.schedules.publish(hall.id, onMonday, (each) => seen.push(each));
    expect(schedule).toMatchObject({ state: "published", capacity: 39, progress: { done: 39, total: 39 } });
    expect(seen).toHaveLength(1);
    expect(await tally(one, hall)).toEqual([39, 0, 0, 0]);
    engine.forget();
    await one.schedules.publish(hall.id, onMonday);
    // Two for the record of the day, none for a seat.
    expect(writes()).toBe(2);
    expect((await one.schedules.progress(siteOf(hall), onMonday)).map(({ state }) => state)).toEqual([
      "published",
    ]);
  });

  test("costs one write unit a seat", async () => {
    const one = desk();
    const hall = freshHall();
    await one.schedules.describe(hall, 0);
    engine.forget();
    await one.schedules.publish(hall.id, onMonday);
    const units = engine.consumed
      .filter(({ operation }) => operation === "write")
      .reduce((sum, { capacityUnits }) => sum + capacityUnits, 0);
    expect(units).toBeLessThanOrEqual(39 + 3 * 3);
  });

  test("of holidays and weekends makes nothing and needs no record", async () => {
    const one = desk();
    const hall = freshHall();
    await one.schedules.describe(hall, 0);
    const done = await one.schedules.publish(hall.id, { from: "2026-11-21", to: "2026-11-22" });
    expect(done.map(({ capacity }) => capacity)).toEqual([0, 0]);
    expect(await one.schedules.progress(siteOf(hall), { from: "2026-11-21", to: "2026-11-22" })).toEqual([]);
  });

  test("of a year whose holidays are not announced writes no seat, however often", async () => {
    const one = desk();
    const hall = freshHall();
    await one.schedules.describe(hall, 0);
    const range = { from: "2026-12-31", to: "2027-01-08" };
    for (const _ of [1, 2]) {
      const done = await one.schedules.publish(hall.id, range);
      expect(done.map(({ capacity }) => capacity)).toEqual([39, 0, 0, 0, 0, 0, 0, 0, 0]);
    }
    expect(await one.schedules.daySeats(siteOf(hall), "2027-01-04")).toEqual([]);
  });

  test("touches only what changed: one more counter is 13 more seats", async () => {
    const one = desk();
    const hall = await one.publish();
    const [place] = hall.places;
    if (place === undefined) throw new Error("a hall has a place");
    const fourth = { id: "a4", sign: "A04", lane: 4, seats: 1, services: ["social"] };
    await one.schedules.describe(
      { ...hall, places: [{ ...place, counters: [...place.counters, fourth] }] },
      1,
    );
    engine.forget();
    await one.schedules.publish(hall.id, onMonday);
    expect(writes()).toBe(2 + 1 + 13);
    expect(await tally(one, hall)).toEqual([52, 0, 0, 0]);
  });

  test("can end before or after every single request and is finished by the next run", async () => {
    const steps = { before: 0, after: 0 };
    for (const when of ["before", "after"] as const) {
      for (let n = 0; ; n += 7) {
        const table = fragile(engine.table);
        const one = deskOn(table);
        const hall = freshHall();
        await one.schedules.describe(hall, 0);
        table.dieAt(n, when);
        const died = await one.schedules.publish(hall.id, onMonday).then(
          () => false,
          (error: unknown) => error instanceof Crash,
        );
        table.heal();
        if (!died) break;
        steps[when] += 1;
        const [schedule] = await one.schedules.publish(hall.id, onMonday);
        expect(schedule?.state).toBe("published");
        expect(await tally(one, hall)).toEqual([39, 0, 0, 0]);
      }
    }
    expect(Math.min(steps.before, steps.after)).toBeGreaterThan(7);
  }, 60_000);

  test("that was left undone is found and finished by the clock, and days to come are published ahead", async () => {
    const table = fragile(engine.table);
    const one = deskOn(table);
    const hall = freshHall({ place: { publishAheadDays: 7 } });
    await one.schedules.describe(hall, 0);
    table.dieAt(20, "after");
    await expect(one.schedules.publish(hall.id, onMonday)).rejects.toThrow(Crash);
    table.heal();
    expect(await one.upkeep.finishPublishing()).toBe(0);
    one.clock.pass(121);
    expect(await one.upkeep.finishPublishing()).toBe(1);
    expect(await tally(one, hall)).toEqual([39, 0, 0, 0]);
    // Friday the 20th to Friday the 27th without the weekend, and without the Monday that is there.
    expect(await one.upkeep.publishAhead()).toBe(5);
    expect(await one.upkeep.publishAhead()).toBe(0);
  });

  test("a new slot length is refused for days that have their seats, and taken for those after them", async () => {
    const one = desk();
    const hall = await one.publish();
    const [place] = hall.places;
    if (place === undefined) throw new Error("a hall has a place");
    const withSlots = (from: string) => ({
      ...hall,
      places: [{ ...place, slots: [...place.slots, { from, minutes: 15 }] }],
    });
    expect(await refused(one.schedules.describe(withSlots(MONDAY), 1))).toMatchObject({
      code: "slot_length_published",
    });
    expect((await one.schedules.describe(withSlots("2026-11-24"), 1)).version).toBe(2);
    expect(await refused(one.schedules.describe(hall, 1))).toMatchObject({
      status: 409,
      code: "hall_changed",
    });
    expect(await refused(one.schedules.publish("nowhere", onMonday))).toMatchObject({
      code: "hall_not_found",
    });
  });
});

describe("closing a counter or a day", () => {
  test("closes what is free and puts who has a seat on the worklist, to be booked elsewhere", async () => {
    const one = desk();
    const hall = await one.publish(freshHall(), [MONDAY, "2026-11-24"]);
    const { booking } = await one.bookings.book(requestOf(hall, { services: ["tax"] }));
    const held = await one.bookings.hold(requestOf(hall, { services: ["tax"], time: "14:00" }));
    await one.schedules.describe(closing(hall, ["a3"]).hall, 1);
    await one.schedules.publish(hall.id, onMonday);
    expect(await tally(one, hall)).toEqual([26, 2, 2, 9]);
    const worklist = await one.parts.bookings.rebookings(siteOf(hall));
    expect(worklist.map(({ code, seat }) => [code, seat.time, seat.lane])).toEqual([
      [booking.code, "09:00", 3],
      [booking.code, "09:30", 3],
      [held.booking.code, "14:00", 3],
      [held.booking.code, "14:30", 3],
    ]);
    expect(await one.parts.bookings.read(booking.code)).toMatchObject({
      state: "booked",
      rebook: { since: NOW },
    });
    engine.forget();
    await one.schedules.publish(hall.id, onMonday);
    expect(writes()).toBe(2);

    // Nobody new gets the seat; a hold on it is not confirmed; moving away settles it, at any time and without counting.
    expect(await refused(one.another().bookings.book(requestOf(hall, { services: ["tax"] })))).toMatchObject({
      code: "slot_full",
    });
    expect(await refused(one.bookings.confirm(held.booking.code))).toMatchObject({ code: "seat_closed" });
    one.clock.set("2026-11-23T00:59:00.000Z");
    const moved = await one.bookings.move(booking.code, { day: "2026-11-24", time: "09:00" }, "person");
    expect(moved.booking.rebook).toBeUndefined();
    await one.bookings.cancel(held.booking.code, "person");
    expect(await one.parts.bookings.rebookings(siteOf(hall))).toEqual([]);
    expect(await tally(one, hall)).toEqual([26, 0, 0, 13]);
  });

  test("and opening it again: seats are free, and who waited need not any more", async () => {
    const one = desk();
    const hall = await one.publish();
    const { booking } = await one.bookings.book(requestOf(hall, { services: ["tax"] }));
    await one.schedules.describe(closing(hall, undefined).hall, 1);
    await one.schedules.publish(hall.id, onMonday);
    expect(await tally(one, hall)).toEqual([0, 0, 2, 37]);
    expect(await refused(one.bookings.book(requestOf(hall)))).toMatchObject({ code: "day_closed" });
    await one.schedules.describe(hall, 2);
    await one.schedules.publish(hall.id, onMonday);
    expect(await tally(one, hall)).toEqual([37, 0, 2, 0]);
    expect(await one.parts.bookings.rebookings(siteOf(hall))).toEqual([]);
    expect((await one.parts.bookings.read(booking.code))?.rebook).toBeUndefined();
    expect((await one.bookings.cancel(booking.code, "person")).booking.state).toBe("cancelled");
    expect(await tally(one, hall)).toEqual([39, 0, 0, 0]);
  });

  test("while people book: every seat that was taken is still somebody's or on the worklist", async () => {
    const one = deskOn(engine.table, clockAt(NOW));
    const hall = await one.publish();
    await one.schedules.describe(closing(hall, ["a1", "a2"]).hall, 1);
    const booking = Array.from({ length: 30 }, (_, n) =>
      one.another().bookings.book(requestOf(hall, { time: n % 2 === 0 ? "10:00" : "14:30" })),
    );
    const [, ...results] = await Promise.allSettled([one.schedules.publish(hall.id, onMonday), ...booking]);
    const won = results.flatMap((each) =>
      each.status === "fulfilled" ? [(each.value as Awaited<(typeof booking)[0]>).booking.code] : [],
    );
    const seats = await one.schedules.daySeats(siteOf(hall), MONDAY);
    expect(seats).toHaveLength(39);
    const holders = seats.flatMap(({ holder }) => holder ?? []);
    expect(holders.toSorted()).toEqual(won.toSorted());
    const waiting = (await one.parts.bookings.rebookings(siteOf(hall))).map(({ code }) => code);
    const shut = seats
      .filter((seat) => seat.holder !== undefined && seat.lane !== 3)
      .map(({ holder }) => holder);
    expect(waiting.toSorted()).toEqual(shut.toSorted());
    expect(seats.filter(({ lane, state }) => lane !== 3 && state === "free")).toEqual([]);
  });
});
