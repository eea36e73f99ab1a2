/** Booking and holding on the real engine: what they cost, what they refuse, and that nobody gets what another has. */
import { describe, expect, test } from "vitest";
import { quietFrom } from "../../functions/booking/booking.guard.change.ts";
import { replaceBookingWrite } from "../../functions/booking/booking.store.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, freshHall, lanesIn, MONDAY, NOW, requestOf } from "./desk.ts";
import { hzzk, plainRules } from "./halls.ts";
import { refused } from "./refused.ts";

const engine = useEngine();
const desk = (...rest: Parameters<typeof deskOn> extends [unknown, ...infer Rest] ? Rest : never) =>
  deskOn(engine.table, ...rest);
const units = (operation: string) =>
  engine.consumed.filter((each) => each.operation === operation).map(({ capacityUnits }) => capacityUnits);

describe("booking", () => {
  test("is one transaction of six write units and reads nothing", async () => {
    const { bookings, publish, parts } = desk();
    const hall = await publish();
    await parts.halls.find(hall.id);
    engine.forget();
    const { booking, repeated } = await bookings.book(requestOf(hall));
    expect(engine.consumed).toEqual([{ operation: "transaction", capacityUnits: 6 }]);
    expect(repeated).toBe(false);
    expect(booking).toMatchObject({
      state: "booked",
      day: MONDAY,
      time: "09:00",
      startsAt: "2026-11-23T01:00:00.000Z",
      endsAt: "2026-11-23T01:30:00.000Z",
    });
    expect(await parts.bookings.read(booking.code)).toEqual(booking);
    const [seat] = await parts.seats.read([
      { hall: hall.id, place: "main", day: MONDAY, ...booking.seats[0] } as never,
    ]);
    expect(seat).toMatchObject({ state: "booked", holder: booking.code });
  });

  test("keeps no name, number or telephone in clear, anywhere", async () => {
    const { bookings, publish, parts } = desk();
    const hall = await publish();
    const { booking } = await bookings.book(requestOf(hall, {}, { person: "SECRET-NUMBER-7" }));
    const guards = await parts.bookings.readGuards(booking.guards);
    const text = JSON.stringify([booking, guards]);
    for (const secret of ["SECRET-NUMBER-7", "张小明", "13800001234", '1234"'])
      expect(text).not.toContain(secret);
    expect(guards[0] && quietFrom(guards[0].guard, plainRules)).toBe("2026-11-23T01:30:00.000Z");
  });

  test("a repeat gives the same, also when the slot is full or over since then; other words are refused", async () => {
    const { bookings, publish, clock } = desk();
    const hall = await publish();
    const request = requestOf(hall);
    const { booking } = await bookings.book(request);
    for (let n = 0; n < 2; n += 1) await bookings.book(requestOf(hall));
    expect(await refused(bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
    expect(await bookings.book(request)).toMatchObject({ booking, repeated: true });
    expect(await desk(clock).bookings.book(request)).toMatchObject({ booking, repeated: true });
    const other = { ...request, wanted: { ...request.wanted, time: "10:00" } };
    expect(await refused(bookings.book(other))).toMatchObject({ status: 422, code: "token_reused" });
    clock.set("2026-11-23T00:45:00.000Z");
    expect(await bookings.book(request)).toMatchObject({ booking, repeated: true });
    expect(await refused(bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_over" });
  });

  test("a full slot is refused with the nearest other times, after one look at the seats", async () => {
    const { bookings, publish, availability, parts } = desk();
    const hall = await publish(freshHall(), [MONDAY, "2026-11-24"]);
    for (const day of [MONDAY, "2026-11-24"])
      await availability.recount(
        (await desk().schedules.daySeats({ hall: hall.id, place: "main" }, day)).map((seat) => ({
          seat,
          sequence: "1",
        })),
      );
    for (let n = 0; n < 3; n += 1) await bookings.book(requestOf(hall, { time: "10:00" }));
    await parts.halls.find(hall.id);
    engine.forget();
    const problem = await refused(bookings.book(requestOf(hall, { time: "10:00" })));
    expect(problem).toMatchObject({ status: 409, code: "slot_full" });
    expect(problem.members?.alternatives).toEqual(
      ["09:30", "10:30", "09:00", "11:00", "11:30"].map((time) => ({ day: MONDAY, time, free: 3 })),
    );
    expect(units("transaction")).toEqual([]);
    expect(units("query").length).toBe(1);
  });

  test("that would end after the counters close says so, and not that somebody was faster", async () => {
    const { bookings, publish, schedules, availability } = desk();
    const hall = await publish();
    const day = await schedules.daySeats({ hall: hall.id, place: "main" }, MONDAY);
    await availability.recount(day.map((seat) => ({ seat, sequence: "1" })));
    const hour = (time: string) => requestOf(hall, { services: ["tax"], time });
    for (const time of ["16:30", "11:30"]) {
      const problem = await refused(bookings.book(hour(time)));
      expect(problem).toMatchObject({ status: 409, code: "slot_does_not_fit" });
      expect(problem.members?.alternatives).not.toEqual([]);
    }
    await bookings.book(hour("16:00"));
    expect(await refused(bookings.book(hour("16:00")))).toMatchObject({ code: "slot_full" });
  });

  test("of 40 people at two functions for three seats three win, each seat has one of them", async () => {
    const one = desk();
    const hall = await one.publish();
    const desks = [one, one.another(), one.another(), one.another()];
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => desks[n % 4]?.bookings.book(requestOf(hall))),
    );
    const won = results.flatMap((each) =>
      each.status === "fulfilled" && each.value ? [each.value.booking] : [],
    );
    expect(won).toHaveLength(3);
    expect(new Set(won.flatMap(lanesIn)).size).toBe(3);
    const codes = results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["slot_full"]));
  });

  test("two phones with one identity: one of them wins", async () => {
    const one = desk();
    const hall = await one.publish();
    const book = (from: typeof one) => from.bookings.book(requestOf(hall, {}, { person: "twice" }));
    const results = await Promise.allSettled([
      book(one),
      book(one.another()),
      book(one),
      book(one.another()),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const reasons = results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(new Set(reasons)).toEqual(new Set(["already_booked"]));
    const other = await one.bookings.book(requestOf(hall, { services: ["id-card"] }, { person: "twice" }));
    expect(other.booking.state).toBe("booked");
  });

  test("who has been here before costs one more transaction, unless everything before is over", async () => {
    const { bookings, publish, parts, clock } = desk();
    const hall = await publish(freshHall(), [MONDAY, "2026-11-24"]);
    await bookings.book(requestOf(hall, {}, { person: "regular" }));
    await parts.halls.find(hall.id);
    engine.forget();
    await bookings.book(requestOf(hall, { services: ["id-card"], time: "11:00" }, { person: "regular" }));
    expect(units("transaction")).toHaveLength(1);
    clock.set("2026-11-23T04:00:00.000Z");
    await parts.halls.find(hall.id);
    engine.forget();
    await bookings.book(requestOf(hall, { day: "2026-11-24" }, { person: "regular" }));
    expect(engine.consumed).toEqual([{ operation: "transaction", capacityUnits: 6 }]);
  });

  test("a code that is somebody else's is drawn again", async () => {
    const { bookings, publish, parts } = desk();
    const hall = await publish();
    const request = requestOf(hall);
    const { booking } = await bookings.book(request);
    await bookings.cancel(booking.code, "office");
    // The same person and key again would find their own; as another owner's it is in the way.
    const others = { ...booking, state: "cancelled" as const, version: 3, owner: "somebody else" };
    await engine.table.commit([replaceBookingWrite(others)]);
    const again = await bookings.book(request);
    expect(again.booking.code).not.toBe(booking.code);
    expect(again.booking.state).toBe("booked");
    expect((await parts.bookings.read(booking.code))?.owner).toBe("somebody else");
  });
});

describe("several seats", () => {
  test("two services follow each other, on the counters that give them", async () => {
    const { bookings, publish } = desk();
    const hall = await publish();
    engine.forget();
    const { booking } = await bookings.book(requestOf(hall, { services: ["id-card", "tax"], time: "10:00" }));
    expect(booking.seats.map(({ time }) => time)).toEqual(["10:00", "10:30", "11:00"]);
    expect(booking.seats.slice(1)).toEqual([
      { time: "10:30", lane: 3 },
      { time: "11:00", lane: 3 },
    ]);
    expect(booking.endsAt).toBe("2026-11-23T03:30:00.000Z");
    expect(units("transaction")).toEqual([10]);
  });

  test("a party has a seat each or none at all", async () => {
    const { bookings, publish, parts } = desk();
    const hall = await publish();
    await bookings.book(requestOf(hall));
    expect(await refused(bookings.book(requestOf(hall, { party: 3 })))).toMatchObject({ code: "slot_full" });
    const { booking } = await bookings.book(requestOf(hall, { party: 2 }));
    expect(new Set(lanesIn(booking)).size).toBe(2);
    const seats = await parts.seats.slot({ hall: hall.id, place: "main", day: MONDAY, time: "09:00" }, 3);
    expect(seats.map(({ state }) => state)).toEqual(["booked", "booked", "booked"]);
    expect(await refused(bookings.book(requestOf(hall, { party: 4, time: "10:00" })))).toMatchObject({
      status: 422,
    });
  });

  test("more lanes than a block has are sold as well", async () => {
    const counters = [
      { id: "room", sign: "培训", lane: 1, seats: 60, services: ["social", "id-card", "tax"] },
    ];
    const hours = { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "09:30" }] }] };
    const { bookings, publish } = desk();
    const hall = await publish(freshHall({ place: { counters, hours } }));
    const won: number[] = [];
    for (let n = 0; n < 60; n += 1) won.push(...lanesIn((await bookings.book(requestOf(hall))).booking));
    expect(new Set(won).size).toBe(60);
    expect(await refused(bookings.book(requestOf(hall)))).toMatchObject({ code: "slot_full" });
  });
});

describe("a plain answer to", () => {
  const wanting = async (wanted: Parameters<typeof requestOf>[1], changes = {}) => {
    const { bookings, publish } = desk();
    const hall = await publish(freshHall(changes));
    return refused(bookings.book(requestOf(hall, wanted)));
  };

  test("a holiday, a weekend, and what the office has announced", async () => {
    const { bookings, publish, clock } = desk();
    const hall = await publish();
    clock.set("2026-09-28T02:00:00.000Z");
    expect(await refused(bookings.book(requestOf(hall, { day: "2026-10-01" })))).toMatchObject({
      status: 409,
      code: "day_closed",
      members: { closure: { code: "holiday", name: { zh: "国庆节" } } },
    });
    expect(await wanting({ day: "2026-11-22" })).toMatchObject({ members: { closure: { code: "weekly" } } });
  });

  test("a day of a year whose holidays are not announced, though its seats are there from before", async () => {
    const { bookings, publish, schedules, clock } = desk();
    const hall = await publish();
    const always = hall.places.map((place) => ({
      ...place,
      hours: { ...place.hours, holidays: "as_usual" as const, makeUpAs: 0 },
    }));
    await schedules.describe({ ...hall, places: always }, 1);
    await schedules.publish(hall.id, { from: "2027-01-01", to: "2027-01-01" });
    await schedules.describe(hall, 2);
    clock.set("2026-12-28T02:00:00.000Z");
    expect(await refused(bookings.book(requestOf(hall, { day: "2027-01-01" })))).toMatchObject({
      code: "day_closed",
      members: { closure: { code: "unannounced" } },
    });
  });

  test("a slot that was never published, or is none", async () => {
    expect(await wanting({ day: "2026-11-25" })).toMatchObject({ status: 409, code: "slot_not_published" });
    expect(await wanting({ time: "12:30" })).toMatchObject({ code: "slot_not_published" });
    expect(await wanting({ time: "09:10" })).toMatchObject({ code: "slot_not_published" });
    expect(await wanting({ time: "23:40", services: ["tax"] })).toMatchObject({ code: "invalid" });
  });

  test("a hall, place or service that is not there, or not on that day", async () => {
    const field = async (wanted: Parameters<typeof requestOf>[1]) =>
      (await wanting(wanted)).errors?.[0]?.code;
    expect(await field({ hall: "nowhere" })).toBe("hall.unknown");
    expect(await field({ place: "attic" })).toBe("place.unknown");
    expect(await field({ services: ["magic"] })).toBe("service.unknown");
  });

  test("before release, to the second: the clock of the caller does not matter", async () => {
    const { bookings, publish, clock } = desk();
    const hall = await publish(freshHall(), ["2026-11-30"]);
    clock.set("2026-11-22T23:59:58.000Z");
    const early = await refused(bookings.book(requestOf(hall, { day: "2026-11-30" })));
    expect(early).toMatchObject({ status: 409, code: "slot_not_open", retryAfterSeconds: 2 });
    expect(early.members).toEqual({ opensAt: "2026-11-23T00:00:00.000Z" });
    clock.pass(2);
    expect((await bookings.book(requestOf(hall, { day: "2026-11-30" }))).booking.state).toBe("booked");
  });

  test("after the cut-off", async () => {
    const { bookings, publish, clock } = desk();
    const hall = await publish();
    clock.set("2026-11-23T00:30:00.000Z");
    expect(await refused(bookings.book(requestOf(hall)))).toMatchObject({ status: 409, code: "slot_over" });
    expect((await bookings.book(requestOf(hall, { time: "09:30" }))).booking.time).toBe("09:30");
  });

  test("an agent where everybody must come for themselves, and a second visit on a day", async () => {
    const { bookings, publish } = desk();
    const hall = await publish(freshHall({ hall: { rules: [hzzk] } }));
    const request = requestOf(hall, {}, { person: "daily" });
    const agent = { name: "李四", phone: "13900000000" };
    expect(await refused(bookings.book({ ...request, party: { ...request.party, agent } }))).toMatchObject({
      status: 422,
      code: "agent_refused",
    });
    await bookings.book(request);
    expect(
      await refused(
        bookings.book(requestOf(hall, { services: ["tax"], time: "14:00" }, { person: "daily" })),
      ),
    ).toMatchObject({
      code: "limit_reached",
      members: { limit: { most: 1, per: "day", of: "visits" } },
    });
  });
});

test("the conditions in the write refuse what a stale description would allow", async () => {
  const { publish, parts } = desk();
  const hall = await publish();
  const { takeWrite } = await import("../../functions/booking/booking.seat.take.store.ts");
  const seat = { hall: hall.id, place: "main", day: MONDAY, time: "09:00", lane: 1 };
  const take = (now: string, pool: "public" | "phone" | "walk_in" = "public") =>
    parts.table.commit([takeWrite(seat, { code: "X", pool, now })]);
  await expect(take("2026-11-15T23:59:59.999Z")).rejects.toThrow("not as it was wanted");
  await expect(take("2026-11-23T00:30:00.000Z")).rejects.toThrow("not as it was wanted");
  await expect(take(NOW, "phone")).rejects.toThrow("not as it was wanted");
  // What nobody took online goes to who walks in.
  await take("2026-11-23T00:30:00.000Z", "walk_in");
  await expect(take("2026-11-23T00:31:00.000Z", "walk_in")).rejects.toThrow("not as it was wanted");
});
