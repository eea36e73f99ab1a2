/** Which problems each kind of request about bookings can meet. */
/** What every request that opens a booking can meet. */
export const ofBooking = ["phone_required", "booking_not_found", "too_many_tries"] as const;
/** What every request for a time can meet. */
export const ofTimes = [
  "day_closed",
  "slot_not_published",
  "slot_not_open",
  "turn_not_yet",
  "being_drawn",
  "slot_over",
  "slot_full",
  "slot_does_not_fit",
  "already_booked",
] as const;
/** What every request to wait can meet. */
export const ofWaiting = [
  "day_closed",
  "slot_not_open",
  "being_drawn",
  "slot_over",
  "times_free",
  "already_waiting",
  "waited_often",
  "already_booked",
  "limit_reached",
  "banned",
  "proof_required",
  "too_many_bookings",
] as const;
/** What every request for a queue ticket can meet: also what would keep its holder from booking at the hour. */
export const ofTickets = [
  "queue_closed",
  "already_booked",
  "limit_reached",
  "banned",
  "proof_required",
  "too_many_bookings",
] as const;
/** What every request for a seat can meet. */
export const ofSeats = [...ofTimes, "limit_reached", "banned"] as const;
