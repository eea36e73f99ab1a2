/** Builds what the citizens' pages of bookings are made of; loaded with the first of them. */
import { bookablesOf } from "./booking/booking.bookable.ts";
import { openChallenges } from "./booking/booking.challenge.service.ts";
import { openBookingForms } from "./booking/booking.form.service.ts";
import { openFormStore } from "./booking/booking.form.store.ts";
import { openAvailability } from "./booking/booking.hint.service.ts";
import { openLimits } from "./booking/booking.limit.service.ts";
import { openLotteries } from "./booking/booking.lottery.service.ts";
import { openMyBookings } from "./booking/booking.mine.service.ts";
import { openOutlook } from "./booking/booking.outlook.service.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openBookingProof } from "./booking/booking.proof.service.ts";
import { openReleases } from "./booking/booking.release.service.ts";
import { bookingsOf } from "./booking/booking.service.ts";
import type { BookingCitizenServices } from "./booking/booking.shown.citizen.ts";
import { openUsable } from "./booking/booking.usable.service.ts";
import { openWaitingList } from "./booking/booking.waiting.service.ts";
import { dayOf } from "./calendar/calendar.ts";
import type { Guides } from "./guide/guide.service.ts";
import type { Config } from "./kit/config.ts";
import type { Search } from "./search/search.service.ts";

export interface VisitorGround extends BookingOptions {
  readonly config: Config;
  /** What guides are made of is loaded when a booking speaks of one. */
  readonly guidePages: () => Promise<{ readonly search: Search; readonly guides: Pick<Guides, "readLive"> }>;
}

/** More guides than this are no answer to what somebody has typed. */
const MOST_FOUND = 20;

export function bookingPagesOf(ground: VisitorGround): BookingCitizenServices {
  const { table, vault, clock, random, config, calendar, guidePages } = ground;
  const parts = bookingPartsOf(ground);
  const { halls } = parts;
  return {
    ...{ config, clock, halls, bookings: bookingsOf(parts) },
    outlook: openOutlook({ availability: openAvailability(parts), nearest: parts.nearest, clock, calendar }),
    releases: openReleases(parts),
    demandUsable: openUsable(parts),
    lotteries: openLotteries(parts),
    limits: openLimits({ table, vault, clock, challenges: openChallenges(ground) }),
    proof: openBookingProof({ table, vault, clock }),
    forms: openBookingForms({ store: openFormStore(table, vault), clock, random }),
    mine: openMyBookings({ bookings: parts.bookings, waiting: parts.waiting, halls, vault, clock }),
    waiting: openWaitingList({ parts }),
    readGuide: async (id) => (await guidePages()).guides.readLive(id),
    isBookable: async (id) =>
      bookablesOf(await halls.list(), dayOf(clock())).some(({ guide }) => guide === id),
    async findGuides(text) {
      const { searcher } = await (await guidePages()).search.current();
      return searcher.search({ text, limit: MOST_FOUND }).hits.map(({ id }) => id);
    },
  };
}
