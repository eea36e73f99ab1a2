/** Whether a person could book when seats open: a ticket that its holder may not use only keeps them waiting. */
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { guardsOf } from "./booking.draft.service.ts";
import { emptyGuard, refusalOf } from "./booking.guard.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { problemOf } from "./booking.problem.ts";
import { rulesOn } from "./booking.rules.ts";
import type { Party } from "./booking.ts";
import type { Errand } from "./booking.visit.ts";
import { itemsOf } from "./booking.visit.ts";

export function openUsable({ vault, frames, bookings }: Pick<BookingParts, "vault" | "frames" | "bookings">) {
  /** One read. Raises what booking would raise at the hour: `already_booked`, `limit_reached`, `banned`. */
  return async (errand: Errand, day: Day, party: Pick<Party, "identityNumber" | "phone">): Promise<void> => {
    // As it will be then: a booking of today or a ban that is over by that hour is in nobody's way.
    const { opensAt: now } = frames(errand.place, day);
    const rules = rulesOn(errand.hall.rules, dayOf(now));
    const visit = { code: "", hall: errand.hall.id, day, items: itemsOf(errand.services), until: now };
    for (const stored of await bookings.readGuards(guardsOf(vault, rules, party))) {
      const refusal = refusalOf(stored?.guard ?? emptyGuard, visit, { rules, now });
      if (refusal !== undefined) throw problemOf(refusal);
    }
  };
}
