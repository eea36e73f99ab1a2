/**
 * Bookings on their day: who is expected, that they have come or gone, and the seats that people without a booking take.
 * Each change is a write to be committed together with the ticket of the queue.
 */
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import type { Write } from "../kit/table.ts";
import { canBeWalkedInto, isOverAt } from "./booking.arrival.ts";
import type { Chosen } from "./booking.choice.ts";
import { chooseSeats } from "./booking.choice.ts";
import { openParty } from "./booking.draft.service.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { Schedules } from "./booking.schedule.service.ts";
import { freeWrite, SeatLost } from "./booking.seat.store.ts";
import { takeWrite } from "./booking.seat.take.store.ts";
import type { Seat, SeatId, Site } from "./booking.seat.ts";
import { replaceBookingWrite } from "./booking.store.ts";
import type { Booking, Party } from "./booking.ts";
import { may, seatIdsOf, transitions } from "./booking.ts";
import type { Errand } from "./booking.visit.ts";
import { siteOf, visitAt } from "./booking.visit.ts";

export interface Advanced {
  readonly booking: Booking;
  readonly write: Write;
}

/** Codes of bookings have eleven characters; who came without one holds a seat under the number of the ticket. */
const isCode = (holder: string): boolean => holder.length === 11;

export function openArrivals(parts: BookingParts, schedules: Pick<Schedules, "daySeats">) {
  const { bookings, table, vault } = parts;

  /** Commits one by one what may be lost to others without harm, such as a seat that its counter closes. */
  async function freeEach(seats: readonly SeatId[], holder: string, now: Instant): Promise<number> {
    const freed = await Promise.all(
      seats.map(async (seat) => {
        try {
          await table.commit([freeWrite(seat, holder, now)]);
          return 1;
        } catch (error) {
          if (error instanceof SeatLost) return 0;
          throw error;
        }
      }),
    );
    return freed.reduce<number>((sum, each) => sum + each, 0);
  }

  return {
    read: (code: string): Promise<Booking | undefined> => bookings.read(code),
    /** Every seat of a day; one query a slot. */
    seats: (site: Site, day: Day): Promise<readonly Seat[]> => schedules.daySeats(site, day),

    /** The bookings that hold these seats, and those of further codes, by time. */
    async holders(seats: readonly Seat[], more: readonly string[] = []): Promise<readonly Booking[]> {
      const codes = new Set([
        ...seats.flatMap(({ holder }) => (holder !== undefined && isCode(holder) ? [holder] : [])),
        ...more,
      ]);
      const found = await bookings.readMany([...codes]);
      return found
        .flatMap((booking) => booking ?? [])
        .toSorted((one, other) => (one.startsAt + one.code < other.startsAt + other.code ? -1 : 1));
    },

    /** Who booked, in clear; for whoever may see it. */
    partyOf: (booking: Booking): Party => openParty(vault, booking),

    /** The booking after it was checked in or finished; undefined when that cannot happen to it now. */
    advanced(booking: Booking, action: "check_in" | "finish", at: Instant): Advanced | undefined {
      if (!may(action, booking.state)) return undefined;
      const next: Booking = {
        ...booking,
        version: booking.version + 1,
        state: transitions[action].to,
        history: [...booking.history, { at, action }],
      };
      return { booking: next, write: replaceBookingWrite(next) };
    },

    /** The seats of a no-show that are not over yet become free for who walks in. Again does no harm. */
    handOver(booking: Booking, now: Instant): Promise<number> {
      const left = seatIdsOf(booking).filter((seat) => !isOverAt(seat, booking.slotMinutes, now));
      return freeEach(left, booking.code, now);
    },

    /** Somebody without a booking has left: what is not over of their seats is free again. */
    giveBack(queue: Site & { readonly day: Day }, ticket: Given): Promise<number> {
      const ids = ticket.seats.map(({ time, lane }) => ({ ...queue, time, lane }));
      const left = ids.filter((seat) => !isOverAt(seat, ticket.slotMinutes, ticket.now));
      return freeEach(left, ticket.holder, ticket.now);
    },

    /** The first seats in a row that somebody without a booking can have from now on, among those that were read. */
    walkInSeats(errand: Errand, day: Day, { seats, now }: Looking): readonly Chosen[] | undefined {
      const free = new Set(seats.filter((seat) => canBeWalkedInto(seat, now)).map(nameOf));
      const times = [...new Set(seats.map(({ time }) => time))].toSorted();
      for (const time of times) {
        const visit = visitAt(errand, { day, time });
        if (!visit.ok || isOverAt({ day, time }, visit.value.slotMinutes, now)) continue;
        const chosen = chooseSeats({
          steps: visit.value.steps,
          party: errand.party,
          isFree: (seat) => free.has(nameOf(seat)),
          start: 0,
        });
        if (chosen !== undefined) return chosen;
      }
      return undefined;
    },

    /** Takes seats for a ticket; raises `SeatLost` when somebody else was first. */
    takeWrites: (errand: Errand, day: Day, { seats, holder, now }: Taken): readonly Write[] =>
      seats.map(({ time, lane }) =>
        takeWrite({ ...siteOf(errand), day, time, lane }, { code: holder, pool: "walk_in", now }),
      ),
    isSeatLost: (error: unknown): boolean => error instanceof SeatLost,
  };
}
export type Arrivals = ReturnType<typeof openArrivals>;

interface Looking {
  readonly seats: readonly Seat[];
  readonly now: Instant;
}
interface Taken {
  readonly seats: readonly Chosen[];
  readonly holder: string;
  readonly now: Instant;
}
interface Given extends Taken {
  readonly slotMinutes: number;
}

const nameOf = ({ time, lane }: Chosen): string => `${time} ${lane}`;
