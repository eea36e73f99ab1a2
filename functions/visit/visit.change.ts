/** A ticket and what becomes of it when something happens to it. Pure: who, when and where are arguments. */
import type { Booking } from "../booking/booking.ts";
import type { Instant } from "../kit/clock.ts";
import type { TicketAction } from "./visit.flow.ts";
import { isOver, ticketTransitions } from "./visit.flow.ts";
import type { ByStaff, Priority, Queue, Ticket, TicketEntry } from "./visit.ts";
import { bookedNumber } from "./visit.ts";

export interface Happening {
  readonly at: Instant;
  readonly by?: ByStaff | undefined;
}
type ByHand = Happening & { readonly by: ByStaff };

export interface PriorityGiven {
  readonly why: Priority;
  readonly reason?: string | undefined;
}

const entryOf = ({ at, by }: Happening, rest: Omit<TicketEntry, "at" | "by">): TicketEntry => ({
  at,
  ...(by === undefined ? {} : { by }),
  ...rest,
});

const begun = { schema: 1, version: 1, state: "waiting", missed: 0, calls: 0 } as const;

/** The ticket of a booking whose people are here; `reason`: why although it is not the time. */
export function ticketOf(booking: Booking, happening: Happening, reason?: string): Ticket {
  const { hall, place, day, party, services, startsAt, code, seats, time } = booking;
  const first = seats.find((seat) => seat.time === time) ?? seats[0] ?? { time, lane: 0 };
  return {
    ...begun,
    ...{ hall, place, day, party, services, startsAt },
    number: bookedNumber(first),
    kind: "booked",
    arrivedAt: happening.at,
    queuedAt: happening.at,
    booking: code,
    history: [entryOf(happening, { action: "check_in", ...(reason === undefined ? {} : { reason }) })],
  };
}

export interface WalkIn extends Queue {
  readonly number: string;
  readonly service: string;
  readonly party: number;
  readonly seats: NonNullable<Ticket["seats"]>;
  readonly priority: PriorityGiven | undefined;
  /** Why a number was given although all seats of the day were taken. */
  readonly beyond: string | undefined;
}

/** The ticket of somebody who comes without a booking. */
export function walkInTicket(walkIn: WalkIn, happening: ByHand): Ticket {
  const { hall, place, day, number, service, party, seats, priority, beyond } = walkIn;
  const ticket: Ticket = {
    ...begun,
    ...{ hall, place, day, number, party },
    kind: "walk_in",
    services: [service],
    arrivedAt: happening.at,
    queuedAt: happening.at,
    ...(seats.length === 0 ? {} : { seats }),
    history: [entryOf(happening, { action: "take", ...(beyond === undefined ? {} : { reason: beyond }) })],
  };
  return priority === undefined ? ticket : withPriority(ticket, priority, happening, 1);
}

/** With priority, the reason and who gave it on record. */
export function withPriority(
  ticket: Ticket,
  { why, reason }: PriorityGiven,
  happening: ByHand,
  version = ticket.version + 1,
): Ticket {
  const words = reason === undefined || reason === "" ? {} : { reason };
  return {
    ...ticket,
    version,
    priority: { why, ...words, by: happening.by },
    history: [
      ...ticket.history,
      entryOf(happening, { action: "priority", reason: [why, reason ?? ""].join(" ").trim() }),
    ],
  };
}

export interface ActDetails {
  readonly counter?: string | undefined;
  /** Where a transfer leads: another counter, another service. */
  readonly toCounter?: string | undefined;
  readonly toService?: string | undefined;
  readonly reason?: string | undefined;
  readonly callKey?: string | undefined;
}

/** The next version of a ticket. The caller has asked `mayHappen`. */
export function changed(ticket: Ticket, action: TicketAction, details: ActDetails & Happening): Ticket {
  const { at, counter, toCounter, toService, reason } = details;
  const entry = entryOf(details, {
    action,
    ...((toCounter ?? counter) === undefined ? {} : { counter: toCounter ?? counter }),
    ...(toService === undefined ? {} : { service: toService }),
    ...(reason === undefined || reason === "" ? {} : { reason }),
  });
  return {
    ...settled(ticket, action, details),
    version: ticket.version + 1,
    state: ticketTransitions[action].to,
    ...(isOver(ticketTransitions[action].to) ? { endedAt: at } : {}),
    history: [...ticket.history, entry],
  };
}

/** What an action means besides state and record. */
function settled(ticket: Ticket, action: TicketAction, details: ActDetails & Happening): Ticket {
  const { at, counter, callKey } = details;
  const { counter: _at, wants: _wants, callKey: _key, ...free } = ticket;
  switch (action) {
    case "call":
      return {
        ...free,
        ...(counter === undefined ? {} : { counter }),
        ...(callKey === undefined ? {} : { callKey }),
        calls: ticket.calls + 1,
        calledAt: at,
        firstCalledAt: ticket.firstCalledAt ?? at,
      };
    case "recall":
      return { ...ticket, calls: ticket.calls + 1, calledAt: at };
    case "start":
      return { ...ticket, startedAt: at };
    case "finish":
      return { ...ticket, startedAt: ticket.startedAt ?? ticket.calledAt ?? at };
    case "no_answer":
      return { ...free, missed: ticket.missed + 1 };
    case "transfer":
      return transferred(free, details);
    case "return":
      return ticket.state === "missed" ? { ...free, queuedAt: at } : free;
    default:
      return free;
  }
}

/** To the front of what is still to be done goes the service; a counter that is named is waited for. */
function transferred(ticket: Ticket, { toCounter, toService }: ActDetails): Ticket {
  const { startedAt: _started, ...rest } = ticket;
  const services =
    toService === undefined
      ? ticket.services
      : [toService, ...ticket.services.slice(1).filter((id) => id !== toService)];
  return { ...rest, services, ...(toCounter === undefined ? {} : { wants: toCounter }) };
}
