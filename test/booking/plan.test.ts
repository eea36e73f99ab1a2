import { describe, expect, test } from "vitest";
import { openingOf } from "../../functions/booking/booking.hours.ts";
import { seatChanges } from "../../functions/booking/booking.plan.difference.ts";
import { closesAtOf, opensAtOf, planDay } from "../../functions/booking/booking.plan.ts";
import type { Seat } from "../../functions/booking/booking.seat.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { hallOf, placeIn } from "./halls.ts";

const calendar = chinaCalendar();
const plan = (day: string, place = placeIn(hallOf())) => planDay(place, day, calendar);
const hours = { ...placeIn(hallOf()).hours };

describe("a day's seats", () => {
  test("an ordinary day has each counter in each slot, with lunch left out", () => {
    const { seats, slotMinutes } = plan("2026-11-23");
    expect([seats.length, slotMinutes]).toEqual([3 * 13, 30]);
    expect(seats[0]).toEqual({
      time: "09:00",
      lane: 1,
      pool: "public",
      opensAt: "2026-11-16T00:00:00.000Z",
      closesAt: "2026-11-23T00:30:00.000Z",
    });
    expect(seats.map(({ time }) => time)).not.toContain("12:30");
    expect(seats.at(-1)?.time).toBe("16:30");
  });

  test("a statutory holiday has none and says which it is", () => {
    const { seats, closure } = plan("2026-10-01");
    expect(seats).toEqual([]);
    expect(closure).toMatchObject({ code: "holiday", name: { zh: "国庆节" } });
  });

  test("a Sunday that is worked for a holiday (调休) is open as a Monday, another Sunday is not", () => {
    const [makeUp, free] = ["2026-09-20", "2026-09-13"];
    expect(calendar.nameOf(makeUp).code).toBe("make_up");
    expect(plan(makeUp).seats).toHaveLength(39);
    expect(plan(free)).toMatchObject({ seats: [], closure: { code: "weekly" } });
    const keepsWeekends = placeIn(hallOf({ place: { hours: { ...hours, makeUpAs: 0 } } }));
    expect(plan(makeUp, keepsWeekends).seats).toEqual([]);
  });

  test("a year whose holidays are not announced has none, but where the office has said so or works on all days alike", () => {
    const [friday, monday] = ["2027-01-01", "2027-01-04"];
    expect(calendar.announcedThrough).toBe(2026);
    for (const day of [friday, monday])
      expect(plan(day)).toMatchObject({ seats: [], closure: { code: "unannounced" } });
    const spans = [{ from: "09:00", to: "10:00" }];
    const open = { kind: "open" as const, from: monday, to: monday, hours: spans };
    const said = placeIn(hallOf({ place: { hours: { ...hours, exceptions: [open] } } }));
    expect([plan(monday, said).seats.length, plan(friday, said).seats.length]).toEqual([6, 0]);
    const always = placeIn(hallOf({ place: { hours: { ...hours, holidays: "as_usual", makeUpAs: 0 } } }));
    expect(plan(friday, always).seats).toHaveLength(39);
  });

  test("what the office announces stands above week and holiday, for all counters or for some", () => {
    const note = { zh: "系统维护", en: "Maintenance" };
    const exceptions = [
      { kind: "closed", from: "2026-11-23", to: "2026-11-24", note },
      {
        kind: "open",
        from: "2026-10-01",
        to: "2026-10-01",
        hours: [{ from: "09:00", to: "10:00" }],
        counters: ["a2"],
      },
      { kind: "closed", from: "2026-11-25", to: "2026-11-25", counters: ["a1"] },
    ] as const;
    const place = placeIn(
      hallOf({ place: { hours: { ...hours, exceptions: structuredClone(exceptions) as never } } }),
    );
    expect(plan("2026-11-24", place)).toMatchObject({ seats: [], closure: { code: "announced", note } });
    expect(plan("2026-10-01", place).seats.map(({ lane }) => lane)).toEqual([2, 2]);
    expect(new Set(plan("2026-11-25", place).seats.map(({ lane }) => lane))).toEqual(new Set([2, 3]));
    expect(openingOf(place.hours, "a1", { day: "2026-11-25", calendar })).toMatchObject({
      closure: { code: "announced" },
    });
  });

  test("counters may take their lunch in turns", () => {
    const breaks = [
      { from: "12:00", to: "13:00", counters: ["a1"] },
      { from: "13:00", to: "14:00", counters: ["a2", "a3"] },
    ];
    const { seats } = plan("2026-11-23", placeIn(hallOf({ place: { hours: { ...hours, breaks } } })));
    const at = (time: string) => seats.filter((seat) => seat.time === time).map(({ lane }) => lane);
    expect([at("12:30"), at("13:30"), at("14:00")]).toEqual([[2, 3], [1], [1, 2, 3]]);
  });

  test("seats are kept for the hotline and for walk-ins by counter and hour", () => {
    const pools = [
      { pool: "walk_in", counters: ["a3"] },
      { pool: "phone", hours: { from: "16:00", to: "17:00" } },
    ] as const;
    const { seats } = plan(
      "2026-11-23",
      placeIn(hallOf({ place: { pools: structuredClone(pools) as never } })),
    );
    const count = (pool: string) => seats.filter((seat) => seat.pool === pool).length;
    expect([count("walk_in"), count("phone"), count("public")]).toEqual([13, 4, 22]);
  });

  test("a room takes many at a time, and a new slot length holds from its day", () => {
    const place = placeIn(
      hallOf({
        place: {
          counters: [{ id: "hall", sign: "培训", lane: 1, seats: 50, services: ["social"] }],
          slots: [
            { from: "2026-01-01", minutes: 30 },
            { from: "2026-12-01", minutes: 60 },
          ],
        },
      }),
    );
    expect(plan("2026-11-30", place).seats).toHaveLength(50 * 13);
    expect(plan("2026-12-01", place).seats).toHaveLength(50 * 6);
  });
});

describe("opening and closing of seats", () => {
  test.each([
    [{ ahead: 7, unit: "days", at: "08:00" }, "2026-11-16T00:00:00.000Z"],
    [{ ahead: 0, unit: "days", at: "00:00" }, "2026-11-22T16:00:00.000Z"],
    // Five working days before Monday the 23rd is Monday the 16th.
    [{ ahead: 5, unit: "working_days", at: "00:00" }, "2026-11-15T16:00:00.000Z"],
  ] as const)("%j", (release, opens) => {
    expect(opensAtOf(release, "2026-11-23", calendar)).toBe(opens);
  });

  test("working days step over the holidays of October", () => {
    const release = { ahead: 1, unit: "working_days", at: "08:00" } as const;
    expect(opensAtOf(release, "2026-10-08", calendar)).toBe("2026-09-30T00:00:00.000Z");
  });

  test("a cut-off is minutes before the slot, or a time days before", () => {
    expect(closesAtOf({ minutes: 0 }, "2026-11-23", "09:00")).toBe("2026-11-23T01:00:00.000Z");
    expect(closesAtOf({ daysBefore: 1, at: "24:00" }, "2026-11-23", "09:00")).toBe(
      "2026-11-22T16:00:00.000Z",
    );
  });
});

describe("the difference between seats that stand and a plan", () => {
  const now = "2026-11-20T02:00:00.000Z";
  const planned = plan("2026-11-23").seats;
  const site = { hall: "zwzx", place: "main", day: "2026-11-23" };
  const stored: readonly Seat[] = planned.map((one) => ({ ...site, ...one, state: "free" }));
  const change = (lane: number, time: string, changes: Partial<Seat>) =>
    stored.map((seat) => (seat.lane === lane && seat.time === time ? { ...seat, ...changes } : seat));

  test("nothing stands: all are made; all stand: nothing is written", () => {
    expect(seatChanges(planned, [], now).map(({ kind }) => kind)).toEqual(planned.map(() => "create"));
    expect(seatChanges(planned, stored, now)).toEqual([]);
  });

  test("a counter closes: free seats and holds that ran out close, taken ones go on the worklist, once", () => {
    const without = planned.filter(({ lane }) => lane !== 1);
    const booked = change(1, "09:00", { state: "booked", holder: "B" });
    const changes = seatChanges(without, booked, now);
    expect(changes).toHaveLength(13);
    expect(changes.filter(({ kind }) => kind === "shut")).toEqual([
      { kind: "shut", seat: booked.find(({ state }) => state === "booked"), holder: "B" },
    ]);
    const again = booked.map((seat) =>
      seat.lane !== 1
        ? seat
        : { ...seat, ...(seat.state === "booked" ? { shut: true } : { state: "closed" as const }) },
    );
    expect(seatChanges(without, again, now)).toEqual([]);
    const gone = change(1, "09:00", { state: "held", holder: "H", heldUntil: "2026-11-20T01:59:57.000Z" });
    expect(seatChanges(without, gone, now).every(({ kind }) => kind === "close")).toBe(true);
    const live = change(1, "09:00", { state: "held", holder: "H", heldUntil: "2026-11-20T01:59:58.000Z" });
    expect(seatChanges(without, live, now).filter(({ kind }) => kind === "shut")).toHaveLength(1);
  });

  test("a counter opens again, other pools and times are adjusted, nothing else", () => {
    expect(seatChanges(planned, change(2, "10:00", { state: "closed" }), now)).toHaveLength(1);
    expect(
      seatChanges(planned, change(2, "10:00", { state: "booked", holder: "B", shut: true }), now),
    ).toHaveLength(1);
    expect(seatChanges(planned, change(2, "10:00", { pool: "phone" }), now)).toHaveLength(1);
    expect(seatChanges(planned, change(2, "10:00", { closesAt: now }), now)).toHaveLength(1);
  });

  test("a seat that was given back a moment ago is not opened by publishing", () => {
    const rested = change(2, "10:00", { opensAt: "2026-11-20T02:29:00.000Z" });
    expect(seatChanges(planned, rested, now)).toEqual([]);
    const late = change(2, "10:00", { opensAt: "2026-11-22T02:00:00.000Z" });
    expect(seatChanges(planned, late, now)).toHaveLength(1);
  });
});
