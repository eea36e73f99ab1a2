/**
 * Checking in (签到): the booking becomes checked in and its ticket comes into the queue in one transaction of four write
 * units. Again gives the same ticket. The desk may check somebody in out of time, with a reason that stays on the ticket.
 */
import { bookingSubject } from "../audit/audit.ts";
import { arrivalAt } from "../booking/booking.arrival.ts";
import type { Shown } from "../booking/booking.code.ts";
import { bookingProblems } from "../booking/booking.problem.ts";
import type { Booking } from "../booking/booking.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { busy, Problem } from "../kit/problem.ts";
import { ticketOf } from "./visit.change.ts";
import type { VisitParts, Where } from "./visit.parts.service.ts";
import { findPlace, staffOf } from "./visit.parts.service.ts";
import { visitProblems } from "./visit.problem.ts";
import { createTicketWrite, TicketChanged } from "./visit.store.ts";
import type { Ticket } from "./visit.ts";

const MOST_ROUNDS = 5;

/** Who checks somebody in, and why although it is not yet or no longer the time. */
export interface AtDesk {
  readonly staff: Staff;
  readonly reason?: string | undefined;
}

export function openCheckIns(parts: VisitParts) {
  const { table, clock, halls, arrivals, store, proof, demand, audit } = parts;

  /** The ticket of a booking that has come already. */
  async function ticketThere(booking: Booking): Promise<Ticket> {
    const { number } = ticketOf(booking, { at: booking.startsAt });
    const there = await store.read(booking, number);
    if (there === undefined) throw visitProblems.notBooked(booking);
    return there;
  }

  async function attempt(booking: Booking, desk: AtDesk | undefined): Promise<Ticket> {
    if (booking.state === "checked_in" || booking.state === "finished") return ticketThere(booking);
    if (booking.state !== "booked") throw visitProblems.notBooked(booking);
    const now = clock();
    if (booking.day !== dayOf(now)) throw visitProblems.otherDay(booking);
    const hall = await halls.find(booking.hall);
    if (hall === undefined) throw visitProblems.notFound();
    const standing = arrivalAt(booking.startsAt, hall.arrival, now);
    const isOutOfTime = standing.is === "too_early" || standing.is === "too_late";
    if (isOutOfTime && desk?.reason === undefined) throw visitProblems.notNow(booking, standing);
    const come = arrivals.advanced(booking, "check_in", now);
    if (come === undefined) throw visitProblems.notBooked(booking);
    const by = desk === undefined ? undefined : staffOf(desk.staff);
    const ticket = ticketOf(booking, { at: now, by }, isOutOfTime ? desk?.reason : undefined);
    const onRecord =
      isOutOfTime && desk !== undefined ? [exceptionWrite(booking, desk.staff, standing.is)] : [];
    await table.commit([come.write, createTicketWrite(ticket), ...onRecord]);
    return ticket;
  }

  /** The words of the reason are on the ticket; the record has what kind it was and holds nothing of the person. */
  const exceptionWrite = ({ code }: Booking, staff: Staff, reason: string) =>
    audit.write({
      ...{ at: clock(), by: byOf(staff), action: "visit.check_in_out_of_time" },
      ...{ subject: bookingSubject(code), result: "done", reason },
    });

  /** Reads and tries again when the booking was changed at the same moment, such as by a second phone. */
  async function checkIn(seen: Booking, desk?: AtDesk): Promise<Ticket> {
    let booking = seen;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        return await attempt(booking, desk);
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
    async byCitizen(shown: Shown, address: string) {
      return checkIn(await proof.prove(shown, address));
    },
    /** At the desk of a place, by code; with a reason out of time too. */
    async byStaff(staff: Staff, where: Where, { code, reason }: ByCode): Promise<Ticket> {
      const { hall, place } = await findPlace(parts, where);
      await demand(staff, hall, { permission: "visit.work", action: "check_in" });
      const booking = await arrivals.read(code);
      if (booking === undefined) throw bookingProblems.notFound();
      if (booking.hall !== hall.id || booking.place !== place.id) throw visitProblems.elsewhere(booking);
      return checkIn(booking, { staff, reason });
    },
  };
}

export interface ByCode {
  readonly code: string;
  readonly reason?: string | undefined;
}

const isOutrun = (error: unknown): boolean =>
  error instanceof TicketChanged || (error instanceof Problem && error.code === "booking_changed");
