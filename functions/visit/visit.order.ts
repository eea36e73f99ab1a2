/**
 * The order of the queue (叫号次序), the same for everybody and at every moment. Each ticket has one instant at which it
 * is due, and whoever is due first is called first:
 *
 * 1. Booked and in time: the booked time.
 * 2. Booked and late by m minutes: m minutes after they came, but never later than if they had come without a booking.
 * 3. Without a booking: `walkInYieldMinutes` after they came, so that booked people are called at their time.
 * 4. After a call that nobody answered: as somebody who comes without a booking at the moment of the return.
 * 5. With priority (recorded with its reason): `priorityMinutes` earlier than without.
 * 6. Parked or handed over: as before, because they have waited already.
 *
 * Equals go by the moment they came, then by number. The instant never moves while somebody waits, so nobody who comes
 * more than `priorityMinutes` after another's instant can be called before them: nobody starves. Pure.
 */
import type { ArrivalSettings } from "../booking/booking.arrival.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf, plusSeconds } from "../kit/clock.ts";
import type { Ticket } from "./visit.ts";

type Queued = Pick<Ticket, "number" | "arrivedAt" | "startsAt" | "queuedAt" | "missed" | "priority">;

/** When a ticket is due to be called; see the rule above. */
export function dueAt(ticket: Queued, settings: ArrivalSettings): Instant {
  const ahead = ticket.priority === undefined ? 0 : settings.priorityMinutes;
  return plusSeconds(dueInTurn(ticket, settings), -ahead * 60);
}

function dueInTurn({ arrivedAt, startsAt, queuedAt, missed }: Queued, settings: ArrivalSettings): Instant {
  const yieldSeconds = settings.walkInYieldMinutes * 60;
  if (missed > 0) return plusSeconds(queuedAt, yieldSeconds);
  if (startsAt === undefined) return plusSeconds(arrivedAt, yieldSeconds);
  const lateSeconds = Math.max(0, (millisecondsOf(arrivedAt) - millisecondsOf(startsAt)) / 1000);
  return lateSeconds === 0 ? startsAt : plusSeconds(arrivedAt, Math.min(lateSeconds, yieldSeconds));
}

/** Negative when `one` is called before `other`; never 0 for two numbers. */
export function inTurn(settings: ArrivalSettings) {
  return (one: Queued, other: Queued): number =>
    compare(dueAt(one, settings), dueAt(other, settings)) ||
    compare(one.arrivedAt, other.arrivedAt) ||
    compare(one.number, other.number);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Who waits, in the order in which they are called. */
export const inOrder = <Each extends Queued & Pick<Ticket, "state">>(
  tickets: readonly Each[],
  settings: ArrivalSettings,
): readonly Each[] => tickets.filter(({ state }) => state === "waiting").toSorted(inTurn(settings));

/** A counter as the queue knows it. */
export interface Serving {
  readonly id: string;
  readonly services: readonly string[];
}

/** Whether a counter can take a ticket: it gives what is next, and the ticket does not wait for another one. */
export const canTake = ({ id, services }: Serving, ticket: Pick<Ticket, "services" | "wants">): boolean =>
  ticket.wants === undefined ? services.includes(ticket.services[0] ?? "") : ticket.wants === id;

/** Why a later comer goes before an earlier one, for whoever asks; undefined when nobody is overtaken. */
export function whyAhead(
  one: Queued,
  other: Queued,
): "booked_time" | "priority" | "late" | "not_there" | "yields" | undefined {
  if (one.arrivedAt <= other.arrivedAt) return undefined;
  if (one.priority !== undefined && other.priority === undefined) return "priority";
  if (other.missed > 0) return "not_there";
  if (other.startsAt !== undefined && other.arrivedAt > other.startsAt) return "late";
  return other.startsAt === undefined ? "yields" : "booked_time";
}
