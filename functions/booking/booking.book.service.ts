/**
 * Booking and holding: one transaction that puts the booking, moves the guard of its person and takes the seats, or does
 * nothing. In the common case that is one request and reads nothing at all.
 */
import { busy, Problem } from "../kit/problem.ts";
import { gatherReads } from "./booking.board.service.ts";
import type { Chosen } from "./booking.choice.ts";
import type { Draft } from "./booking.draft.service.ts";
import { openDrafts } from "./booking.draft.service.ts";
import { booked, held } from "./booking.guard.change.ts";
import type { Consequence, Guard, Under, Visit } from "./booking.guard.ts";
import { emptyGuard, refusalOf } from "./booking.guard.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems, problemOf } from "./booking.problem.ts";
import type { Changed } from "./booking.reading.service.ts";
import { recordOf, summaryOf } from "./booking.reading.service.ts";
import type { BookingRequest } from "./booking.request.ts";
import { takeWrite } from "./booking.seat.take.store.ts";
import type { Wanting } from "./booking.seat.ts";
import type { Seating } from "./booking.seating.service.ts";
import type { StoredGuard } from "./booking.store.ts";
import { CodeTaken, createBookingWrite, GuardStood, guardWrite } from "./booking.store.ts";
import type { Booking } from "./booking.ts";
import { itemsOf, siteOf } from "./booking.visit.ts";

export interface Made extends Changed {
  /** The same request had come before; nothing was done now. */
  readonly repeated: boolean;
}

const MOST_SALTS = 4;
const MOST_GUARD_ROUNDS = 4;

/** Another's booking has this code. */
const collided = new Error("this code is somebody else's");

interface Taken {
  readonly code: string;
  readonly chosen: readonly Chosen[];
  readonly wanting: Omit<Wanting, "now">;
}

export function openBooking(parts: BookingParts, { seat }: Seating) {
  const { table, clock, bookings, board } = parts;
  const { draftOf, codeOf, bookingOf } = openDrafts(parts);
  const readAgain = gatherReads((codes) => bookings.readMany(codes));

  /** What the booking means for a guard of its person. Throws the Problem of a refusal. */
  function judged(
    { holds }: Draft,
    guard: Guard,
    { visit, under }: { visit: Visit; under: Under },
  ): Consequence {
    const refusal = refusalOf(guard, visit, under);
    if (refusal !== undefined) throw problemOf(refusal);
    return holds ? { guard: held(guard, visit, under), warnings: [] } : booked(guard, visit, under);
  }

  type Known = ReadonlyMap<string, StoredGuard | undefined>;

  async function commit(draft: Draft, known: Known, { code, chosen, wanting }: Taken): Promise<Made> {
    const { rules, guards, visit } = draft;
    const under = { rules, now: clock() };
    const drafted = bookingOf(draft, code, { chosen, at: under.now });
    const consequences = guards.map((hash) =>
      judged(draft, known.get(hash)?.guard ?? emptyGuard, { visit: visitOf(drafted, draft), under }),
    );
    const summary = summaryOf(consequences);
    const history = drafted.history.map((entry) => ({ ...entry, ...recordOf(summary) }));
    const booking: Booking = { ...drafted, history };
    const taken = chosen.map((seat) => ({ ...siteOf(visit), day: visit.day, ...seat }));
    const taking = { ...wanting, code, now: under.now, heldUntil: booking.heldUntil };
    // In this order the repeat of a request is noticed before its own guard and seat are in its way.
    await table.commit([
      createBookingWrite(booking),
      ...guards.map((hash, n) =>
        guardWrite(hash, consequences[n]?.guard ?? emptyGuard, { before: known.get(hash), ...under }),
      ),
      ...taken.map((seat) => takeWrite(seat, taking)),
    ]);
    board.took(taken);
    return { booking, ...summary, repeated: false };
  }

  /** One transaction; another one only when the person turns out to have a guard that still says something. */
  async function commitWith(
    draft: Draft,
    known: Map<string, StoredGuard | undefined>,
    taken: Taken,
  ): Promise<Made> {
    for (let round = 0; round < MOST_GUARD_ROUNDS; round += 1) {
      try {
        return await commit(draft, known, taken);
      } catch (error) {
        if (error instanceof CodeTaken) return repeatOf(draft, error.old);
        if (!(error instanceof GuardStood)) throw error;
        known.set(error.hash, error.stored);
      }
    }
    throw busy();
  }

  const visitOf = (booking: Booking, { visit }: Draft): Visit => ({
    code: booking.code,
    hall: booking.hall,
    day: booking.day,
    items: itemsOf(visit.services),
    until: booking.heldUntil ?? booking.endsAt,
  });

  /** The booking that the same request has made before. Raises 422 when it said something else. */
  function repeatOf({ owner, said }: Draft, old: Booking | undefined): Made {
    if (old?.owner !== owner) throw collided;
    if (old.said !== said) throw bookingProblems.keyReused();
    return { booking: old, warnings: [], repeated: true };
  }

  async function make(request: BookingRequest, holds: boolean): Promise<Made> {
    const draft = await draftOf(request, holds);
    const { visit } = draft;
    const { pool, ticket } = request;
    const comer = { identity: draft.guards[0] ?? "", ticket };
    const known = new Map<string, StoredGuard | undefined>();
    for (let salt = 0; salt < MOST_SALTS; salt += 1) {
      const { code, start } = codeOf(draft, salt);
      try {
        return await seat({ visit, pool, start, comer }, (chosen, wanting) =>
          commitWith(draft, known, { code, chosen, wanting }),
        );
      } catch (error) {
        if (error === collided) continue;
        if (!mayHideARepeat(error)) throw error;
        // Whoever has booked already must hear so, also when since then the slot is full or its time is over.
        const before = await readAgain(code);
        if (before === undefined) throw error;
        if (before.owner === draft.owner) return repeatOf(draft, before);
      }
    }
    throw busy();
  }

  return {
    /**
     * Books seats at once. The same request with the same key gives the same booking; other words under it raise 422
     * `token_reused`. Raises 409 with the nearest alternatives when there is no seat, and what the rules forbid.
     */
    book: (request: BookingRequest): Promise<Made> => make(request, false),
    /** Holds seats for as long as the hall says, to be confirmed; otherwise like `book`. */
    hold: (request: BookingRequest): Promise<Made> => make(request, true),
  };
}

/** Before its time opens nobody can have booked a slot, and what is no refusal is an error. */
const mayHideARepeat = (error: unknown): boolean =>
  error instanceof Problem &&
  [403, 409].includes(error.status) &&
  !["slot_not_open", "turn_not_yet"].includes(error.code);
