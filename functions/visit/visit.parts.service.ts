/** What the services of visits are made of; wiring and tests build it. */
import type { AuditStore } from "../audit/audit.store.ts";
import type { Arrivals } from "../booking/booking.arrival.service.ts";
import type { Halls } from "../booking/booking.hall.service.ts";
import type { Hall, Place } from "../booking/booking.hall.ts";
import { placeOf } from "../booking/booking.hall.ts";
import type { BookingProof } from "../booking/booking.proof.service.ts";
import type { Bookings } from "../booking/booking.service.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { Demand } from "./visit.access.service.ts";
import { visitProblems } from "./visit.problem.ts";
import type { VisitStore } from "./visit.store.ts";
import type { ByStaff, Queue } from "./visit.ts";

export interface VisitParts {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly audit: AuditStore;
  readonly store: VisitStore;
  readonly demand: Demand;
  readonly halls: Pick<Halls, "find" | "list" | "readForChange">;
  readonly arrivals: Arrivals;
  readonly bookings: Pick<Bookings, "noShow" | "cancel">;
  readonly proof: Pick<BookingProof, "prove">;
}

/** A place of a hall, as an address names it. */
export interface Where {
  readonly hall: string;
  readonly place: string;
}

export interface Found {
  readonly hall: Hall;
  readonly place: Place;
  /** The queue of today. */
  readonly queue: Queue;
}

/** Raises 404 for what no hall has. */
export async function findPlace(
  { halls, clock }: Pick<VisitParts, "halls" | "clock">,
  where: Where,
): Promise<Found> {
  const hall = await halls.find(where.hall);
  const place = hall === undefined ? undefined : placeOf(hall, where.place);
  if (hall === undefined || place === undefined) throw visitProblems.notFound();
  return { hall, place, queue: { hall: hall.id, place: place.id, day: dayOf(clock()) } };
}

export const staffOf = ({ id, name }: Staff): ByStaff => ({ id, name });
