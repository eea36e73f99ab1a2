import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysOfYear,
  endOfDay,
  isDay,
  startOfDay,
  weekdayOf,
} from "../../functions/calendar/calendar.day.ts";

describe("dayOf", () => {
  test.each([
    ["2026-11-23T15:59:59.999Z", "2026-11-23"],
    ["2026-11-23T16:00:00.000Z", "2026-11-24"],
    ["2026-11-22T23:30:00Z", "2026-11-23"],
    ["2025-12-31T16:00:00.000Z", "2026-01-01"],
    ["2024-02-28T16:00:00.000Z", "2024-02-29"],
    ["2026-11-23T23:30:00+08:00", "2026-11-23"],
  ])("%s is %s in China", (instant, day) => {
    expect(dayOf(instant)).toBe(day);
    expect(dayOf(instant)).toBe(day);
  });
  test.each(["", "2026-11-23", "tomorrow", "2026-11-23T25:00:00.000Z", "2026-02-30T08:00:00.000Z"])(
    "%j is not an instant",
    (text) => {
      expect(() => dayOf(text)).toThrow(RangeError);
    },
  );
  test("agrees with Asia/Shanghai at every hour, in a process whose zone is far away", () => {
    const format = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1995-01-01"), max: new Date("2080-01-01"), noInvalidDate: true }),
        (date) => {
          expect(dayOf(date.toISOString())).toBe(format.format(date));
        },
      ),
    );
  });
  test.each(["UTC", "America/Los_Angeles", "Asia/Shanghai"])("the zone %s changes nothing", (zone) => {
    const script =
      "const { dayOf, addWorkingDays, chinaCalendar } = await import('./functions/calendar/calendar.ts');" +
      "const day = dayOf('2026-02-13T23:30:00.000Z');" +
      "console.log(day, addWorkingDays(chinaCalendar(), day, 20).due);";
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    expect(output.trim()).toBe("2026-02-14 2026-03-20");
  });
});

describe("days", () => {
  test("start and end of a day are its first and last millisecond", () => {
    expect(startOfDay("2026-11-23")).toBe("2026-11-22T16:00:00.000Z");
    expect(endOfDay("2026-11-23")).toBe("2026-11-23T15:59:59.999Z");
    expect(dayOf(startOfDay("2026-11-23"))).toBe("2026-11-23");
    expect(dayOf(endOfDay("2026-11-23"))).toBe("2026-11-23");
  });
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-1-1",
    "26-01-01",
    "2026-01-32",
    "0000-01-01",
    " 2026-01-01",
    "２０２６-01-01",
    "",
  ])("%j is not a day", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
    expect(() => startOfDay(text)).toThrow(RangeError);
  });
  test.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2025-12-31", 1, "2026-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2024-03-01", -366, "2023-03-01"],
    ["2024-01-01", 1000, "2026-09-27"],
  ])("%s plus %i days is %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });
  test.each([
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-01-15", 1, "2026-02-15"],
  ])("%s plus %i months is %s", (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });
  test("weekdays and lengths of years", () => {
    expect(["2026-11-23", "2026-11-29", "2024-02-29"].map(weekdayOf)).toEqual([1, 7, 4]);
    expect([2023, 2024, 2100].map((year) => daysOfYear(year).length)).toEqual([365, 366, 365]);
  });
  test("half a day is refused", () => {
    expect(() => addDays("2026-01-01", 0.5)).toThrow(RangeError);
  });
});
