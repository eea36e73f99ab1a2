/** Builds what the pages of occasions are made of; loaded with the first of them. */
import { openArrivals } from "./booking/booking.arrival.service.ts";
import { openHallDesk } from "./booking/booking.desk.service.ts";
import { openHallDrafts } from "./booking/booking.hall.draft.service.ts";
import { openHallDraftStore } from "./booking/booking.hall.draft.store.ts";
import type { BookingOptions } from "./booking/booking.parts.service.ts";
import { bookingPartsOf } from "./booking/booking.parts.service.ts";
import { openSchedules } from "./booking/booking.schedule.service.ts";
import { openOccasionAccess } from "./occasion/occasion.access.service.ts";
import { openAnswers } from "./occasion/occasion.answer.service.ts";
import { openAnswerStore } from "./occasion/occasion.answer.store.ts";
import { openAttendanceStore } from "./occasion/occasion.attendance.store.ts";
import { openOccasionDays } from "./occasion/occasion.service.ts";
import type { HallGround } from "./wiring.hall.ts";

export type OccasionOfficeServices = ReturnType<typeof occasionOfficeOf>;

export function occasionOfficeOf(ground: HallGround) {
  const { audit, config, table, vault, clock, calendar } = ground;
  const parts = bookingPartsOf(ground);
  const drafts = openHallDraftStore(table);
  const desk = openHallDesk({ parts, drafts, audit });
  const shared = {
    ...{ table, vault, clock, audit, halls: parts.halls },
    arrivals: openArrivals(parts, openSchedules(parts)),
    readBookings: parts.bookings.readMany,
    answers: openAnswerStore(table),
    attendance: openAttendanceStore(table),
    demand: openOccasionAccess({ audit, clock }),
    units: config.units.map(({ code }) => code),
  };
  return {
    ...{ config, clock, calendar, desk },
    hallDrafts: openHallDrafts({ parts, desk, drafts }),
    days: openOccasionDays(shared),
    answers: openAnswers(shared),
  };
}

/** What citizens see of occasions comes from the halls alone. */
export const occasionPagesOf = (ground: BookingOptions) => ({ halls: bookingPartsOf(ground).halls });
