/**
 * The waiting list (候补) of a day: who waits for what, which free seat fits whom, and for how long it is offered. A seat
 * is offered to one person at a time, as a hold under the code that they were given when they joined. Pure.
 */
import * as v from "valibot";
import { addDays } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf, plusSeconds } from "../kit/clock.ts";
import type { Seat, SeatId } from "./booking.seat.ts";
import { daySchema, instantAt, placeInTime, type TimeOfDay, timeSchema } from "./booking.time.ts";
import { type Booking, isExpired } from "./booking.ts";
import type { Errand, PlannedVisit } from "./booking.visit.ts";
import { visitAt } from "./booking.visit.ts";
import type { WaitingRules } from "./booking.waiting.rules.ts";

export const waiterSchema = v.object({
  schema: v.literal(1),
  /** Opens the entry together with the telephone, and is the code of the booking that is offered. */
  code: v.string(),
  /** Keyed hash of what was asked, so that a repeat is known and another wish is not taken for it. */
  said: v.string(),
  owner: v.string(),
  version: v.number(),
  /** What became of an offer stands in the booking under the same code. */
  state: v.picklist(["waiting", "offered", "left"]),
  hall: v.string(),
  place: v.string(),
  services: v.array(v.string()),
  party: v.number(),
  day: daySchema,
  /** The times at which the visit may begin, `to` included. */
  from: timeSchema,
  to: timeSchema,
  lang: v.picklist(["zh", "en"]),
  /** Their place in line: when they joined, or for who was not drawn, the hour and their place in the order. */
  joinedAt: v.string(),
  /** `open`: registered for a draw to come. Afterwards: `lost`; whoever was drawn has been offered something. */
  lot: v.exactOptional(v.picklist(["open", "lost"])),
  guards: v.array(v.string()),
  phone4: v.string(),
  sealed: v.string(),
});
export type Waiter = v.InferOutput<typeof waiterSchema>;

/** As the person is told. `registered`: for a draw to come. `taken`: they have the booking. `missed`: the time of the offer ran out, or they declined. */
export type WaitingState = "registered" | "waiting" | "offered" | "taken" | "missed" | "left" | "over";

/** Nobody is offered what begins so soon that they could not decide. */
const SHORTEST_OFFER_SECONDS = 5 * 60;

export function stateOf(waiter: Waiter, booking: Booking | undefined, now: Instant): WaitingState {
  if (waiter.state === "left") return "left";
  if (waiter.state === "waiting" && waiter.lot === "open") return "registered";
  if (waiter.state === "waiting") return instantAt(waiter.day, waiter.to) <= now ? "over" : "waiting";
  if (booking === undefined) return "missed";
  if (booking.state === "held") return isExpired(booking, now) ? "missed" : "offered";
  return booking.state === "expired" || wasDeclined(booking) ? "missed" : "taken";
}

/** Cancelled before it was ever confirmed; what is cancelled later was taken. */
const wasDeclined = ({ state, history }: Booking): boolean =>
  state === "cancelled" && !history.some(({ action }) => action === "confirm");

/** Seats can be offered while they rest after somebody gave them back, but not before their day opens. */
export function isOfferable(seat: Seat, { now, restsUntil }: { now: Instant; restsUntil: Instant }): boolean {
  const isThere = seat.state === "free" && seat.shut !== true && seat.pool === "public";
  return isThere && seat.opensAt <= restsUntil && now < seat.closesAt;
}

/** The visits of an errand that use this seat, begin when the waiter can, and are short of nothing the hall knows of. */
export function visitsUsing(
  waiter: Pick<Waiter, "day" | "from" | "to">,
  errand: Errand,
  seat: SeatId,
): readonly PlannedVisit[] {
  const beginning = visitAt(errand, { day: waiter.day, time: seat.time });
  const slotMinutes = beginning.ok ? beginning.value.slotMinutes : 15;
  const count = beginning.ok ? beginning.value.steps.length : 1;
  const times = Array.from({ length: count }, (_, n) => earlierBy(seat.time, n * slotMinutes));
  return times.flatMap((time) => {
    if (time === undefined || time < waiter.from || time > waiter.to) return [];
    const visit = visitAt(errand, { day: waiter.day, time });
    if (!visit.ok) return [];
    const uses = visit.value.steps.some((step) => step.time === seat.time && step.lanes.includes(seat.lane));
    return uses ? [visit.value] : [];
  });
}

function earlierBy(time: TimeOfDay, minutes: number): TimeOfDay | undefined {
  const earlier = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - minutes;
  const two = (n: number) => String(n).padStart(2, "0");
  return earlier < 0 ? undefined : `${two(Math.floor(earlier / 60))}:${two(earlier % 60)}`;
}

/**
 * Until when an offer made now can be taken: `offerMinutes` of the hours in which people are asked, and not beyond
 * `closesAt`, the instant from which the seat cannot be booked any more. Undefined when too little time is left.
 */
export function offerUntil(rules: WaitingRules, now: Instant, closesAt: Instant): Instant | undefined {
  let at = now;
  let left = rules.offerMinutes * 60;
  while (left > 0 && at < closesAt) {
    const { day } = placeInTime(at);
    const [opens, ends] = [instantAt(day, rules.from), instantAt(day, rules.to)];
    const begins = at < opens ? opens : at;
    const there = Math.max(0, (millisecondsOf(ends) - millisecondsOf(begins)) / 1000);
    const used = Math.min(left, there);
    left -= used;
    at = left > 0 ? instantAt(addDays(day, 1), rules.from) : plusSeconds(begins, used);
  }
  const until = at < closesAt ? at : closesAt;
  return plusSeconds(now, SHORTEST_OFFER_SECONDS) <= until ? until : undefined;
}
