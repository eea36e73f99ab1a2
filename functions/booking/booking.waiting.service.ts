/**
 * The waiting list (候补): joining it for a day, seeing how one stands, and leaving it. What is offered is accepted by
 * `bookings.confirm(code)` and declined by `bookings.cancel(code, "person")`, under the code that joining gave.
 */
import { lastFourOf } from "../disclosure/disclosure.contact.ts";
import { busy, Problem } from "../kit/problem.ts";
import type { Shown } from "./booking.code.ts";
import { codeFrom } from "./booking.code.ts";
import { phone4Hash, sealParty } from "./booking.draft.service.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import { openPhoneProof } from "./booking.tries.service.ts";
import type { Booking } from "./booking.ts";
import { openWaitingDrafts, type WaitingRequest } from "./booking.waiting.draft.service.ts";
import { openOffers } from "./booking.waiting.offer.service.ts";
import {
  endWrites,
  joinWrites,
  WaiterStood,
  waiterChanged,
  waiterIn,
  waiterKey,
} from "./booking.waiting.store.ts";
import type { Waiter, WaitingState } from "./booking.waiting.ts";
import { stateOf } from "./booking.waiting.ts";

export type { WaitingRequest } from "./booking.waiting.draft.service.ts";

export interface Standing {
  readonly waiter: Waiter;
  readonly state: WaitingState;
  /** How many joined before and still wait, counted up to `MOST_AHEAD`. */
  readonly ahead: number;
  /** What is or was offered; its `heldUntil` says until when it can be taken. */
  readonly booking: Booking | undefined;
}

export interface WaitingOptions {
  readonly parts: BookingParts;
}

/** Beyond this it makes no difference to anybody. */
export const MOST_AHEAD = 100;
/** How often one person may join for the same day, having left or missed an offer before. */
const MOST_ENTRIES = 5;

export type WaitingList = ReturnType<typeof openWaitingList>;

export function openWaitingList({ parts }: WaitingOptions) {
  const { table, vault, clock, bookings, waiting } = parts;
  const prove = openPhoneProof(parts);
  const offers = openOffers(parts);
  const draft = openWaitingDrafts(parts);

  async function standingOf(waiter: Waiter): Promise<Standing> {
    const now = clock();
    const booking = waiter.state === "offered" ? await bookings.read(waiter.code) : undefined;
    const state = stateOf(waiter, booking, now);
    const ahead = state === "waiting" ? await waiting.ahead(waiter, MOST_AHEAD) : 0;
    return { waiter, state, ahead, booking };
  }

  async function join(request: WaitingRequest): Promise<Standing & { readonly repeated: boolean }> {
    const { entry, visit, hint, owner, said } = await draft(request);
    for (let n = 0; n < MOST_ENTRIES; n += 1) {
      const code = codeFrom(vault.derive("waiting code", `${owner} ${n}`));
      const { phone } = request.party;
      const waiter: Waiter = {
        ...{ schema: 1, code, said, owner, version: 1, state: "waiting" },
        ...{ ...entry, joinedAt: clock(), phone4: phone4Hash(vault, code, lastFourOf(phone)) },
        sealed: sealParty(vault, code, request.party),
      };
      try {
        await table.commit(joinWrites(waiter));
        if (entry.lot === undefined) await offers.offerResting(visit, hint);
        return { ...(await standingOf((await waiting.read(code)) ?? waiter)), repeated: false };
      } catch (error) {
        if (!(error instanceof WaiterStood)) throw error;
        if (error.old?.owner !== owner) continue;
        const standing = await standingOf(error.old);
        if (!["registered", "waiting", "offered"].includes(standing.state)) continue;
        if (error.old.said !== said) throw bookingProblems.alreadyWaiting();
        return { ...standing, repeated: true };
      }
    }
    throw bookingProblems.waitedOften();
  }

  async function leave(code: string): Promise<Standing> {
    for (let round = 0; round < MOST_ENTRIES; round += 1) {
      const waiter = await waiting.read(code);
      if (waiter === undefined) throw bookingProblems.notFound();
      if (waiter.state === "left") return standingOf(waiter);
      if (waiter.state === "offered") throw bookingProblems.wrongState();
      try {
        await table.commit(endWrites(waiter, "left", waiterChanged));
        return standingOf({ ...waiter, state: "left" });
      } catch (error) {
        if (!(error instanceof Problem && error.code === "booking_changed")) throw error;
      }
    }
    throw busy();
  }

  return {
    /**
     * Joins the line of a day. The same person and wish again is the same entry; raises 409 `already_waiting` for
     * another wish of the same day, and what booking raises for a day, a service or a person that may not.
     */
    join,
    /**
     * How an entry stands, for whoever shows its telephone. Raises 404 `booking_not_found` for a wrong one as for a
     * missing code, and 429 `too_many_tries`; wrong tries are counted together with those on bookings.
     */
    async prove(shown: Shown, address: string): Promise<Standing> {
      return standingOf(await prove({ keyOf: waiterKey, read: waiterIn }, shown, address));
    },
    /** Leaves the line; again gives the same. Raises 409 `booking_state` once something was offered: decline that. */
    leave,
    /** Offers what was set free to the first who can use it; true when somebody got it. */
    offer: offers.offer,
  };
}
