/** What can be done with bookings. The rules are in the models; each operation is one transaction. */

import { openBooking } from "./booking.book.service.ts";
import { openChanges } from "./booking.change.service.ts";
import { openMoves } from "./booking.move.service.ts";
import type { BookingOptions, BookingParts } from "./booking.parts.service.ts";
import { bookingPartsOf } from "./booking.parts.service.ts";
import { openReading } from "./booking.reading.service.ts";
import { openReleases } from "./booking.release.service.ts";
import { openReturns } from "./booking.return.service.ts";
import { openSeating } from "./booking.seating.service.ts";

export type { Made } from "./booking.book.service.ts";
export type { ActsFor } from "./booking.change.service.ts";
export type { Destination } from "./booking.move.service.ts";
export type { Changed } from "./booking.reading.service.ts";

export type Bookings = ReturnType<typeof openBookings>;

export const openBookings = (options: BookingOptions) => bookingsOf(bookingPartsOf(options));

export function bookingsOf(parts: BookingParts) {
  const seating = openSeating(parts, openReleases(parts));
  const readings = openReading(parts);
  const returns = openReturns(parts);
  return {
    ...openBooking(parts, seating),
    ...openChanges(readings, returns),
    ...openMoves({ parts, readings, returns, seating }),
  };
}
