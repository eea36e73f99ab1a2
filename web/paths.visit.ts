/** The URLs of the day of a visit; `paths` has them among all others. */
import { withQuery } from "./query.ts";

/** A place of a hall. */
export interface VisitPlace {
  readonly hall: string;
  readonly place: string;
}

/** A ticket of its queue. */
export interface TicketPlace extends VisitPlace {
  readonly day: string;
  readonly number: string;
}

export const visitPaths = {
  /** Checking in on one's own phone; the code alone may stand in an address, as in the QR of a booking. */
  checkIn: (code?: string) => withQuery("/check-in", { code }),
  /** A ticket of the queue; the proof shows that somebody was given it. */
  ticket: (ticket: TicketPlace, proof: string) =>
    `/check-in/${[ticket.hall, ticket.place, ticket.day, ticket.number, proof].map(encodeURIComponent).join("/")}`,
  ticketLeave: (ticket: TicketPlace, proof: string) => `${visitPaths.ticket(ticket, proof)}/leave`,
  /** The screen of a hall: numbers and counters. */
  calls: ({ hall, place }: VisitPlace) => `/calls/${encodeURIComponent(hall)}/${encodeURIComponent(place)}`,
  /** The halls of the own unit, on their day. */
  officeVisits: () => "/office/visits",
  officeVisitDay: ({ hall, place }: VisitPlace, query: Readonly<Record<string, string | undefined>> = {}) =>
    withQuery(`/office/visits/${encodeURIComponent(hall)}/${encodeURIComponent(place)}`, query),
  officeCheckIn: (where: VisitPlace) => `${visitPaths.officeVisitDay(where)}/check-in`,
  officeWalkIn: (where: VisitPlace) => `${visitPaths.officeVisitDay(where)}/walk-in`,
  officeCounter: (
    where: VisitPlace,
    counter: string,
    query: Readonly<Record<string, string | undefined>> = {},
  ) => withQuery(`${visitPaths.officeVisitDay(where)}/counters/${encodeURIComponent(counter)}`, query),
  officeCall: (where: VisitPlace, counter: string) => `${visitPaths.officeCounter(where, counter)}/call`,
  officeTicket: (
    where: VisitPlace,
    number: string,
    query: Readonly<Record<string, string | undefined>> = {},
  ) => withQuery(`${visitPaths.officeVisitDay(where)}/tickets/${encodeURIComponent(number)}`, query),
  officeTicketAct: (where: VisitPlace, number: string, action: string) =>
    `${visitPaths.officeTicket(where, number)}/${action}`,
};
