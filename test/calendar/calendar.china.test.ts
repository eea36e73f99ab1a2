import announced from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { addWorkingDays, calendarFrom, chinaCalendar } from "../../functions/calendar/calendar.ts";

const upTo = (year: number) => {
  const before = (days: Record<string, string>) =>
    Object.fromEntries(Object.entries(days).filter(([day]) => day < `${year + 1}`));
  return { holidays: before(announced.holidays), workdays: before(announced.workdays) };
};

describe("which years are announced", () => {
  test("comes from the data, and reaches at least the year this was written in", () => {
    const china = chinaCalendar();
    expect(china.announcedThrough).toBeGreaterThanOrEqual(2026);
    expect(china.announcedFrom).toBe(2004);
    expect(calendarFrom(upTo(2024)).announcedThrough).toBe(2024);
  });
  test("a year that has only a few days of its neighbour's notice is not announced", () => {
    const data = upTo(2025);
    const neighbour = { ...data, holidays: { ...data.holidays, "2026-01-01": "New Year's Day,元旦,1" } };
    expect(calendarFrom(neighbour).announcedThrough).toBe(2025);
  });
  test("a year missing in the middle ends what is known", () => {
    const data = upTo(2026);
    const holidays = Object.fromEntries(
      Object.entries(data.holidays).filter(([day]) => !day.startsWith("2025")),
    );
    expect(calendarFrom({ ...data, holidays }).announcedThrough).toBe(2024);
  });
  test("data without any notice is a mistake", () => {
    expect(() => calendarFrom({ holidays: {}, workdays: {} })).toThrow(RangeError);
  });
});

describe("provisional dates", () => {
  const known2025 = calendarFrom(upTo(2025));
  test("a limit that ends in a year without a notice is provisional, and follows the week", () => {
    const { due, provisional, days } = addWorkingDays(known2025, "2025-12-15", 20);
    expect({ due, provisional }).toEqual({ due: "2026-01-12", provisional: true });
    expect(days.find(({ day }) => day === "2026-01-01")?.counted).not.toBeNull();
  });
  test("the notice makes it firm, on another day", () => {
    const { due, provisional } = addWorkingDays(calendarFrom(upTo(2026)), "2025-12-15", 20);
    expect({ due, provisional }).toEqual({ due: "2026-01-13", provisional: false });
  });
  test("the last days of December can still be changed by the next notice", () => {
    expect(known2025.firmThrough).toBe("2025-12-28");
    expect(addWorkingDays(known2025, "2025-12-23", 3).provisional).toBe(false);
    expect(addWorkingDays(known2025, "2025-12-23", 4)).toMatchObject({
      due: "2025-12-29",
      provisional: true,
    });
  });
  test("the next notice has changed December before", () => {
    expect(chinaCalendar().nameOf("2018-12-29").code).toBe("make_up");
    expect(chinaCalendar().nameOf("2018-12-31").code).toBe("holiday");
  });
  test("before the first known notice a count is provisional too", () => {
    expect(addWorkingDays(chinaCalendar(), "2003-12-01", 3).provisional).toBe(true);
  });
});
