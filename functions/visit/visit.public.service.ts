/** What anybody in the hall may know: numbers and counters, and of one's own ticket how long it will take. No names. */
import type { Hall, Place } from "../booking/booking.hall.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { equalInConstantTime } from "../kit/vault.ts";
import type { Calls } from "./visit.call.service.ts";
import type { Days } from "./visit.day.service.ts";
import { inOrder } from "./visit.order.ts";
import type { Found, VisitParts, Where } from "./visit.parts.service.ts";
import { findPlace } from "./visit.parts.service.ts";
import { visitProblems } from "./visit.problem.ts";
import type { Queue, Ticket } from "./visit.ts";
import type { Forecast } from "./visit.wait.ts";

/** A call as the screen shows it. */
export interface ShownCall {
  readonly number: string;
  readonly counter: string;
  /** Called, and not at the counter yet. */
  readonly calling: boolean;
  readonly at: Instant;
}

export interface Screen {
  readonly hall: Hall;
  readonly place: Place;
  /** Who is still to come first, then the newest first. */
  readonly calls: readonly ShownCall[];
  /** Who should be ready, in order. */
  readonly next: readonly string[];
  readonly waiting: number;
  readonly at: Instant;
}

export interface OwnTicket {
  readonly hall: Hall;
  readonly place: Place;
  readonly ticket: Ticket;
  /** While it waits. */
  readonly forecast?: Forecast;
  /** Sign of the counter that it is called to, served at, or waits for. */
  readonly counter?: string;
}

/** The ticket that an address names, with what shows that somebody was given it. */
export interface Shown extends Queue {
  readonly number: string;
  readonly proof: string;
}

const PROOF_CHARACTERS = 12;
const MOST_NEXT = 6;

export type Public = ReturnType<typeof openPublic>;

export function openPublic(parts: VisitParts, days: Pick<Days, "forecastOf">, calls: Pick<Calls, "leave">) {
  const { vault, store, clock, demand } = parts;

  const proofOf = ({ hall, place, day, number }: Queue & Pick<Ticket, "number">): string =>
    vault.hash("visit ticket", [hall, place, day, number].join(" ")).slice(0, PROOF_CHARACTERS);

  async function prove(shown: Shown) {
    const isRight = equalInConstantTime(Buffer.from(shown.proof), Buffer.from(proofOf(shown)));
    if (!isRight) throw visitProblems.notFound();
    const found = await findPlace(parts, shown);
    const ticket = await store.read(shown, shown.number);
    if (ticket === undefined) throw visitProblems.notFound();
    return { found, ticket };
  }

  /** How it stands and, while it waits, how long it will. */
  async function standing(found: Found, ticket: Ticket): Promise<OwnTicket> {
    const { hall, place } = found;
    const at = ticket.counter ?? ticket.wants;
    const sign = place.counters.find(({ id }) => id === at)?.sign;
    const waits = ticket.state === "waiting" && ticket.day === dayOf(clock());
    const live = waits ? await store.live(ticket, { consistent: false }) : [];
    const own = waits ? (await days.forecastOf(found, live)).get(ticket.number) : undefined;
    return {
      ...{ hall, place, ticket },
      ...(sign === undefined ? {} : { counter: sign }),
      ...(own === undefined ? {} : { forecast: own }),
    };
  }

  return {
    /** Goes into the address of a ticket's page, so that nobody can turn the pages of others. */
    proofOf,
    async screen(where: Where): Promise<Screen> {
      const { hall, place, queue } = await findPlace(parts, where);
      const live = await store.live(queue, { consistent: false });
      const signs = new Map(place.counters.map(({ id, sign }) => [id, sign]));
      const calls = live.flatMap(({ state, number, counter, calledAt }): ShownCall[] => {
        const sign = counter === undefined ? undefined : signs.get(counter);
        if (sign === undefined || calledAt === undefined) return [];
        return [{ number, counter: sign, calling: state === "called", at: calledAt }];
      });
      const waiting = inOrder(live, hall.arrival);
      return {
        ...{ hall, place, at: clock() },
        calls: calls.toSorted(
          (one, other) => Number(other.calling) - Number(one.calling) || (one.at < other.at ? 1 : -1),
        ),
        next: waiting.slice(0, MOST_NEXT).map(({ number }) => number),
        waiting: waiting.length,
      };
    },
    /** Raises 404 for a wrong proof as for a missing ticket. */
    async own(shown: Shown): Promise<OwnTicket> {
      const { found, ticket } = await prove(shown);
      return standing(found, ticket);
    },
    /** A ticket of today, at the desk. */
    async atDesk(staff: Staff, where: Where, number: string): Promise<OwnTicket> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.read", action: "ticket" });
      const ticket = await store.read(found.queue, number);
      if (ticket === undefined) throw visitProblems.notFound();
      return standing(found, ticket);
    },
    async leave(shown: Shown): Promise<void> {
      const { found, ticket } = await prove(shown);
      await calls.leave({ ...found, queue: shown }, ticket);
    },
  };
}
