/** Why a booking is refused, as problems with what helps to go on. The sentences are in `booking.api.problems` and copy. */
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import { conflict, notFound, Problem } from "../kit/problem.ts";
import type { Refusal } from "./booking.guard.ts";
import type { Closure } from "./booking.hours.ts";
import type { TimeOfDay } from "./booking.time.ts";

/** Another time at which the same can be had, as far as the hints know. */
export interface Alternative {
  readonly day: string;
  readonly time: TimeOfDay;
  readonly free: number;
}

const secondsUntil = (instant: Instant, now: Instant): number =>
  Math.max(1, Math.ceil((millisecondsOf(instant) - millisecondsOf(now)) / 1000));

export const bookingProblems = {
  notFound: () => notFound("booking_not_found"),
  /** A holiday, a weekend, or what the office has announced. */
  dayClosed: (closure: Closure, alternatives: readonly Alternative[]) =>
    new Problem(409, "day_closed", { members: { closure, alternatives } }),
  notPublished: (alternatives: readonly Alternative[]) =>
    new Problem(409, "slot_not_published", { members: { alternatives } }),
  notOpen: (opensAt: Instant, now: Instant) =>
    new Problem(409, "slot_not_open", {
      members: { opensAt },
      retryAfterSeconds: secondsUntil(opensAt, now),
    }),
  /** Lots are drawn just now: what is left opens to everybody after that. */
  beingDrawn: () => new Problem(409, "being_drawn", { retryAfterSeconds: 60 }),
  /** Others who were there before the hour come first. */
  turnNotYet: (opensAt: Instant, now: Instant) =>
    new Problem(409, "turn_not_yet", {
      members: { opensAt },
      retryAfterSeconds: secondsUntil(opensAt, now),
    }),
  over: (alternatives: readonly Alternative[]) =>
    new Problem(409, "slot_over", { members: { alternatives } }),
  full: (alternatives: readonly Alternative[]) =>
    new Problem(409, "slot_full", { members: { alternatives } }),
  /** The counters close before it would be done. */
  doesNotFit: (alternatives: readonly Alternative[]) =>
    new Problem(409, "slot_does_not_fit", { members: { alternatives } }),
  /** The same person waits for the same day and service with another wish. */
  alreadyWaiting: () => conflict("already_waiting"),
  /** Nobody need wait for what can be booked. */
  stillFree: (alternatives: readonly Alternative[]) =>
    new Problem(409, "times_free", { members: { alternatives } }),
  waitedOften: () => conflict("waited_often"),
  sameSlot: () => conflict("same_slot"),
  wrongState: () => conflict("booking_state"),
  holdExpired: () => conflict("hold_expired"),
  seatClosed: () => conflict("seat_closed"),
  tooLate: () => conflict("too_late_to_change"),
  agentRefused: () => new Problem(422, "agent_refused"),
  keyReused: () => new Problem(422, "token_reused"),
};

export function problemOf(refusal: Refusal): Problem {
  switch (refusal.code) {
    case "banned":
      return new Problem(403, "banned", { members: { until: refusal.until } });
    case "limit_reached": {
      const { most, per, of } = refusal.limit;
      return new Problem(409, "limit_reached", { members: { limit: { most, per, of } } });
    }
    default:
      return conflict("already_booked");
  }
}
