/**
 * Counting the limits of the law: working days (条例 chapter 4), and calendar days or months that may not end on
 * a day of rest (民诉法 85; used for the remedies). Everything is pure, and says why each day did or did not count.
 */
import type { Calendar, DayNote } from "./calendar.china.ts";
import { addDays, addMonths, type Day, daysAfter, placeInYear, yearOf } from "./calendar.day.ts";

export type { Announcements, Calendar, DayNote, Name } from "./calendar.china.ts";
export { calendarFrom, chinaCalendar } from "./calendar.china.ts";
export type { Day } from "./calendar.day.ts";
export { addDays, addMonths, dayOf, endOfDay, isDay, startOfDay, weekdayOf, yearOf } from "./calendar.day.ts";

/** Days that do not count although they are worked, both ends included. An interval that ends early is empty. */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
  /** A code such as `consultation`; its words are in `web/copy`. */
  readonly reason: string;
}

export type DayReason =
  | DayNote
  | { readonly code: "first_day" }
  | { readonly code: "excluded"; readonly reason: string };

export interface CountedDay {
  readonly day: Day;
  /** Which day of the limit it is, from 1; null when it does not count. */
  readonly counted: number | null;
  readonly reason: DayReason;
}

export interface Limit {
  /** The last day on which the act is in time. */
  readonly due: Day;
  /** A notice still to come may move it: recompute when the calendar's `firmThrough` grows. */
  readonly provisional: boolean;
  /** Each day from the first (day 0) to `due`. */
  readonly days: readonly CountedDay[];
}

/** More than any limit of the law with its excluded time; a guard against a count that never ends. */
const MOST_DAYS_WALKED = 4_000;
const FIRST_DAY: DayReason = { code: "first_day" };

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Longest first on the same day, then by code: the reason shown does not depend on the order given. */
const inOrder = (intervals: readonly Interval[]): readonly Interval[] =>
  [...intervals].sort(
    (one, other) =>
      compare(one.from, other.from) || compare(other.to, one.to) || compare(one.reason, other.reason),
  );

function exclusionOn(day: Day, ordered: readonly Interval[]): Interval | undefined {
  return ordered.find(({ from, to }) => from <= day && day <= to);
}

const isRest = (note: DayNote): boolean => note.code === "weekend" || note.code === "holiday";

/** A day of rest keeps its own reason inside an interval: the interval took nothing from the count there. */
function reasonOf(calendar: Calendar, day: Day, ordered: readonly Interval[]): DayReason {
  const note = calendar.nameOf(day);
  if (isRest(note)) return note;
  const exclusion = exclusionOn(day, ordered);
  return exclusion ? { code: "excluded", reason: exclusion.reason } : note;
}

const counts = ({ code }: DayReason): boolean => code === "working" || code === "make_up";

const isProvisional = (calendar: Calendar, start: Day, due: Day): boolean =>
  due > calendar.firmThrough || yearOf(start) < calendar.announcedFrom;

function requireCount(count: number): void {
  if (!Number.isInteger(count) || count < 1) throw new RangeError("a limit is a whole number from 1");
}

function countLimit(calendar: Calendar, start: Day, count: number, excluded: readonly Interval[]): Limit {
  const ordered = inOrder(excluded);
  const days: CountedDay[] = [{ day: start, counted: null, reason: FIRST_DAY }];
  let counted = 0;
  for (const day of daysAfter(start)) {
    const reason = reasonOf(calendar, day, ordered);
    if (counts(reason)) counted += 1;
    days.push({ day, counted: counts(reason) ? counted : null, reason });
    if (counted === count) return { due: day, provisional: isProvisional(calendar, start, day), days };
    if (days.length > MOST_DAYS_WALKED) break;
  }
  throw new RangeError("the limit runs too long");
}

/** A fold asks for the same limit after each event of a case; the answers are read-only, so they can be shared. */
const limits = new WeakMap<Calendar, Map<string, Limit>>();
const MOST_LIMITS_KEPT = 500;

/**
 * The limit of `count` working days after `start`. The first day does not count (民诉法 85), whether worked or
 * not; days inside the union of `excluded` do not count (条例 33, last paragraph).
 * Throws `RangeError` for what is not a day, a count below 1, or a count that runs over ten years.
 */
export function addWorkingDays(
  calendar: Calendar,
  start: Day,
  count: number,
  excluded: readonly Interval[] = [],
): Limit {
  requireCount(count);
  const kept = limits.get(calendar) ?? new Map<string, Limit>();
  limits.set(calendar, kept);
  const key = [start, count, ...excluded.flatMap(({ from, to, reason }) => [from, to, reason])].join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known;
  const limit = countLimit(calendar, start, count, excluded);
  if (kept.size >= MOST_LIMITS_KEPT) kept.clear();
  kept.set(key, limit);
  return limit;
}

/**
 * How many working days lie after `after` up to and including `through`, without the excluded ones; negative
 * when `through` lies before `after`. So it is what is left (from today to the due date) or overdue by.
 */
export function workingDaysBetween(
  calendar: Calendar,
  after: Day,
  through: Day,
  excluded: readonly Interval[] = [],
): number {
  if (through < after) return 0 - workingDaysBetween(calendar, through, after, excluded);
  const ordered = inOrder(excluded);
  placeInYear(through);
  let counted = 0;
  for (const day of daysAfter(after)) {
    if (day > through) break;
    if (counts(reasonOf(calendar, day, ordered))) counted += 1;
  }
  return counted;
}

/** The day itself when it is worked, else the next one that is. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let found = day;
  while (!calendar.isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/**
 * A limit of calendar days or months after `start`, such as the 60 days and 6 months of the remedies (复议法 20,
 * 行诉法 46). One that ends on a day of rest ends on the first day after it (民诉法 85).
 */
export function addPeriod(
  calendar: Calendar,
  start: Day,
  period: { readonly days: number } | { readonly months: number },
): { readonly due: Day; readonly provisional: boolean } {
  requireCount("days" in period ? period.days : period.months);
  const last = "days" in period ? addDays(start, period.days) : addMonths(start, period.months);
  const due = workingDayFrom(calendar, last);
  return { due, provisional: isProvisional(calendar, start, due) };
}
