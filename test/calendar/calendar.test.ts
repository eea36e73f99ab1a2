import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addPeriod,
  addWorkingDays,
  chinaCalendar,
  type Interval,
  weekdayOf,
  workingDayFrom,
  workingDaysBetween,
} from "../../functions/calendar/calendar.ts";

const china = chinaCalendar();
const dueAfter = (start: string, count: number) => addWorkingDays(china, start, count).due;

/** What a counter that knows only Monday to Friday would answer. */
function weekdaysOnly(start: string, count: number): string {
  let day = start;
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5) counted += 1;
  }
  return day;
}

describe("the vectors of the announced years", () => {
  test.each([
    ["2025-01-02", "2025-01-13", "2025-01-23", "2025-02-06", "2025-03-05", "2025-01-30"],
    ["2025-01-20", "2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21", "2025-02-17"],
    ["2025-01-26", "2025-02-11", "2025-02-21", "2025-02-28", "2025-03-28", "2025-02-21"],
    ["2025-03-31", "2025-04-10", "2025-04-22", "2025-04-28", "2025-05-29", "2025-04-28"],
    ["2025-04-27", "2025-05-09", "2025-05-21", "2025-05-28", "2025-06-26", "2025-05-23"],
    ["2025-09-15", "2025-09-24", "2025-10-11", "2025-10-17", "2025-11-14", "2025-10-13"],
    ["2025-09-28", "2025-10-14", "2025-10-24", "2025-10-31", "2025-11-28", "2025-10-24"],
    ["2025-12-15", "2025-12-24", "2026-01-06", "2026-01-13", "2026-02-10", "2026-01-12"],
    ["2026-01-30", "2026-02-10", "2026-02-27", "2026-03-05", "2026-04-02", "2026-02-27"],
    ["2026-02-14", "2026-03-03", "2026-03-13", "2026-03-20", "2026-04-20", "2026-03-13"],
    ["2026-04-20", "2026-04-29", "2026-05-13", "2026-05-20", "2026-06-17", "2026-05-18"],
    ["2026-09-10", "2026-09-20", "2026-10-08", "2026-10-14", "2026-11-11", "2026-10-08"],
  ])("%s: +7, +15, +20, +40, and Monday-Friday +20", (start, seven, fifteen, twenty, forty, naive) => {
    expect([7, 15, 20, 40].map((count) => dueAfter(start, count))).toEqual([seven, fifteen, twenty, forty]);
    expect(weekdaysOnly(start, 20)).toBe(naive);
  });
  test("the correction notice of 13 February 2026 is due after the Spring Festival", () => {
    expect(dueAfter("2026-02-13", 7)).toBe("2026-03-02");
  });
  test.each(["2024", "2025", "2026"])("%s has its make-up days", (year) => {
    const makeUp = { 2024: 8, 2025: 5, 2026: 6 }[year as "2024"];
    let found = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (china.nameOf(day).code === "make_up") found += 1;
    }
    expect(found).toBe(makeUp);
  });
});

describe("the reason of each day", () => {
  test("first day, weekend, holiday, make-up day and excluded day are told apart", () => {
    const { days, due } = addWorkingDays(china, "2026-09-18", 3, [
      { from: "2026-09-21", to: "2026-09-21", reason: "consultation" },
    ]);
    expect(due).toBe("2026-09-23");
    expect(days).toEqual([
      { day: "2026-09-18", counted: null, reason: { code: "first_day" } },
      { day: "2026-09-19", counted: null, reason: { code: "weekend" } },
      {
        day: "2026-09-20",
        counted: 1,
        reason: { code: "make_up", name: { zh: "国庆节", en: "National Day" } },
      },
      { day: "2026-09-21", counted: null, reason: { code: "excluded", reason: "consultation" } },
      { day: "2026-09-22", counted: 2, reason: { code: "working" } },
      { day: "2026-09-23", counted: 3, reason: { code: "working" } },
    ]);
    expect(china.nameOf("2026-10-01")).toEqual({
      code: "holiday",
      name: { zh: "国庆节", en: "National Day" },
    });
  });
  test("a first day that is not worked does not count either", () => {
    expect(dueAfter("2026-09-19", 1)).toBe("2026-09-20");
    expect(dueAfter("2026-10-03", 1)).toBe("2026-10-08");
  });
  test.each([0, -1, 1.5, Number.NaN])("a limit of %s days is a mistake of the program", (count) => {
    expect(() => addWorkingDays(china, "2026-01-05", count)).toThrow(RangeError);
  });
  test("a count that would never end is refused", () => {
    const forever = { from: "2026-01-01", to: "9999-12-31", reason: "consultation" };
    expect(() => addWorkingDays(china, "2026-01-05", 1, [forever])).toThrow(RangeError);
  });
});

describe("limits of calendar days and months", () => {
  test.each([
    ["2026-08-03", { days: 60 }, "2026-10-08"],
    ["2026-08-10", { days: 60 }, "2026-10-09"],
    ["2025-08-31", { months: 6 }, "2026-02-28"],
    ["2025-08-20", { months: 6 }, "2026-02-24"],
  ])("%s plus %o is %s", (start, period, due) => {
    expect(addPeriod(china, start, period)).toEqual({ due, provisional: false });
  });
});

const day = fc.integer({ min: 0, max: 365 * 3 }).map((count) => addDays("2024-01-01", count));
const limit = fc.integer({ min: 1, max: 60 });
const intervals = fc.array(
  fc.record({
    from: day,
    length: fc.integer({ min: -2, max: 40 }),
    reason: fc.constantFrom("consultation", "fee", "correction"),
  }),
  { maxLength: 5 },
);
const asIntervals = (drawn: readonly { from: string; length: number; reason: string }[]): Interval[] =>
  drawn.map(({ from, length, reason }) => ({ from, to: addDays(from, length), reason }));

describe("properties", () => {
  test("the due date is a working day outside the excluded ones, and each day is counted once", () => {
    fc.assert(
      fc.property(day, limit, intervals, (start, count, drawn) => {
        const excluded = asIntervals(drawn);
        const { due, days } = addWorkingDays(china, start, count, excluded);
        expect(china.isWorkingDay(due)).toBe(true);
        expect(excluded.some(({ from, to }) => from <= due && due <= to)).toBe(false);
        const counted = days.flatMap((entry) => (entry.counted === null ? [] : [entry.counted]));
        expect(counted).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(days.map((entry) => entry.day)).toEqual(days.map((_, index) => addDays(start, index)));
        expect(days.at(-1)?.day).toBe(due);
      }),
    );
  });
  test("monotone in the start, in the length and in what is excluded", () => {
    fc.assert(
      fc.property(day, fc.nat(30), limit, limit, intervals, (start, later, one, other, drawn) => {
        const excluded = asIntervals(drawn);
        const due = (from: string, count: number, out: Interval[]) =>
          addWorkingDays(china, from, count, out).due;
        expect(due(addDays(start, later), one, excluded) >= due(start, one, excluded)).toBe(true);
        expect(due(start, one + other, excluded) > due(start, one, excluded)).toBe(true);
        expect(due(start, one, excluded) >= due(start, one, [])).toBe(true);
      }),
    );
  });
  test("a union: neither order, repetition nor splitting of the intervals matters", () => {
    fc.assert(
      fc.property(day, limit, intervals, fc.nat(), (start, count, drawn, seed) => {
        const excluded = asIntervals(drawn);
        const plain = addWorkingDays(china, start, count, excluded);
        const turn = excluded.length === 0 ? 0 : seed % excluded.length;
        const mixed = [...excluded.slice(turn), ...excluded.slice(0, turn), ...excluded].reverse();
        expect(addWorkingDays(china, start, count, mixed)).toEqual(plain);
        const split = excluded.flatMap((interval) => {
          const middle = addDays(interval.from, 3);
          if (middle > interval.to) return [interval];
          return [
            { ...interval, to: middle },
            { ...interval, from: addDays(middle, 1) },
          ];
        });
        expect(addWorkingDays(china, start, count, split).due).toBe(plain.due);
      }),
    );
  });
  test("counting on from a due date is counting in one go, and counting back gives the length", () => {
    fc.assert(
      fc.property(day, limit, limit, intervals, (start, one, other, drawn) => {
        const excluded = asIntervals(drawn);
        const first = addWorkingDays(china, start, one, excluded).due;
        const both = addWorkingDays(china, first, other, excluded).due;
        expect(addWorkingDays(china, start, one + other, excluded).due).toBe(both);
        expect(workingDaysBetween(china, start, both, excluded)).toBe(one + other);
        expect(workingDaysBetween(china, both, start, excluded)).toBe(-(one + other));
        expect(workingDaysBetween(china, start, start, excluded)).toBe(0);
      }),
    );
  });
  test("moving to a working day twice is moving once", () => {
    fc.assert(
      fc.property(day, (start) => {
        const once = workingDayFrom(china, start);
        expect(once >= start).toBe(true);
        expect(workingDayFrom(china, once)).toBe(once);
      }),
    );
  });
});
