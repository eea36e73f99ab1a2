/** Giving seats back: at a random moment, to the counter that closes, or as they were when a hold ran out. */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { randomBelow } from "../kit/id.ts";
import { conflict } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { LONGEST_REST_SECONDS } from "./booking.plan.difference.ts";
import { closeReturnedWrite, freeWrite, lapseWrite, SeatLost } from "./booking.seat.store.ts";
import type { SeatId } from "./booking.seat.ts";
import { rebookedWrite } from "./booking.store.ts";
import type { Booking } from "./booking.ts";
import { isExpired, seatIdsOf } from "./booking.ts";

const SHORTEST_REST_SECONDS = 5 * 60;

export type Returns = ReturnType<typeof openReturns>;

export function openReturns({ seats, random }: Pick<BookingParts, "seats" | "random">) {
  /** When a seat that is given back can be taken again: at a moment that nobody can arrange with a friend. */
  const restedFrom = (now: Instant): Instant =>
    plusSeconds(
      now,
      SHORTEST_REST_SECONDS + randomBelow(random, LONGEST_REST_SECONDS - SHORTEST_REST_SECONDS + 1),
    );

  /**
   * The writes that give back these seats of a booking. Where nothing can have happened to them meanwhile nothing is
   * read: a counter that closes says so on the booking, and only an expired hold can have been taken over.
   */
  async function writes(booking: Booking, given: readonly SeatId[], now: Instant): Promise<readonly Write[]> {
    const opensAt = restedFrom(now);
    const giveBack = (seat: SeatId) =>
      // What was offered to one person in line goes on to the next, and opens to all at a random moment as well.
      booking.state === "held" && booking.offered === undefined
        ? lapseWrite(seat, booking.code)
        : freeWrite(seat, booking.code, opensAt);
    if (booking.rebook === undefined && !isExpired(booking, now)) return given.map(giveBack);
    const standing = await seats.read(given);
    return given.flatMap((seat, n) => {
      if (standing[n]?.holder !== booking.code) return [];
      return standing[n]?.shut
        ? [closeReturnedWrite(seat, booking.code), rebookedWrite(seat)]
        : [giveBack(seat)];
    });
  }

  return {
    writes,
    all: (booking: Booking, now: Instant): Promise<readonly Write[]> =>
      writes(booking, seatIdsOf(booking), now),
  };
}

/** A seat is not as it was read, such as when its counter has begun to close: a reason to read again. */
export async function readAgainWhenLost<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof SeatLost ? conflict("booking_changed") : error;
  }
}
