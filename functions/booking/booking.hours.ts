/**
 * When a counter is open on a day: weekly hours, minus breaks, with statutory holidays closed and 调休 working days open
 * as a weekday, and exceptions above all of them. A closed day says why, for the person who asks for it.
 */
import * as v from "valibot";
import type { Calendar, Day, Name } from "../calendar/calendar.ts";
import { weekdayOf, yearOf } from "../calendar/calendar.ts";
import { daySchema, type Span, spanSchema, without } from "./booking.time.ts";

const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const counters = v.optional(v.array(v.string()));
const note = v.optional(v.strictObject({ zh: v.string(), en: v.string() }));

/** Open or closed on certain days, for all counters or some; the last one that fits counts. */
export const exceptionSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("closed"), from: daySchema, to: daySchema, counters, note }),
  v.strictObject({
    kind: v.literal("open"),
    from: daySchema,
    to: daySchema,
    counters,
    note,
    hours: v.pipe(v.array(spanSchema), v.minLength(1)),
  }),
]);
export type Exception = v.InferOutput<typeof exceptionSchema>;

export const hoursSchema = v.strictObject({
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  weekly: v.array(v.strictObject({ weekdays: v.array(weekday), hours: v.array(spanSchema), counters })),
  /** Lunch, and whatever else is every day; counters may take turns. */
  breaks: v.optional(v.array(v.strictObject({ ...spanSchema.entries, counters })), []),
  /** Statutory holidays (法定节假日). */
  holidays: v.optional(v.picklist(["closed", "as_usual"]), "closed"),
  /** A Saturday or Sunday that is worked (调休) has the hours of this weekday; 0 keeps the weekend. */
  makeUpAs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7)), 1),
  exceptions: v.optional(v.array(exceptionSchema), []),
});
export type Hours = v.InferOutput<typeof hoursSchema>;

/**
 * Why nobody is at the counter: a holiday by its name, the week, what the office has announced, or that nobody knows yet
 * which days of its year are worked, because the State Council's notice is not out.
 */
export type Closure =
  | { readonly code: "holiday"; readonly name: Name }
  | { readonly code: "weekly" }
  | { readonly code: "unannounced" }
  | { readonly code: "announced"; readonly note?: Name };

export type Opening =
  | { readonly spans: readonly Span[]; readonly note?: Name }
  | { readonly spans: readonly []; readonly closure: Closure };

const concerns = (named: readonly string[] | undefined, counter: string): boolean =>
  named === undefined || named.includes(counter);

/** When this counter works on this day. */
export function openingOf(hours: Hours, counter: string, { day, calendar }: OnDay): Opening {
  const exception = hours.exceptions.findLast(
    ({ from, to, counters: named }) => from <= day && day <= to && concerns(named, counter),
  );
  const announced = exception?.note === undefined ? {} : { note: exception.note };
  if (exception?.kind === "closed") return { spans: [], closure: { code: "announced", ...announced } };
  if (exception?.kind === "open")
    return { spans: afterBreaks(hours, counter, exception.hours), ...announced };
  if (dependsOnNotice(hours) && yearOf(day) > calendar.announcedThrough)
    return { spans: [], closure: { code: "unannounced" } };
  const day_ = calendar.nameOf(day);
  if (day_.code === "holiday" && hours.holidays === "closed")
    return { spans: [], closure: { code: "holiday", name: day_.name } };
  const as = day_.code === "make_up" && hours.makeUpAs > 0 ? hours.makeUpAs : weekdayOf(day);
  const usual = hours.weekly
    .filter(({ weekdays, counters: named }) => weekdays.includes(as) && concerns(named, counter))
    .flatMap((each) => each.hours);
  const spans = afterBreaks(hours, counter, usual);
  return spans.length > 0 ? { spans } : { spans: [], closure: { code: "weekly" } };
}

/** Whoever works through holidays and keeps every weekend has no need of the notice. */
const dependsOnNotice = ({ holidays, makeUpAs }: Hours): boolean => holidays === "closed" || makeUpAs > 0;

export interface OnDay {
  readonly day: Day;
  readonly calendar: Calendar;
}

const afterBreaks = (hours: Hours, counter: string, spans: readonly Span[]): readonly Span[] =>
  without(
    spans,
    hours.breaks.filter((each) => concerns(each.counters, counter)),
  );
