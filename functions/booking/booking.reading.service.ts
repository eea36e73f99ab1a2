/**
 * A booking as it was read, what judging it needs, and the one way in which it moves on: the next version, the guards of
 * its person and its seats in one transaction. When somebody was faster, it is read and judged anew.
 */
import { dayOf } from "../calendar/calendar.ts";
import { plusSeconds } from "../kit/clock.ts";
import { busy, Problem } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { Consequence, Guard, Under, Visit, Warning } from "./booking.guard.ts";
import { emptyGuard } from "./booking.guard.ts";
import type { Hall } from "./booking.hall.ts";
import { serviceOf } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import { rulesOn } from "./booking.rules.ts";
import type { StoredGuard } from "./booking.store.ts";
import { GuardStood, guardWrite, replaceBookingWrite } from "./booking.store.ts";
import type { Booking, BookingAction, HistoryEntry } from "./booking.ts";
import { may, transitions } from "./booking.ts";
import { itemsOf } from "./booking.visit.ts";

const MOST_ROUNDS = 6;

export interface Reading {
  readonly booking: Booking;
  readonly hall: Hall;
  readonly guards: readonly (StoredGuard | undefined)[];
  readonly under: Under;
  /** What is booked as the rules count it, to the end of the visit. */
  readonly visit: Visit;
}

export interface Changed {
  readonly booking: Booking;
  /** Rules of which a count comes close. */
  readonly warnings: readonly Warning[];
  /** Id of the penalty that was reached. */
  readonly banned?: string;
}

export interface Act {
  readonly action: BookingAction;
  /** What it means for each guard of the person; throws the Problem of a refusal. */
  readonly judge: (guard: Guard) => Consequence;
  readonly writes: readonly Write[];
  readonly changes?: Partial<Booking>;
  readonly from?: HistoryEntry["from"];
}

export function openReading({ halls, bookings, clock, table }: BookingParts) {
  /** Raises 404 for a code that is nobody's. Two requests: the booking, then the guards that it names. */
  async function read(code: string): Promise<Reading> {
    const booking = await bookings.read(code);
    const hall = booking === undefined ? undefined : await halls.find(booking.hall);
    if (booking === undefined || hall === undefined) throw bookingProblems.notFound();
    const guards = await bookings.readGuards(booking.guards);
    // What was booked under a set of rules stays under it.
    const under = { rules: rulesOn(hall.rules, dayOf(booking.madeAt)), now: clock() };
    const items = itemsOf(booking.services.flatMap((id) => serviceOf(hall, id) ?? []));
    const visit = { code, hall: hall.id, day: booking.day, items, until: booking.endsAt };
    return { booking, hall, guards, under, visit };
  }

  /** One transaction: the booking first, so that whoever was faster is noticed there. */
  async function act({ booking, guards, under }: Reading, { action, judge, ...rest }: Act): Promise<Changed> {
    if (!may(action, booking.state)) throw bookingProblems.wrongState();
    const consequences = guards.map((stored) => judge(stored?.guard ?? emptyGuard));
    const summary = summaryOf(consequences);
    // Whatever happens to it, it is no longer held, and no longer waits for another time.
    const { heldUntil: _held, rebook: _waits, ...kept } = booking;
    const entry: HistoryEntry = {
      at: under.now,
      action,
      ...(rest.from === undefined ? {} : { from: rest.from }),
      ...recordOf(summary),
    };
    const next: Booking = {
      ...kept,
      ...rest.changes,
      version: booking.version + 1,
      state: transitions[action].to,
      history: [...booking.history, entry],
    };
    const guardWrites = booking.guards.map((hash, n) =>
      guardWrite(hash, consequences[n]?.guard ?? emptyGuard, { before: guards[n], ...under }),
    );
    await table.commit([replaceBookingWrite(next), ...guardWrites, ...rest.writes]);
    return { booking: next, ...summary };
  }

  /** Reads and tries again when somebody else was faster; whatever else is raised goes on. */
  async function inRounds<Result>(
    code: string,
    attempt: (reading: Reading) => Promise<Result>,
  ): Promise<Result> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        return await attempt(await read(code));
      } catch (error) {
        if (!isOutrun(error)) throw error;
      }
    }
    throw busy();
  }

  return { read, act, inRounds };
}
export type Readings = ReturnType<typeof openReading>;

const isOutrun = (error: unknown): boolean =>
  error instanceof GuardStood || (error instanceof Problem && error.code === "booking_changed");

/** Both guards of a person may warn of the same. */
export function summaryOf(consequences: readonly Consequence[]): Omit<Changed, "booking"> {
  const warnings = new Map(
    consequences.flatMap((each) => each.warnings.map((one) => [one.rule, one] as const)),
  );
  const ban = consequences.find((each) => each.ban !== undefined)?.ban;
  return { warnings: [...warnings.values()], ...(ban === undefined ? {} : { banned: ban.rule }) };
}

/** What of it goes on record, so that a notice can follow. */
export const recordOf = ({ warnings, banned }: Omit<Changed, "booking">): Partial<HistoryEntry> => ({
  ...(warnings.length === 0 ? {} : { warned: warnings.map(({ rule }) => rule) }),
  ...(banned === undefined ? {} : { banned }),
});

/** Whether a person can no longer cancel or move it themselves; when the counter closes they always can. */
export const isTooLate = ({ booking, under }: Reading): boolean =>
  booking.rebook === undefined &&
  plusSeconds(under.now, under.rules.cancelBeforeMinutes * 60) > booking.startsAt;
