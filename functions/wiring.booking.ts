/** Builds what bookings are made of, for the functions that need it. */
import type { HallApiServices } from "./booking/booking.api.hall.ts";
import type { QueueApiServices } from "./booking/booking.api.queue.ts";
import type { BookingApiServices } from "./booking/booking.api.ts";
import type { WaitingApiServices } from "./booking/booking.api.waiting.ts";
import { openChallenges } from "./booking/booking.challenge.service.ts";
import { openAvailability } from "./booking/booking.hint.service.ts";
import { openLimits } from "./booking/booking.limit.service.ts";
import { openDraws } from "./booking/booking.lottery.draw.service.ts";
import { openLotteries } from "./booking/booking.lottery.service.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openBookingProof } from "./booking/booking.proof.service.ts";
import { openReleases } from "./booking/booking.release.service.ts";
import { openSchedules } from "./booking/booking.schedule.service.ts";
import { bookingsOf } from "./booking/booking.service.ts";
import { openUpkeep } from "./booking/booking.upkeep.service.ts";
import { openUsable } from "./booking/booking.usable.service.ts";
import { openWaitingList } from "./booking/booking.waiting.service.ts";
import type { OccasionApiServices } from "./occasion/occasion.api.ts";

export function bookingOf(options: BookingOptions) {
  const { table, vault, clock } = options;
  const parts = bookingPartsOf(options);
  const bookings = bookingsOf(parts);
  const schedules = openSchedules(parts);
  return {
    halls: parts.halls,
    frames: parts.frames,
    limits: openLimits({ table, vault, clock, challenges: openChallenges(options) }),
    bookings,
    schedules,
    releases: openReleases(parts),
    demandUsable: openUsable(parts),
    lotteries: openLotteries(parts),
    draws: openDraws({ parts }),
    availability: openAvailability(parts),
    proof: openBookingProof({ table, vault, clock }),
    waiting: openWaitingList({ parts }),
    upkeep: openUpkeep({ parts, bookings, schedules }),
  };
}

export const bookingApiServices = (
  options: BookingOptions,
): BookingApiServices & HallApiServices & WaitingApiServices & QueueApiServices & OccasionApiServices => {
  const { halls, bookings, proof, availability, frames, waiting, ...fair } = bookingOf(options);
  const { limits, releases, demandUsable } = fair;
  const { clock, calendar } = options;
  const asked = { limits, releases, demandUsable };
  return { halls, bookings, proof, availability, frames, waiting, ...asked, clock, calendar };
};
