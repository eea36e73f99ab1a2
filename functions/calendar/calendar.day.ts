/**
 * Calendar days in China, as plain text. Nothing here knows which of them are worked; see `calendar.ts`.
 *
 * A day is text from start to end, so it cannot slip by a time zone. The one crossing from an instant to a day
 * is `dayOf`. China has kept UTC+08:00 without summer time since September 1991, so the fixed offset gives the
 * same days as Asia/Shanghai and spares the zone tables of `Intl` (25 ms on the first call of a cold start).
 */
import * as TemporalInstant from "temporal-polyfill/fns/Instant";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime";
import type { Instant } from "../kit/clock.ts";

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`; sorts as text. */
export type Day = string;

const SHANGHAI = "+08:00";
const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const HOUR_OF_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}(?=:\d{2}:\d{2}(?:\.\d{1,9})?Z$)/;
const MOST_CACHED_HOURS = 10_000;

const pad = (value: number): string => String(value).padStart(2, "0");

interface YearOfDays {
  readonly days: readonly Day[];
  /** How many days lie before the month, January first. */
  readonly before: readonly number[];
  /** ISO weekday of 1 January: 1 Monday to 7 Sunday. */
  readonly firstWeekday: number;
}

const years = new Map<number, YearOfDays>();

function yearOfDays(year: number): YearOfDays {
  const known = years.get(year);
  if (known) return known;
  if (!Number.isInteger(year) || year < 1 || year > 9999) throw new RangeError("year out of range");
  const days: Day[] = [];
  const before: number[] = [];
  for (let month = 1; month <= 12; month += 1) {
    before.push(days.length);
    const length = PlainDate.daysInMonth(PlainDate.create(year, month, 1));
    const prefix = `${String(year).padStart(4, "0")}-${pad(month)}-`;
    for (let date = 1; date <= length; date += 1) days.push(prefix + pad(date));
  }
  const made = { days, before, firstWeekday: PlainDate.dayOfWeek(PlainDate.create(year, 1, 1)) };
  years.set(year, made);
  return made;
}

/** All days of a year, in order. */
export const daysOfYear = (year: number): readonly Day[] => yearOfDays(year).days;

/** The year of a day, as a number. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Where a day stands in its year: 0 for 1 January. Throws `RangeError` for text that is not an existing day. */
export function placeInYear(day: Day): number {
  if (DAY_SHAPE.test(day) && yearOf(day) > 0) {
    const { days, before } = yearOfDays(yearOf(day));
    const place = (before[Number(day.slice(5, 7)) - 1] ?? 0) + Number(day.slice(8)) - 1;
    if (days[place] === day) return place;
  }
  throw new RangeError("not a calendar day");
}

/** Whether the text is an existing day written `YYYY-MM-DD`: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  try {
    placeInYear(text);
    return true;
  } catch {
    return false;
  }
}

/** ISO weekday of a day: 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  const place = placeInYear(day);
  return ((yearOfDays(yearOf(day)).firstWeekday - 1 + place) % 7) + 1;
}

/** The day `count` days later (earlier, when negative). Throws `RangeError` for what is not a day. */
export function addDays(day: Day, count: number): Day {
  let year = yearOf(day);
  let place = placeInYear(day) + count;
  while (place < 0) {
    year -= 1;
    place += daysOfYear(year).length;
  }
  while (place >= daysOfYear(year).length) {
    place -= daysOfYear(year).length;
    year += 1;
  }
  const found = daysOfYear(year)[place];
  if (found === undefined) throw new RangeError("not a whole number of days");
  return found;
}

/** The days after a day, one by one, without an end but the year 9999. */
export function* daysAfter(day: Day): Generator<Day, never> {
  let place = placeInYear(day) + 1;
  for (let year = yearOf(day); ; year += 1) {
    const days = daysOfYear(year);
    for (; place < days.length; place += 1) yield days[place] ?? day;
    place = 0;
  }
}

/** The same date `count` months later; where that month is too short, its last day (31 August + 6 = 28 February). */
export function addMonths(day: Day, count: number): Day {
  placeInYear(day);
  const date = PlainDate.create(yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8)));
  return PlainDate.toString(PlainDate.addMonths(date, count));
}

const zoned = (instant: Instant): ZonedDateTime.Record =>
  TemporalInstant.toZonedDateTimeISO(TemporalInstant.fromString(instant), SHANGHAI);

const hours = new Map<string, Day>();

/**
 * The day in China at an instant: `2026-11-23T16:00:00.000Z` is the 24th. Throws `RangeError` for what is not an
 * instant. The offset is a whole number of hours, so one answer serves an hour; folding a long case asks often.
 */
export function dayOf(instant: Instant): Day {
  const hour = HOUR_OF_INSTANT.exec(instant)?.[0];
  const known = hour === undefined ? undefined : hours.get(hour);
  if (known !== undefined) return known;
  const day = PlainDate.toString(ZonedDateTime.toPlainDate(zoned(instant)));
  if (hours.size >= MOST_CACHED_HOURS) hours.clear();
  if (hour !== undefined) hours.set(hour, day);
  return day;
}

const instantOf = (day: Day, time: string): Instant => {
  placeInYear(day);
  const at = TemporalInstant.fromString(`${day}T${time}${SHANGHAI}`);
  return TemporalInstant.toString(at, { smallestUnit: "millisecond" });
};

/** The first instant of a day in China: `2026-11-22T16:00:00.000Z` for `2026-11-23`. */
export const startOfDay = (day: Day): Instant => instantOf(day, "00:00:00.000");

/** The last millisecond of a day in China: what is done at this instant is still in time. */
export const endOfDay = (day: Day): Instant => instantOf(day, "23:59:59.999");
