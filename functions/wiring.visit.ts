/** Builds what the day of a visit is made of, behind the doors that need it. */
import type { AuditStore } from "./audit/audit.store.ts";
import { openArrivals } from "./booking/booking.arrival.service.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openBookingProof } from "./booking/booking.proof.service.ts";
import { openSchedules } from "./booking/booking.schedule.service.ts";
import { bookingsOf } from "./booking/booking.service.ts";
import { openVisitAccess } from "./visit/visit.access.service.ts";
import { visitsOf } from "./visit/visit.service.ts";
import { openVisitStore } from "./visit/visit.store.ts";

export interface VisitOptions extends BookingOptions {
  readonly audit: AuditStore;
}

export function visitOf(options: VisitOptions) {
  const { table, vault, clock } = options;
  const parts = bookingPartsOf(options);
  return visitsOf({
    ...options,
    store: openVisitStore(table),
    demand: openVisitAccess(options),
    halls: parts.halls,
    arrivals: openArrivals(parts, openSchedules(parts)),
    bookings: bookingsOf(parts),
    proof: openBookingProof({ table, vault, clock }),
  });
}
