/** What happens to a booking after it is made: confirmed, cancelled, nobody came, or the hold ran out. */

import { booked, ended, lapsed } from "./booking.guard.change.ts";
import { refusalOf } from "./booking.guard.ts";
import { bookingProblems, problemOf } from "./booking.problem.ts";
import type { Changed, Reading, Readings } from "./booking.reading.service.ts";
import { isTooLate } from "./booking.reading.service.ts";
import type { Returns } from "./booking.return.service.ts";
import { readAgainWhenLost } from "./booking.return.service.ts";
import { confirmWrite, SeatLost } from "./booking.seat.store.ts";
import type { Booking } from "./booking.ts";
import { isExpired, seatIdsOf } from "./booking.ts";

/** Who acts: what the office does is not counted for the person. */
export type ActsFor = "person" | "office";

const asItIs = ({ booking }: Reading): Changed => ({ booking, warnings: [] });

export function openChanges({ act, inRounds }: Readings, returns: Returns) {
  /** Turns a hold into a booking; again gives the same. Raises 409 `hold_expired` from the end of the hold on. */
  const confirm = (code: string): Promise<Changed> =>
    inRounds(code, async (reading) => {
      const { booking, under, visit } = reading;
      if (booking.state === "booked") return asItIs(reading);
      if (booking.state === "expired" || isExpired(booking, under.now)) throw bookingProblems.holdExpired();
      try {
        return await act(reading, {
          action: "confirm",
          judge: (guard) => {
            const refusal = refusalOf(guard, visit, under);
            if (refusal !== undefined) throw problemOf(refusal);
            return booked(guard, visit, under);
          },
          writes: seatIdsOf(booking).map((seat) => confirmWrite(seat, code, under.now)),
        });
      } catch (error) {
        if (!(error instanceof SeatLost)) throw error;
        throw error.old?.shut ? bookingProblems.seatClosed() : bookingProblems.holdExpired();
      }
    });

  /**
   * Cancels a booking or lets go of a hold; again gives the same. A person can until the time that the rules say (409
   * `too_late_to_change`); it counts for them, unless the counter closes or the office does it.
   */
  const cancel = (code: string, by: ActsFor): Promise<Changed> =>
    inRounds(code, async (reading) => {
      const { booking, under, visit } = reading;
      if (booking.state === "cancelled") return asItIs(reading);
      const isPersons = by === "person" && booking.state === "booked";
      if (isPersons && isTooLate(reading)) throw bookingProblems.tooLate();
      const counts = isPersons && booking.rebook === undefined;
      const writes = await returns.all(booking, under.now);
      const cancelled = act(reading, {
        action: "cancel",
        judge: (guard) =>
          counts
            ? lapsed(guard, { kind: "cancellation", visit }, under)
            : { guard: ended(guard, code, under), warnings: [] },
        writes,
      });
      return readAgainWhenLost(cancelled);
    });

  /** Nobody came: the booking is over, its seat stays taken, and it counts. Again gives the same. */
  const noShow = (code: string): Promise<Changed> =>
    inRounds(code, async (reading) => {
      const { booking, under, visit } = reading;
      if (booking.state === "no_show") return asItIs(reading);
      const judge = (guard: Parameters<typeof lapsed>[0]) => lapsed(guard, { kind: "no_show", visit }, under);
      return act(reading, { action: "no_show", judge, writes: [] });
    });

  /** Ends a hold that has run out and gives back what nobody has taken over; undefined when it is none. */
  const expire = (code: string): Promise<Booking | undefined> =>
    inRounds(code, async (reading) => {
      const { booking, under } = reading;
      if (!isExpired(booking, under.now)) return undefined;
      const expired = act(reading, {
        action: "expire",
        judge: (guard) => ({ guard: ended(guard, code, under), warnings: [] }),
        writes: await returns.all(booking, under.now),
      });
      return (await readAgainWhenLost(expired)).booking;
    });

  return { confirm, cancel, noShow, expire };
}
