/**
 * The days of a reception month (局长接访月): in the first week leaders receive on every working day, in the three weeks
 * after it on one day each, and they take turns. Pure; the office changes what comes out as it likes.
 */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays, weekdayOf } from "../calendar/calendar.ts";

/** `2026-07`. */
export type Month = string;
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

const WEEKS_AFTER = 3;
const weekFrom = (monday: Day): readonly Day[] => Array.from({ length: 7 }, (_, n) => addDays(monday, n));

/** The first Monday of a month, from which its weeks are counted. */
function firstMondayOf(month: Month): Day {
  const first = `${month}-01`;
  return addDays(first, (8 - weekdayOf(first)) % 7);
}

/**
 * Five days and three in a month without holidays. A weekday (ISO, 1 to 5) that is a holiday gives way to the next
 * working day of its week; a week without one has no reception.
 */
export function receptionDays(month: Month, weekday: number, calendar: Calendar): readonly Day[] {
  const monday = firstMondayOf(month);
  const worked = (days: readonly Day[]) => days.filter((day) => calendar.isWorkingDay(day));
  const later = Array.from({ length: WEEKS_AFTER }, (_, n) => weekFrom(addDays(monday, 7 * (n + 1))));
  const single = later.flatMap((week) => {
    const days = worked(week);
    return days.find((day) => weekdayOf(day) >= weekday) ?? days.at(-1) ?? [];
  });
  return [...worked(weekFrom(monday)), ...single];
}

/** Who comes when it goes round: the nth of a day. */
export const inTurn = <One>(all: readonly One[], n: number): One | undefined => all[n % all.length];
