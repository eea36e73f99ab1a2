/**
 * Calling (叫号) and what follows at the counter. Calling reads the queue once and moves one ticket on the condition that
 * nobody else has, so no two counters call one person; whoever loses takes the next one in the same order.
 */
import type { Counter } from "../booking/booking.hall.ts";
import type { Staff } from "../identity/identity.ts";
import { busy } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { ActDetails, PriorityGiven } from "./visit.change.ts";
import { changed, withPriority } from "./visit.change.ts";
import type { TicketAction } from "./visit.flow.ts";
import { mayHappen } from "./visit.flow.ts";
import { canTake, inOrder } from "./visit.order.ts";
import type { Found, VisitParts, Where } from "./visit.parts.service.ts";
import { findPlace, staffOf } from "./visit.parts.service.ts";
import { visitProblems } from "./visit.problem.ts";
import { TicketChanged, ticketWrites } from "./visit.store.ts";
import type { Ticket } from "./visit.ts";
import type { WalkIns } from "./visit.walkin.service.ts";

export interface Calling {
  readonly counter: string;
  /** Names the form; the same again gives the same person. */
  readonly key: string;
}

export interface Act extends Pick<ActDetails, "toCounter" | "toService" | "reason"> {
  readonly number: string;
  readonly action: Exclude<TicketAction, "call">;
  /** The version that was seen; the same act on it again does nothing more. */
  readonly version: number;
}

const MOST_ROUNDS = 6;

export function openCalls(parts: VisitParts, walkIns: Pick<WalkIns, "giveBack">) {
  const { table, clock, arrivals, store, demand } = parts;

  const counterIn = ({ place }: Found, id: string): Counter => {
    const counter = place.counters.find((each) => each.id === id);
    if (counter === undefined) throw visitProblems.notFound();
    return counter;
  };

  /** Moves the first one in order that nobody else has moved; undefined when all of these are gone. */
  async function claim(candidates: readonly Ticket[], calling: Calling, staff: Staff) {
    for (const candidate of candidates) {
      const { counter, key: callKey } = calling;
      const next = changed(candidate, "call", { at: clock(), by: staffOf(staff), counter, callKey });
      try {
        await table.commit(ticketWrites(next));
        return next;
      } catch (error) {
        if (!(error instanceof TicketChanged)) throw error;
        if (error.old?.callKey === callKey) return error.old;
      }
    }
    return undefined;
  }

  async function commitAct(found: Found, ticket: Ticket, next: Ticket): Promise<void> {
    const writes: Write[] = [...ticketWrites(next)];
    const code = next.state === "finished" ? ticket.booking : undefined;
    const booking = code === undefined ? undefined : await arrivals.read(code);
    const finished = booking && arrivals.advanced(booking, "finish", clock());
    await table.commit(finished === undefined ? writes : [...writes, finished.write]);
    if (next.state === "left") await walkIns.giveBack(found, ticket);
  }

  /** The ticket as it was seen, or as the same act has left it already. */
  async function seen(found: Found, staff: Staff, act: Pick<Act, "number" | "version"> & { action: string }) {
    const ticket = await store.read(found.queue, act.number);
    if (ticket === undefined) throw visitProblems.notFound();
    if (ticket.version === act.version) return { ticket, done: false };
    const last = ticket.history.at(-1);
    const isSame = last?.action === act.action && last.by?.id === staff.id;
    if (ticket.version === act.version + 1 && isSame) return { ticket, done: true };
    throw visitProblems.changed();
  }

  /** Of two presses of one button at once the second finds what the first has done, and says no more than that. */
  async function unlessDone(
    work: Promise<unknown>,
    next: Ticket,
    look: () => Promise<{ ticket: Ticket; done: boolean }>,
  ) {
    try {
      await work;
      return next;
    } catch (error) {
      if (!(error instanceof TicketChanged)) throw error;
      const { ticket, done } = await look();
      if (!done) throw visitProblems.changed();
      return ticket;
    }
  }

  const orChanged = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw error instanceof TicketChanged ? visitProblems.changed() : error;
    }
  };

  return {
    /** Raises 409 `nobody_waits`, and `counter_busy` while somebody is called to or served at this counter. */
    async callNext(staff: Staff, where: Where, calling: Calling): Promise<Ticket> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: "call" });
      const counter = counterIn(found, calling.counter);
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const live = await store.live(found.queue);
        const same = live.find(({ callKey }) => callKey === calling.key);
        if (same !== undefined) return same;
        const current = live.find((each) => isAt(each, counter.id));
        if (current !== undefined) throw visitProblems.counterBusy(current.number);
        const able = inOrder(live, found.hall.arrival).filter((each) => canTake(counter, each));
        if (able.length === 0) throw visitProblems.nobodyWaits();
        const called = await claim(able, calling, staff);
        if (called !== undefined) return called;
      }
      throw busy();
    },

    /** Raises 409 `ticket_changed` when it is no longer as it was seen, and `ticket_state` for what cannot happen now. */
    async act(staff: Staff, where: Where, act: Act): Promise<Ticket> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: act.action });
      const { ticket, done } = await seen(found, staff, act);
      if (done) return ticket;
      if (!mayHappen(act.action, ticket.state)) throw visitProblems.wrongState();
      if (act.toCounter !== undefined) counterIn(found, act.toCounter);
      if (act.toService !== undefined && !found.hall.services.some(({ id }) => id === act.toService))
        throw visitProblems.notFound();
      const { toCounter, toService, reason } = act;
      const details = {
        at: clock(),
        by: staffOf(staff),
        counter: ticket.counter,
        toCounter,
        toService,
        reason,
      };
      const next = changed(ticket, act.action, details);
      return unlessDone(commitAct(found, ticket, next), next, () => seen(found, staff, act));
    },

    /** Priority for somebody who waits, with its reason on record. */
    async prioritise(
      staff: Staff,
      where: Where,
      given: PriorityGiven & Pick<Act, "number" | "version">,
    ): Promise<Ticket> {
      const found = await findPlace(parts, where);
      await demand(staff, found.hall, { permission: "visit.work", action: "priority" });
      const look = () => seen(found, staff, { ...given, action: "priority" });
      const { ticket, done } = await look();
      if (done) return ticket;
      if (ticket.state !== "waiting" && ticket.state !== "parked") throw visitProblems.wrongState();
      const next = withPriority(ticket, given, { at: clock(), by: staffOf(staff) });
      return unlessDone(table.commit(ticketWrites(next)), next, look);
    },

    /** Somebody no longer wants to wait and says so on their own phone. Again does nothing more. */
    async leave(found: Found, ticket: Ticket): Promise<void> {
      if (!mayHappen("leave", ticket.state)) return;
      await orChanged(commitAct(found, ticket, changed(ticket, "leave", { at: clock() })));
    },
  };
}

export type Calls = ReturnType<typeof openCalls>;

/** Called to a counter, or served there. */
export const isAt = ({ state, counter }: Ticket, id: string): boolean =>
  counter === id && (state === "called" || state === "serving");
