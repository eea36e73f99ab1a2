/**
 * Arriving (签到) at a hall: how early and how late one may, and how the queue of the day weighs who came when. Settings
 * of the hall with their units in their names. Pure.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Seat } from "./booking.seat.ts";
import { obstacleTo } from "./booking.seat.ts";
import { instantAt } from "./booking.time.ts";

const minutes = (usual: number, most: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most)), usual);

export const arrivalSchema = v.strictObject({
  /** So long before the booked time one can check in. */
  earlyMinutes: minutes(30, 240),
  /** So long after it one still can; then nobody has come. */
  lateMinutes: minutes(15, 240),
  /** Who comes without a booking lets everybody go first whose booked time is at most so long after they came. */
  walkInYieldMinutes: minutes(30, 240),
  /** Who has priority is called as if they had come so much earlier. */
  priorityMinutes: minutes(60, 480),
});
export type ArrivalSettings = v.InferOutput<typeof arrivalSchema>;

export type ArrivalStanding =
  | { readonly is: "in_time" }
  | { readonly is: "late"; readonly lateMinutes: number }
  /** `from`: when one can check in. */
  | { readonly is: "too_early"; readonly from: Instant }
  | { readonly is: "too_late"; readonly until: Instant };

/** Until when one can still check in; later the visit counts as one that nobody came to. */
export const arrivalEnds = (startsAt: Instant, { lateMinutes }: ArrivalSettings): Instant =>
  plusSeconds(startsAt, lateMinutes * 60);

/** Whether somebody can check in now; both ends of the time belong to it. */
export function arrivalAt(startsAt: Instant, settings: ArrivalSettings, now: Instant): ArrivalStanding {
  const from = plusSeconds(startsAt, -settings.earlyMinutes * 60);
  const until = arrivalEnds(startsAt, settings);
  if (now < from) return { is: "too_early", from };
  if (now > until) return { is: "too_late", until };
  if (now <= startsAt) return { is: "in_time" };
  return { is: "late", lateMinutes: Math.ceil((Date.parse(now) - Date.parse(startsAt)) / 60_000) };
}

/** Whether a slot has ended. */
export const isOverAt = (
  { day, time }: { readonly day: Day; readonly time: string },
  slotMinutes: number,
  now: Instant,
): boolean => plusSeconds(instantAt(day, time), slotMinutes * 60) <= now;

/** Whether somebody without a booking can have a seat, its own end apart. */
export const canBeWalkedInto = (seat: Seat, now: Instant): boolean =>
  obstacleTo(seat, { pool: "walk_in", now }) === undefined;
