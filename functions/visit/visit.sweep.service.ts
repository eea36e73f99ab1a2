/**
 * No-shows by the clock: whoever has not come in time has not come, the rules of booking count it, and what is left of
 * the seats goes to people without a booking. How far the day has been looked at is kept, so that a run costs little and
 * one that broke off is made up for.
 */
import { arrivalEnds } from "../booking/booking.arrival.ts";
import type { Seat } from "../booking/booking.seat.ts";
import { instantAt } from "../booking/booking.time.ts";
import type { Booking } from "../booking/booking.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import { Problem } from "../kit/problem.ts";
import { changed } from "./visit.change.ts";
import type { Found, VisitParts } from "./visit.parts.service.ts";
import { TicketChanged, ticketWrites } from "./visit.store.ts";
import type { Queue, Ticket } from "./visit.ts";

export interface Swept {
  readonly noShows: number;
  /** Seats that people without a booking can have now. */
  readonly seats: number;
}

type SweepParts = Pick<VisitParts, "arrivals" | "bookings" | "clock" | "halls" | "store" | "table">;
export type Sweeps = ReturnType<typeof openSweeps>;

export function openSweeps({ arrivals, bookings, clock, halls, store, table }: SweepParts) {
  /** 1 when it was counted now; what the hall itself has given up is cancelled and counts for nobody. */
  async function countNoShow(booking: Booking): Promise<number> {
    if (booking.state !== "booked") return 0;
    try {
      if (booking.rebook !== undefined) {
        await bookings.cancel(booking.code, "office");
        return 0;
      }
      await bookings.noShow(booking.code);
      return 1;
    } catch (error) {
      // They came, or cancelled, at this very moment.
      if (error instanceof Problem && error.code === "booking_state") return 0;
      throw error;
    }
  }

  async function sweepBookings(due: readonly Booking[]): Promise<Swept> {
    let [noShows, seats] = [0, 0];
    for (const booking of due) {
      noShows += await countNoShow(booking);
      const now = await arrivals.read(booking.code);
      // Also what an earlier run has counted, in case it broke off before this.
      if (now?.state !== "no_show") continue;
      // First, because nothing else leads from the day to a booking whose seats are somebody else's.
      await store.noteMissed(now, now.code);
      seats += await arrivals.handOver(now, clock());
    }
    return { noShows, seats };
  }

  /** Slots that have begun so long ago that nobody can check in for them any more, from where the last run ended. */
  const dueTimes = (
    { hall }: Found,
    day: string,
    times: readonly string[],
    from: string,
  ): readonly string[] =>
    times.filter((time) => time > from && arrivalEnds(instantAt(day, time), hall.arrival) < clock());

  async function sweepPlace(found: Found, day: string): Promise<Swept> {
    const queue = { ...found.queue, day };
    const from = (await store.sweptUntil(queue)) ?? "";
    const seats = await arrivals.seats(queue, day);
    const times = dueTimes(found, day, timesOf(seats), from);
    const last = times.at(-1);
    if (last === undefined) return { noShows: 0, seats: 0 };
    const holders = await arrivals.holders(seats.filter(({ time }) => times.includes(time)));
    const swept = await sweepBookings(holders.filter(({ time }) => times.includes(time)));
    await store.markSwept(queue, last);
    return swept;
  }

  /** Nobody waits over night: whoever is still there was served or has left without saying so. */
  async function endDay(queue: Queue): Promise<number> {
    const live = await store.live(queue);
    for (const ticket of live) await end(ticket);
    return live.length;
  }

  async function end(ticket: Ticket): Promise<void> {
    const action = ticket.state === "serving" ? "finish" : "leave";
    try {
      await table.commit(ticketWrites(changed(ticket, action, { at: clock() })));
    } catch (error) {
      if (!(error instanceof TicketChanged)) throw error;
    }
  }

  return {
    sweepPlace,
    /** Today and, for what was left over, yesterday, at every place; how many were counted as not having come. */
    async sweep(): Promise<number> {
      const today = dayOf(clock());
      let noShows = 0;
      for (const hall of await halls.list()) {
        for (const place of hall.places) {
          const queue = { hall: hall.id, place: place.id, day: today };
          const yesterday = addDays(today, -1);
          const found = { hall, place, queue };
          noShows += (await sweepPlace(found, yesterday)).noShows;
          await endDay({ ...queue, day: yesterday });
          noShows += (await sweepPlace(found, today)).noShows;
        }
      }
      return noShows;
    },
  };
}

const timesOf = (seats: readonly Seat[]): readonly string[] =>
  [...new Set(seats.map(({ time }) => time))].toSorted();
