/**
 * Checking in (签到): the booking becomes checked in and its ticket comes into the queue in one transaction of four write
 * units. Again gives the same ticket.
 */
import { arrivalAt } from "../booking/booking.arrival.ts";
import { bookingProblems } from "../booking/booking.problem.ts";
import type { Booking } from "../booking/booking.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import { busy, Problem } from "../kit/problem.ts";
import { ticketOf } from "./visit.change.ts";
import type { VisitParts, Where } from "./visit.parts.service.ts";
import { findPlace, staffOf } from "./visit.parts.service.ts";
import { visitProblems } from "./visit.problem.ts";
import { createTicketWrite, TicketChanged } from "./visit.store.ts";
import type { ByStaff, Ticket } from "./visit.ts";

const MOST_ROUNDS = 5;

export function openCheckIns(parts: VisitParts) {
  const { table, clock, halls, arrivals, store, proof, demand } = parts;

  /** The ticket of a booking that has come already. */
  async function ticketThere(booking: Booking): Promise<Ticket> {
    const { number } = ticketOf(booking, { at: booking.startsAt });
    const there = await store.read(booking, number);
    if (there === undefined) throw visitProblems.notBooked(booking);
    return there;
  }

  async function attempt(booking: Booking, by: ByStaff | undefined): Promise<Ticket> {
    if (booking.state === "checked_in" || booking.state === "finished") return ticketThere(booking);
    if (booking.state !== "booked") throw visitProblems.notBooked(booking);
    const now = clock();
    if (booking.day !== dayOf(now)) throw visitProblems.otherDay(booking);
    const hall = await halls.find(booking.hall);
    if (hall === undefined) throw visitProblems.notFound();
    const standing = arrivalAt(booking.startsAt, hall.arrival, now);
    if (standing.is === "too_early" || standing.is === "too_late")
      throw visitProblems.notNow(booking, standing);
    const come = arrivals.advanced(booking, "check_in", now);
    if (come === undefined) throw visitProblems.notBooked(booking);
    const ticket = ticketOf(booking, { at: now, by });
    await table.commit([come.write, createTicketWrite(ticket)]);
    return ticket;
  }

  /** Reads and tries again when the booking was changed at the same moment, such as by a second phone. */
  async function checkIn(seen: Booking, by?: ByStaff): Promise<Ticket> {
    let booking = seen;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        return await attempt(booking, by);
      } catch (error) {
        if (!isOutrun(error)) throw error;
        const again = await arrivals.read(booking.code);
        if (again === undefined) throw bookingProblems.notFound();
        booking = again;
      }
    }
    throw busy();
  }

  return {
    /** On one's own phone, by code and the last four digits; raises what proving and checking in raise. */
    async byCitizen(shown: { readonly code: string; readonly phone4: string }, address: string) {
      return checkIn(await proof.prove(shown, address));
    },
    /** At the desk of a place, by code. */
    async byStaff(staff: Staff, where: Where, code: string): Promise<Ticket> {
      const { hall, place } = await findPlace(parts, where);
      await demand(staff, hall, { permission: "visit.work", action: "check_in" });
      const booking = await arrivals.read(code);
      if (booking === undefined) throw bookingProblems.notFound();
      if (booking.hall !== hall.id || booking.place !== place.id) throw visitProblems.elsewhere(booking);
      return checkIn(booking, staffOf(staff));
    },
  };
}

const isOutrun = (error: unknown): boolean =>
  error instanceof TicketChanged || (error instanceof Problem && error.code === "booking_changed");
