/** What the services of bookings are made of; wiring and tests build it. */
import type { Calendar } from "../calendar/calendar.ts";
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import { openBoard } from "./booking.board.service.ts";
import { openHalls } from "./booking.hall.service.ts";
import { openHallStore } from "./booking.hall.store.ts";
import { openHintStore } from "./booking.hint.store.ts";
import { openLotteryStore } from "./booking.lottery.store.ts";
import { openNearest } from "./booking.nearest.service.ts";
import { openFrames } from "./booking.plan.frame.ts";
import { openReleaseStore } from "./booking.release.store.ts";
import { openScheduleStore } from "./booking.schedule.store.ts";
import { openSeatStore } from "./booking.seat.store.ts";
import { openBookingStore } from "./booking.store.ts";
import { openQueueEntryStore } from "./booking.ticket.store.ts";
import { openWaitingStore } from "./booking.waiting.store.ts";

export interface BookingOptions {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: Calendar;
}

export type BookingParts = ReturnType<typeof bookingPartsOf>;

export function bookingPartsOf(options: BookingOptions) {
  const { table, clock } = options;
  const hints = openHintStore(table);
  return {
    ...options,
    halls: openHalls({ store: openHallStore(table), clock }),
    seats: openSeatStore(table),
    bookings: openBookingStore(table),
    schedules: openScheduleStore(table),
    hints,
    releases: openReleaseStore(table),
    lotteries: openLotteryStore(table),
    board: openBoard(clock),
    nearest: openNearest({ hints, clock }),
    waiting: openWaitingStore(table),
    queued: openQueueEntryStore(table),
    frames: openFrames(options.calendar),
  };
}
