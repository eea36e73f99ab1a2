/** Builds what the citizens' pages of bookings are made of; loaded with the first of them. */
import type { AuditStore } from "./audit/audit.store.ts";
import { bookablesOf } from "./booking/booking.bookable.ts";
import { openBookingForms } from "./booking/booking.form.service.ts";
import { openFormStore } from "./booking/booking.form.store.ts";
import { openAvailability } from "./booking/booking.hint.service.ts";
import { openMyBookings } from "./booking/booking.mine.service.ts";
import { openOutlook } from "./booking/booking.outlook.service.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openBookingProof } from "./booking/booking.proof.service.ts";
import { bookingsOf } from "./booking/booking.service.ts";
import type { BookingCitizenServices } from "./booking/booking.shown.citizen.ts";
import { bookingKey } from "./booking/booking.store.ts";
import { dayOf } from "./calendar/calendar.ts";
import { openGuides } from "./guide/guide.service.ts";
import { openGuideStore } from "./guide/guide.store.ts";
import type { Config } from "./kit/config.ts";
import { openProgressStore } from "./progress/progress.store.ts";
import type { Search } from "./search/search.service.ts";

export interface VisitorGround extends BookingOptions {
  readonly config: Config;
  readonly audit: AuditStore;
  readonly guidePages: () => Promise<{ readonly search: Search }>;
}

/** More guides than this are no answer to what somebody has typed. */
const MOST_FOUND = 20;

export function bookingPagesOf(ground: VisitorGround): BookingCitizenServices {
  const { table, vault, clock, random, config, calendar, audit, guidePages } = ground;
  const parts = bookingPartsOf(ground);
  const { halls } = parts;
  const tries = openProgressStore({ table, vault, headKey: bookingKey });
  const guides = openGuides({ store: openGuideStore(table), audit, clock });
  return {
    ...{ config, clock, halls, bookings: bookingsOf(parts) },
    outlook: openOutlook({ availability: openAvailability(parts), nearest: parts.nearest, clock, calendar }),
    proof: openBookingProof({ tries, vault, clock }),
    forms: openBookingForms({ store: openFormStore(table, vault), clock, random }),
    mine: openMyBookings({ bookings: parts.bookings, halls, vault, clock }),
    readGuide: guides.readLive,
    isBookable: async (id) =>
      bookablesOf(await halls.list(), dayOf(clock())).some(({ guide }) => guide === id),
    async findGuides(text) {
      const { searcher } = await (await guidePages()).search.current();
      return searcher.search({ text, limit: MOST_FOUND }).hits.map(({ id }) => id);
    },
  };
}
