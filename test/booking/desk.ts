/** A hall on the real engine, published for some days, with a clock and chance that are held still. */

import { openAvailability } from "../../functions/booking/booking.hint.service.ts";
import { bookingPartsOf } from "../../functions/booking/booking.parts.service.ts";
import type { BookingRequest, VisitWanted } from "../../functions/booking/booking.request.ts";
import { openSchedules } from "../../functions/booking/booking.schedule.service.ts";
import { bookingsOf } from "../../functions/booking/booking.service.ts";
import type { Booking } from "../../functions/booking/booking.ts";
import { openUpkeep } from "../../functions/booking/booking.upkeep.service.ts";
import { openWaitingList } from "../../functions/booking/booking.waiting.service.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import type { Table } from "../../functions/kit/table.ts";
import { clockAt, seededRandom, testVault } from "../support/world.ts";
import { hallOf } from "./halls.ts";

/** Ten on Friday morning; Monday the 23rd has been open for four days. */
export const NOW = "2026-11-20T02:00:00.000Z";
export const MONDAY = "2026-11-23";

let halls = 0;
/** A hall of its own for each test, so that tests do not book each other's seats. */
export function freshHall(changes: Parameters<typeof hallOf>[0] = {}) {
  halls += 1;
  return hallOf({ ...changes, hall: { id: `hall-${halls}`, ...changes.hall } });
}

export function deskOn(table: Table, clock = clockAt(NOW)) {
  const options = {
    table,
    vault: testVault(),
    clock: clock.now,
    random: seededRandom("desk"),
    calendar: chinaCalendar(),
  };
  const parts = bookingPartsOf(options);
  const bookings = bookingsOf(parts);
  const schedules = openSchedules(parts);
  return {
    parts,
    clock,
    bookings,
    schedules,
    availability: openAvailability(parts),
    waiting: openWaitingList({ parts }),
    upkeep: openUpkeep({ parts, bookings, schedules }),
    /** Another function with caches of its own in front of the same table. */
    another: () => deskOn(table, clock),
    async publish(hall = freshHall(), days: readonly string[] = [MONDAY]) {
      await schedules.describe(hall, 0);
      for (const day of days) await schedules.publish(hall.id, { from: day, to: day });
      return hall;
    },
  };
}
export type BookingDesk = ReturnType<typeof deskOn>;

/** An identity that is nobody's: the check digit is right, the number is drawn. */
export function identityOf(n: number): string {
  const body = `11010119900101${String(n % 1000).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + "10X98765432".charAt(sum % 11);
}

let people = 0;
/** A request by a person who has not been here before. */
export function requestOf(
  hall: { readonly id: string },
  wanted: Partial<VisitWanted> = {},
  changes: Partial<BookingRequest> & { readonly person?: string } = {},
): BookingRequest {
  people += 1;
  const { person = `person-${people}`, ...rest } = changes;
  return {
    wanted: {
      hall: hall.id,
      place: "main",
      services: ["social"],
      day: MONDAY,
      time: "09:00",
      party: 1,
      ...wanted,
    },
    party: { name: "张小明", identityKind: "other", identityNumber: person, phone: "13800001234" },
    pool: "public",
    channel: "internet",
    lang: "zh",
    key: `key-${people}-0123456789abcdef`,
    ...rest,
  };
}

export const lanesIn = ({ seats }: Booking): readonly number[] => seats.map(({ lane }) => lane);
