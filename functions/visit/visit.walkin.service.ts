/**
 * The walk-in desk (现场取号): a number for a service, within the seats that people without a booking may have today. A
 * number beyond them needs a reason, which stays on record. No name is asked for.
 */

import { isOffered, slotMinutesOn } from "../booking/booking.hall.ts";
import type { Seat } from "../booking/booking.seat.ts";
import type { Errand } from "../booking/booking.visit.ts";
import { errandOf } from "../booking/booking.visit.ts";
import type { Staff } from "../identity/identity.ts";
import { busy, invalid, Problem } from "../kit/problem.ts";
import type { PriorityGiven } from "./visit.change.ts";
import { walkInTicket } from "./visit.change.ts";
import type { Found, VisitParts, Where } from "./visit.parts.service.ts";
import { findPlace, staffOf } from "./visit.parts.service.ts";
import { visitProblems } from "./visit.problem.ts";
import { createTicketWrite, NumberTaken, takeWrite } from "./visit.store.ts";
import type { Sweeps } from "./visit.sweep.service.ts";
import type { Ticket } from "./visit.ts";
import { walkInNumber } from "./visit.ts";

export interface WalkInWanted {
  readonly service: string;
  readonly party: number;
  readonly priority?: PriorityGiven | undefined;
  /** Why a number is given although no seat is left. */
  readonly beyond?: string | undefined;
  /** Names the form; the same again gives the same number. */
  readonly key: string;
}

const MOST_ROUNDS = 8;

export function openWalkIns(parts: VisitParts, sweeps: Pick<Sweeps, "sweepPlace">) {
  const { table, clock, arrivals, store, demand } = parts;

  /** Seats for the errand, after no-shows were looked for when there seem to be none; `[]` beyond them, with a reason. */
  async function seatsFor(found: Found, errand: Errand, beyond: string | undefined) {
    const look = async (seats: readonly Seat[]) =>
      arrivals.walkInSeats(errand, found.queue.day, { seats, now: clock() });
    const seats = await arrivals.seats(found.queue, found.queue.day);
    if (seats.length === 0) throw visitProblems.closedToday();
    const free = await look(seats);
    if (free !== undefined) return free;
    const handedOver = (await sweeps.sweepPlace(found, found.queue.day)).seats > 0;
    const again = handedOver ? await look(await arrivals.seats(found.queue, found.queue.day)) : undefined;
    if (again !== undefined) return again;
    if (beyond === undefined) throw visitProblems.noNumbers();
    return [];
  }

  async function give(found: Found, errand: Errand, rest: { wanted: WalkInWanted; staff: Staff }) {
    const { wanted, staff } = rest;
    let number: string | undefined;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const seats = await seatsFor(found, errand, wanted.beyond);
      // Counted only now, so that whoever is refused leaves no gap in the numbers.
      number ??= walkInNumber(await store.count(found.queue));
      const now = clock();
      const ticket = walkInTicket(
        {
          ...found.queue,
          number,
          service: wanted.service,
          party: errand.party,
          seats: [...seats],
          priority: wanted.priority,
          beyond: seats.length === 0 ? wanted.beyond : undefined,
        },
        { at: now, by: staffOf(staff) },
      );
      const taking = arrivals.takeWrites(errand, found.queue.day, { seats, holder: number, now });
      try {
        await table.commit([takeWrite(ticket, wanted.key), createTicketWrite(ticket), ...taking]);
        return ticket;
      } catch (error) {
        const before = error instanceof NumberTaken ? await store.read(found.queue, error.number) : undefined;
        if (before !== undefined) return before;
        if (!arrivals.isSeatLost(error)) throw error;
      }
    }
    throw busy();
  }

  return {
    /** Raises 409 `no_numbers_left`, `visit_closed` or `visit_not_offered`, and 422 for what the place does not have. */
    async take(staff: Staff, where: Where, wanted: WalkInWanted): Promise<Ticket> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: "take" });
      const { service, party } = wanted;
      const errand = errandOf(found.hall, { place: found.place.id, services: [service], party });
      if (!errand.ok) throw invalid(errand.errors.map(({ code }) => ({ field: fieldOf(code), code })));
      const [offered] = errand.value.services;
      if (offered !== undefined && !isOffered(offered, found.queue.day)) throw visitProblems.notOffered();
      try {
        return await give(found, errand.value, { wanted, staff });
      } catch (error) {
        // The same form may have taken the last seat itself, a press of the button ago.
        if (!(error instanceof Problem) || error.code !== "no_numbers_left") throw error;
        const given = await store.taken(found.queue, wanted.key);
        const before = given === undefined ? undefined : await store.read(found.queue, given);
        if (before === undefined) throw error;
        return before;
      }
    },
    /** What of a walk-in's seats is not over becomes free again. */
    async giveBack(found: Found, ticket: Ticket): Promise<void> {
      const { seats, number } = ticket;
      if (seats === undefined) return;
      const slotMinutes = slotMinutesOn(found.place, ticket.day);
      await arrivals.giveBack(ticket, { seats, holder: number, slotMinutes, now: clock() });
    },
  };
}
export type WalkIns = ReturnType<typeof openWalkIns>;

const fieldOf = (code: string): string => (code.startsWith("party") ? "party" : "service");
