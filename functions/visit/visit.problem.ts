/** Why somebody cannot check in, take a number or act on a ticket, with what helps to go on. */
import type { ArrivalStanding } from "../booking/booking.arrival.ts";
import type { Booking } from "../booking/booking.ts";
import { conflict, notFound, Problem } from "../kit/problem.ts";

export const visitProblems = {
  /** Not a hall, place, counter or service of this government. */
  notFound: () => notFound("visit_not_found"),
  /** It is not yet, or no longer, the time of the booking. */
  notNow: (
    { time }: Pick<Booking, "time">,
    standing: Extract<ArrivalStanding, { is: "too_early" | "too_late" }>,
  ) =>
    standing.is === "too_early"
      ? new Problem(409, "check_in_early", { members: { time, from: standing.from } })
      : new Problem(409, "check_in_late", { members: { until: standing.until } }),
  otherDay: ({ day, time }: Pick<Booking, "day" | "time">) =>
    new Problem(409, "check_in_other_day", { members: { day, time } }),
  elsewhere: ({ hall, place }: Pick<Booking, "hall" | "place">) =>
    new Problem(409, "check_in_elsewhere", { members: { hall, place } }),
  /** It was cancelled, nobody came in time, or it was never confirmed. */
  notBooked: ({ state }: Pick<Booking, "state">) =>
    new Problem(409, "check_in_state", { members: { state } }),
  /** No seat is left today for people without a booking. */
  noNumbers: () => conflict("no_numbers_left"),
  closedToday: () => conflict("visit_closed"),
  notOffered: () => conflict("visit_not_offered"),
  nobodyWaits: () => conflict("nobody_waits"),
  /** The counter has to finish with whom it has called. */
  counterBusy: (number: string) => new Problem(409, "counter_busy", { members: { number } }),
  changed: () => conflict("ticket_changed"),
  wrongState: () => conflict("ticket_state"),
};
