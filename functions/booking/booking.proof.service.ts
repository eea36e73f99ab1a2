/** Opening a booking by its code and its telephone: the last four digits, or all of it. */
import type { Shown } from "./booking.code.ts";
import { bookingIn, bookingKey } from "./booking.store.ts";
import type { ProofOptions } from "./booking.tries.service.ts";
import { openPhoneProof } from "./booking.tries.service.ts";
import type { Booking } from "./booking.ts";

export type BookingProof = ReturnType<typeof openBookingProof>;

export function openBookingProof(options: ProofOptions) {
  const prove = openPhoneProof(options);
  return {
    /** Raises 404 `booking_not_found` for a wrong one as for a missing code, and 429 `too_many_tries`. */
    prove: (shown: Shown, address: string): Promise<Booking> =>
      prove({ keyOf: bookingKey, read: bookingIn }, shown, address),
  };
}
