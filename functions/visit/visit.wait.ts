/** How long somebody will wait (预计等候): the queue played forward on the counters that are open. An estimate. Pure. */
import type { ArrivalSettings } from "../booking/booking.arrival.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { Serving } from "./visit.order.ts";
import { canTake, inOrder } from "./visit.order.ts";
import type { Ticket } from "./visit.ts";

export interface OpenCounter extends Serving {
  /** From when on it can call: now, or when it opens again after its break. */
  readonly from: Instant;
}

export interface Forecast {
  /** How many are called before this one that could be called to the same counters. */
  readonly ahead: number;
  /** Minutes from now, in steps of five; undefined while no counter is open for it today. */
  readonly waitMinutes: number | undefined;
}

export interface Outlook {
  readonly counters: readonly OpenCounter[];
  /** Minutes that a service takes. */
  readonly minutesOf: (service: string) => number;
  readonly settings: ArrivalSettings;
  readonly now: Instant;
}

const STEP_MINUTES = 5;

/** A forecast for everybody who waits, by number. */
export function forecast(tickets: readonly Ticket[], outlook: Outlook): ReadonlyMap<string, Forecast> {
  const { counters, minutesOf, settings, now } = outlook;
  const start = millisecondsOf(now);
  const free = new Map(counters.map((counter) => [counter.id, freeFrom(counter, tickets, outlook)]));
  const waiting = inOrder(tickets, settings);
  const found = new Map<string, Forecast>();
  for (const [place, ticket] of waiting.entries()) {
    const able = counters.filter((counter) => canTake(counter, ticket));
    const ahead = waiting.slice(0, place).filter((other) => able.some((each) => canTake(each, other))).length;
    const first = able.toSorted((one, other) => (free.get(one.id) ?? 0) - (free.get(other.id) ?? 0))[0];
    if (first === undefined) {
      found.set(ticket.number, { ahead, waitMinutes: undefined });
      continue;
    }
    const at = free.get(first.id) ?? start;
    free.set(first.id, at + minutesOf(ticket.services[0] ?? "") * 60_000);
    found.set(ticket.number, { ahead, waitMinutes: inSteps((at - start) / 60_000) });
  }
  return found;
}

const inSteps = (minutes: number): number => Math.ceil(Math.max(0, minutes) / STEP_MINUTES) * STEP_MINUTES;

/** When a counter is done with whom it serves; who takes longer than usual is expected to be done in a minute. */
function freeFrom(counter: OpenCounter, tickets: readonly Ticket[], { minutesOf, now }: Outlook): number {
  const current = tickets.find(
    ({ state, counter: at }) => at === counter.id && (state === "called" || state === "serving"),
  );
  const open = Math.max(millisecondsOf(now), millisecondsOf(counter.from));
  if (current === undefined) return open;
  const since = millisecondsOf(current.startedAt ?? current.calledAt ?? now);
  return Math.max(open + 60_000, since + minutesOf(current.services[0] ?? "") * 60_000);
}
