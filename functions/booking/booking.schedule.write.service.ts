/** Writing one change of the seats, together with the booking that has the seat and the worklist for another time. */
import { conflict, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import type { SeatChange } from "./booking.plan.difference.ts";
import { isResting } from "./booking.plan.difference.ts";
import { adjustWrite, closeWrite, createWrite, SeatLost, shutWrite } from "./booking.seat.store.ts";
import type { Seat, Slot } from "./booking.seat.ts";
import { rebookedWrite, rebookWrite, replaceBookingWrite } from "./booking.store.ts";
import type { Booking } from "./booking.ts";
import { seatIdsOf } from "./booking.ts";

export function openSeatChanges({ table, seats, bookings, clock }: BookingParts) {
  /** Somebody has the seat: it is marked, they are told, and they stand on the worklist, all or nothing. */
  async function shut(seat: Seat, holder: string): Promise<readonly Write[]> {
    const since = clock();
    const booking = await bookings.read(holder);
    if (booking === undefined) throw conflict("booking_changed");
    const next: Booking = {
      ...booking,
      version: booking.version + 1,
      rebook: booking.rebook ?? { since },
      history:
        booking.rebook === undefined
          ? [...booking.history, { at: since, action: "rebook" }]
          : booking.history,
    };
    return [replaceBookingWrite(next), shutWrite(seat), rebookWrite({ seat, code: holder, since })];
  }

  /** The counter stays open after all: the booking waits no longer, unless another of its seats still closes. */
  async function reopen(seat: Seat, holder: string, adjust: Write): Promise<readonly Write[]> {
    const booking = await bookings.read(holder);
    if (booking === undefined) throw conflict("booking_changed");
    const others = seatIdsOf(booking).filter(({ time, lane }) => time !== seat.time || lane !== seat.lane);
    const standing = others.length === 0 ? [] : await seats.read(others);
    const { rebook, ...rest } = booking;
    const waits = rebook !== undefined && standing.some((other) => other?.shut === true);
    const next = { ...rest, version: booking.version + 1, ...(waits ? { rebook } : {}) };
    return [replaceBookingWrite(next), adjust, rebookedWrite(seat)];
  }

  function writesOf(
    slot: Omit<Slot, "time">,
    change: SeatChange,
  ): Promise<readonly Write[]> | readonly Write[] {
    switch (change.kind) {
      case "create":
        return [createWrite(slot, change.planned)];
      case "close":
        // Whoever held it while it was to close has let the hold run out, and waits for nothing.
        return change.seat.shut
          ? [closeWrite(change.seat), rebookedWrite(change.seat)]
          : [closeWrite(change.seat)];
      case "shut":
        return shut(change.seat, change.holder);
      default: {
        const { seat, planned } = change;
        const opensAt = isResting(seat, planned, clock()) ? seat.opensAt : planned.opensAt;
        const adjust = adjustWrite(seat, planned, opensAt);
        return seat.shut && seat.holder !== undefined ? reopen(seat, seat.holder, adjust) : [adjust];
      }
    }
  }

  /** False when somebody changed the seat or its booking meanwhile: it has to be looked at again. */
  return async ({ hall, place, day }: Omit<Slot, "time">, change: SeatChange): Promise<boolean> => {
    try {
      await table.commit(await writesOf({ hall, place, day }, change));
      return true;
    } catch (error) {
      const outrun =
        error instanceof SeatLost || (error instanceof Problem && error.code === "booking_changed");
      if (!outrun) throw error;
      return false;
    }
  };
}
