/** Moving a booking to another time: the old seats go and the new ones come in one transaction, or nothing happens. */

import { conflict, invalid } from "../kit/problem.ts";
import type { ActsFor } from "./booking.change.service.ts";
import type { Chosen } from "./booking.choice.ts";
import { moved } from "./booking.guard.change.ts";
import { refusalOf } from "./booking.guard.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems, problemOf } from "./booking.problem.ts";
import type { Changed, Reading, Readings } from "./booking.reading.service.ts";
import { isTooLate } from "./booking.reading.service.ts";
import type { VisitWanted } from "./booking.request.ts";
import type { Returns } from "./booking.return.service.ts";
import { SeatLost } from "./booking.seat.store.ts";
import { takeWrite } from "./booking.seat.take.store.ts";
import type { SeatId, Wanting } from "./booking.seat.ts";
import type { Seating } from "./booking.seating.service.ts";
import type { Booking } from "./booking.ts";
import { may, seatIdsOf, spanOf } from "./booking.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { errandOf, siteOf, visitAt } from "./booking.visit.ts";

/** Where to: another place of the same hall, or the same one when left out. */
export type Destination = Pick<VisitWanted, "day" | "time"> & { readonly place?: string | undefined };

interface Move {
  readonly reading: Reading;
  readonly visit: PlannedVisit;
  /** The booking's seats among the slots of the new visit. */
  readonly own: readonly Chosen[];
}

interface Found {
  readonly chosen: readonly Chosen[];
  readonly wanting: Omit<Wanting, "now">;
}

const nameOf = ({ place, day, time, lane }: SeatId): string => `${place} ${day} ${time} ${lane}`;

export interface MoveParts {
  readonly parts: Pick<BookingParts, "board" | "vault">;
  readonly readings: Readings;
  readonly returns: Returns;
  readonly seating: Seating;
}

export function openMoves({ parts, readings, returns, seating }: MoveParts) {
  const { board, vault } = parts;
  const { act, inRounds } = readings;

  function plan(reading: Reading, to: Destination): Move {
    const { booking, hall } = reading;
    const place = to.place ?? booking.place;
    const errand = errandOf(hall, { ...booking, place });
    if (!errand.ok) throw invalid(errand.errors);
    const visit = visitAt(errand.value, to);
    if (!visit.ok) throw invalid(visit.errors);
    const isHere = place === booking.place && to.day === booking.day;
    if (isHere && to.time === booking.time && booking.rebook === undefined) throw bookingProblems.sameSlot();
    // Whoever must leave a closing counter cannot stay on it.
    const own = isHere && booking.rebook === undefined ? booking.seats : [];
    return { reading, visit: visit.value, own };
  }

  /** Seats that the old and the new time share stay as they are; the others change hands. */
  async function commit({ reading, visit }: Move, { chosen, wanting }: Found): Promise<Changed> {
    const { booking, under } = reading;
    const site = { ...siteOf(visit), day: visit.day };
    const wanted = chosen.map((seat) => ({ ...site, ...seat }));
    const before = seatIdsOf(booking);
    const staying = new Set(before.map(nameOf));
    const names = new Set(wanted.map(nameOf));
    const taken = wanted.filter((seat) => !staying.has(nameOf(seat)));
    const given = before.filter((seat) => !names.has(nameOf(seat)));
    const span = spanOf(visit.day, chosen, visit.slotMinutes);
    const changes: Partial<Booking> = {
      ...siteOf(visit),
      ...span,
      seats: [...chosen],
      slotMinutes: visit.slotMinutes,
    };
    const next = { ...reading.visit, day: visit.day, until: span.endsAt };
    const taking = { ...wanting, code: booking.code, now: under.now };
    const changed = await act(reading, {
      action: "move",
      judge: (guard) => {
        const refusal = refusalOf(guard, next, under);
        if (refusal !== undefined && refusal.code !== "banned") throw problemOf(refusal);
        return { guard: moved(guard, next, under), warnings: [] };
      },
      writes: [
        ...taken.map((seat) => takeWrite(seat, taking)),
        ...(await returns.writes(booking, given, under.now)),
      ],
      changes,
      from: { day: booking.day, time: booking.time },
    });
    board.took(taken);
    return changed;
  }

  /**
   * Moves a booking. Raises 409 `same_slot` for the time it has already, `too_late_to_change` as for cancelling, and
   * what booking raises for the new time. A person who is banned meanwhile may still move what they have.
   */
  async function move(code: string, to: Destination, by: ActsFor): Promise<Changed> {
    return inRounds(code, async (reading) => {
      const { booking } = reading;
      if (!may("move", booking.state)) throw bookingProblems.wrongState();
      if (by === "person" && isTooLate(reading)) throw bookingProblems.tooLate();
      const one = plan(reading, to);
      const old = new Set(seatIdsOf(booking).map(nameOf));
      const { visit, own } = one;
      const start = Buffer.from(vault.derive("booking move", `${code} ${booking.version}`)).readUInt32BE(0);
      const comer = { identity: booking.guards[0] ?? "" };
      return seating.seat({ visit, own, start, comer, pool: booking.pool }, async (chosen, wanting) => {
        try {
          return await commit(one, { chosen, wanting });
        } catch (error) {
          // A lost seat of one's own means that the booking has changed; others are tried for a lost new one.
          if (error instanceof SeatLost && old.has(nameOf(error.seat))) throw conflict("booking_changed");
          throw error;
        }
      });
    });
  }

  return { move };
}
