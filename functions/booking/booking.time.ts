/**
 * Times of day at a hall (大厅), as its clock shows them: `09:30`, and `24:00` for the end of the day. They sort as
 * text. The one crossing to an instant is `instantAt`, which reads them in Asia/Shanghai wherever the caller is.
 */
import * as v from "valibot";
import { type Day, dayOf, isDay, startOfDay } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf, plusSeconds } from "../kit/clock.ts";

/** `HH:MM`, from `00:00` to `24:00`. */
export type TimeOfDay = string;

/** From `from` up to, but without, `to`. */
export interface Span {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

export const ZONE = "Asia/Shanghai";
const SHAPE = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export const timeSchema = v.pipe(v.string("time.required"), v.regex(SHAPE, "time.invalid"));
export const daySchema = v.pipe(v.string("day.required"), v.check(isDay, "day.invalid"));
export const spanSchema = v.pipe(
  v.strictObject({ from: timeSchema, to: timeSchema }),
  v.check(({ from, to }) => from < to, "time.order"),
);

export const isTime = (text: string): boolean => SHAPE.test(text);

/** Minutes since midnight: 570 for `09:30`. */
export const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The time that lies `minutes` after midnight, at most 1,440. */
export const timeOf = (minutes: number): TimeOfDay =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The time `minutes` later on the same day; undefined beyond its end. */
export function laterBy(time: TimeOfDay, minutes: number): TimeOfDay | undefined {
  const later = minutesOf(time) + minutes;
  return later > 1440 ? undefined : timeOf(later);
}

/** Days begin where they begin; a plan of a day asks for hundreds of its instants. */
const beginnings = new Map<Day, Instant>();
const MOST_BEGINNINGS = 1_000;

/** The instant at which the clock of the hall shows this time on this day. */
export function instantAt(day: Day, time: TimeOfDay): Instant {
  const begins = beginnings.get(day) ?? startOfDay(day);
  if (beginnings.size >= MOST_BEGINNINGS) beginnings.clear();
  beginnings.set(day, begins);
  return plusSeconds(begins, minutesOf(time) * 60);
}

/** What the clock of the hall shows at an instant. */
export function placeInTime(instant: Instant): { readonly day: Day; readonly time: TimeOfDay } {
  const day = dayOf(instant);
  const minutes = Math.floor((millisecondsOf(instant) - millisecondsOf(startOfDay(day))) / 60_000);
  return { day, time: timeOf(minutes) };
}

/** The times at which slots of this length begin, each of which ends inside the span. */
export function timesIn({ from, to }: Span, slotMinutes: number): readonly TimeOfDay[] {
  const count = Math.floor((minutesOf(to) - minutesOf(from)) / slotMinutes);
  return Array.from({ length: Math.max(0, count) }, (_, place) =>
    timeOf(minutesOf(from) + place * slotMinutes),
  );
}

/** What is left of spans when others are taken out, in order and without empty ones. */
export function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const cut = (span: Span, out: Span): readonly Span[] =>
    out.to <= span.from || span.to <= out.from
      ? [span]
      : [
          { from: span.from, to: out.from },
          { from: out.to, to: span.to },
        ].filter(({ from, to }) => from < to);
  return taken
    .reduce<readonly Span[]>((left, out) => left.flatMap((span) => cut(span, out)), spans)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
