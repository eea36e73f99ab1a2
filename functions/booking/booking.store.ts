/**
 * Where bookings and the guards of people are kept: `BOOKING#code / BOOKING` and `GUARD#hash / GUARD`. The worklist of a
 * closing counter is `REBOOK#hall#place / day#time#lane`.
 */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import { quietFrom } from "./booking.guard.change.ts";
import type { Guard } from "./booking.guard.ts";
import type { RuleSet } from "./booking.rules.ts";
import type { SeatId, Site } from "./booking.seat.ts";
import { laneLabel } from "./booking.seat.ts";
import type { Booking } from "./booking.ts";
import { bookingSchema, forgottenAt } from "./booking.ts";

export const bookingKey = (code: string): Key => ({ pk: keyOf("BOOKING", code), sk: "BOOKING" });
const guardKey = (hash: string): Key => ({ pk: keyOf("GUARD", hash), sk: "GUARD" });
const rebookPartition = ({ hall, place }: Site): string => keyOf("REBOOK", hall, place);
const rebookKey = (seat: SeatId): Key => ({
  pk: rebookPartition(seat),
  sk: keyOf(seat.day, seat.time.replace(":", ""), laneLabel(seat.lane)),
});

/** A guard as it was read, with the version that a write rests on. */
export interface StoredGuard {
  readonly guard: Guard;
  readonly version: number;
}

/** The code is in use: by the same request that comes again, or by somebody else's whose hash collides. */
export class CodeTaken extends Error {
  override readonly name = "CodeTaken";
  readonly old: Booking | undefined;
  constructor(old: Booking | undefined) {
    super("this code is in use");
    this.old = old;
  }
}

/** The person's guard is not what the write rested on. */
export class GuardStood extends Error {
  override readonly name = "GuardStood";
  readonly hash: string;
  readonly stored: StoredGuard | undefined;
  constructor(hash: string, stored: StoredGuard | undefined) {
    super("this guard has changed");
    this.hash = hash;
    this.stored = stored;
  }
}

/** A seat that somebody has and whose counter closes; in the order of time. */
export interface Rebooking {
  readonly seat: SeatId;
  readonly code: string;
  readonly since: Instant;
}

/**
 * Booking and guard are kept as one text each, not as maps: nothing asks for a part of them, and writing sixty attribute
 * values took as long as the rest of a booking.
 */
const textOf = (value: Booking | Guard): string => JSON.stringify(value);

/** What the clock looks for. */
const HOLD = "hold";

export function bookingIn(item: StoredItem | undefined): Booking | undefined {
  return item?.sk === "BOOKING" ? v.parse(bookingSchema, JSON.parse(item.booking as string)) : undefined;
}

function bookingItem(booking: Booking) {
  const held = booking.state === "held" ? { work: HOLD, workAt: booking.heldUntil ?? booking.madeAt } : {};
  return {
    booking: textOf(booking),
    version: booking.version,
    expiresAt: epochSecondsOf(forgottenAt(booking)),
    ...held,
  };
}

/** A booking under a code that must be new. */
export const createBookingWrite = (booking: Booking): Write => ({
  kind: "put",
  key: bookingKey(booking.code),
  item: bookingItem(booking),
  when: isNew,
  otherwise: (old) => new CodeTaken(bookingIn(old)),
});

/** The next version of a booking; raises 409 `booking_changed` when somebody else was first. */
export const replaceBookingWrite = (booking: Booking): Write => ({
  kind: "put",
  key: bookingKey(booking.code),
  item: bookingItem(booking),
  when: { text: "#version = :before", values: { before: booking.version - 1 } },
  otherwise: () => conflict("booking_changed"),
});

/** How long a guard that says nothing more is kept, for functions whose clocks differ. */
const GUARD_REST_SECONDS = 3600;

function storedGuardIn(item: StoredItem | undefined): StoredGuard | undefined {
  return item === undefined
    ? undefined
    : { guard: JSON.parse(item.guard as string) as Guard, version: item.version as number };
}

/**
 * The guard after an action. `before` is what the action rested on; undefined rests on a person who has no guard, or one
 * that says nothing any more, so that most people's booking reads nothing.
 */
export function guardWrite(
  hash: string,
  next: Guard,
  rest: { readonly before: StoredGuard | undefined; readonly rules: RuleSet; readonly now: Instant },
): Write {
  const { before, rules, now } = rest;
  const quiet = quietFrom(next, rules);
  const item = {
    guard: textOf(next),
    version: (before?.version ?? 0) + 1,
    quietFrom: quiet,
    expiresAt: epochSecondsOf(quiet === "" ? now : quiet) + GUARD_REST_SECONDS,
  };
  return {
    kind: "put",
    key: guardKey(hash),
    item,
    when:
      before === undefined
        ? { text: "attribute_not_exists(#pk) OR #quietFrom < :now", values: { now } }
        : { text: "#version = :before", values: { before: before.version } },
    otherwise: (old) => new GuardStood(hash, storedGuardIn(old)),
  };
}

export const rebookWrite = ({ seat, code, since }: Rebooking): Write => ({
  kind: "put",
  key: rebookKey(seat),
  item: { code, since },
});
export const rebookedWrite = (seat: SeatId): Write => ({ kind: "delete", key: rebookKey(seat) });

export interface BookingStore {
  read(code: string): Promise<Booking | undefined>;
  readMany(codes: readonly string[]): Promise<readonly (Booking | undefined)[]>;
  readGuards(hashes: readonly string[]): Promise<readonly (StoredGuard | undefined)[]>;
  /** Holds that have run out, oldest first. */
  lapsedHolds(before: Instant, limit: number): Promise<readonly string[]>;
  /** Who must be booked elsewhere, soonest first. */
  rebookings(site: Site): Promise<readonly Rebooking[]>;
}

const MOST_IN_A_BATCH = 100;

export function openBookingStore(table: Table): BookingStore {
  return {
    read: async (code) => bookingIn(await table.get(bookingKey(code))),
    async readMany(codes) {
      const found: (Booking | undefined)[] = [];
      for (let start = 0; start < codes.length; start += MOST_IN_A_BATCH) {
        const keys = codes.slice(start, start + MOST_IN_A_BATCH).map(bookingKey);
        found.push(...(await table.getMany(keys)).map(bookingIn));
      }
      return found;
    },
    readGuards: async (hashes) => (await table.getMany(hashes.map(guardKey))).map(storedGuardIn),
    async lapsedHolds(before, limit) {
      const where = { text: "#work = :work AND #workAt < :before", values: { work: HOLD, before } };
      const { items } = await table.query({ index: "byWork", where, limit });
      return items.map(({ pk }) => pk.slice(pk.indexOf("#") + 1));
    },
    async rebookings(site) {
      const where = { text: "#pk = :pk", values: { pk: rebookPartition(site) } };
      const { items } = await table.query({ where });
      return items.map(({ sk, code, since }) => {
        const [day = "", time = "", lane = ""] = sk.split("#");
        const seat = { ...site, day, time: `${time.slice(0, 2)}:${time.slice(2)}`, lane: Number(lane) };
        return { seat, code: code as string, since: since as Instant };
      });
    },
  };
}
