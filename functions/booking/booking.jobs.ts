/** What happens to bookings by the stream and by the clock. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import type { Change } from "../kit/table.stream.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { Availability } from "./booking.hint.service.ts";
import { seatIdIn, seatIn, seatKey } from "./booking.seat.store.ts";
import type { Seat } from "./booking.seat.ts";
import type { WaitingList } from "./booking.waiting.service.ts";

export interface BookingStreamServices {
  readonly availability: Pick<Availability, "recount">;
  readonly log: Log;
}

export interface WaitingStreamServices {
  readonly waiting: Pick<WaitingList, "offer">;
  readonly log: Log;
}

const seatIdOf = ({ before, after }: Change) => {
  const item = after ?? before;
  return item === undefined ? undefined : seatIdIn(item);
};

/** The seat that a change has set free, so that it can be offered to who waits; it opens to all at its `opensAt`. */
export function freedSeatOf({ before, after }: Change): Seat | undefined {
  const [was, is] = [seatIn(before), seatIn(after)];
  return was?.holder !== undefined && is?.state === "free" ? is : undefined;
}

/**
 * What was set free is offered to who waits. A change that comes again finds the seat taken; a seat that several changes
 * speak of is looked at once.
 */
export const waitingStreamJob = ({ waiting, log }: WaitingStreamServices) =>
  openStreamBatchJob({
    wanted: (change) => freedSeatOf(change) !== undefined,
    work: async (changes) => {
      const freed = changes.flatMap((change) => freedSeatOf(change) ?? []);
      const seats = new Map(freed.map((seat) => [JSON.stringify(seatKey(seat)), seat]));
      for (const seat of seats.values()) await waiting.offer(seat);
    },
    onError: (error) => log.error("a free seat was not offered", errorAttributes(error)),
  });

/** Seats that have changed are counted anew. */
export const bookingStreamJob = ({ availability, log }: BookingStreamServices) =>
  openStreamBatchJob({
    wanted: (change) => seatIdOf(change) !== undefined,
    work: (changes) =>
      availability.recount(
        changes.flatMap((change) => {
          const seat = seatIdOf(change);
          return seat === undefined ? [] : [{ seat, sequence: change.sequence }];
        }),
      ),
    onError: (error) => log.error("free times not counted", errorAttributes(error)),
  });
