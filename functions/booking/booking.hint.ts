/**
 * Hints: which seats of a day are free, and how many there are on each day of a month, each as one small item. A hint
 * is counted anew from the seats after every change; it may be a second late, and no refusal rests on it.
 *
 * A slot is one text, so that a day of 32 slots and 20 lanes stays below 2 KB:
 * `<sequence>|<cut-off>|<pool>@<from when>:<lanes in hex>,...`. A held seat is listed under the instant at which its hold
 * ends and a seat that was given back under the one at which it opens again: time alone never makes a hint wrong.
 */
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { type Pool, pools } from "./booking.hall.ts";
import type { Seat } from "./booking.seat.ts";
import { SKEW_SECONDS } from "./booking.seat.ts";
import type { TimeOfDay } from "./booking.time.ts";

/** Lanes that become free at the same time; seconds since 1970. */
export interface Group {
  readonly pool: Pool;
  readonly from: number;
  readonly lanes: readonly number[];
}

export interface SlotHint {
  readonly time: TimeOfDay;
  /** Seconds since 1970 until which the seats can be booked. */
  readonly until: number;
  readonly groups: readonly Group[];
}

/** Which change of the table a hint has seen last; of the same length for all, so that they compare as text. */
export type Sequence = string;
const SEQUENCE_CHARACTERS = 27;
export const sequenceOf = (number: string): Sequence =>
  BigInt(number).toString(36).padStart(SEQUENCE_CHARACTERS, "0");
/** Before every change. */
export const NO_SEQUENCE: Sequence = "0".repeat(SEQUENCE_CHARACTERS);

/** The hint of a slot from its seats; undefined without any. */
export function hintOf(seats: readonly Seat[]): SlotHint | undefined {
  const [first] = seats;
  if (first === undefined) return undefined;
  const groups = new Map<string, { pool: Pool; from: number; lanes: number[] }>();
  for (const seat of seats) {
    const from = freeFrom(seat);
    if (from === undefined) continue;
    const name = `${seat.pool} ${from}`;
    const group = groups.get(name) ?? { pool: seat.pool, from, lanes: [] };
    group.lanes.push(seat.lane);
    groups.set(name, group);
  }
  const until = Math.max(...seats.map(({ closesAt }) => epochSecondsOf(closesAt)));
  return {
    time: first.time,
    until,
    groups: [...groups.values()].toSorted((one, other) => one.from - other.from),
  };
}

/** When a seat is there to be taken, if nothing happens; undefined for one that is booked or closed. */
function freeFrom({ state, shut, opensAt, heldUntil }: Seat): number | undefined {
  if (shut || state === "booked" || state === "closed") return undefined;
  const opens = epochSecondsOf(opensAt);
  // A whole second more, because the hint counts in seconds and must not promise a seat too early.
  return state === "held" ? Math.max(opens, epochSecondsOf(heldUntil ?? opensAt) + SKEW_SECONDS + 1) : opens;
}

/** The lanes of a pool that are free now, as far as the hint knows. */
export function lanesFree({ until, groups }: SlotHint, pool: Pool, now: Instant): readonly number[] {
  const seconds = epochSecondsOf(now);
  if (seconds >= until) return [];
  return groups.filter((group) => group.pool === pool && group.from <= seconds).flatMap(({ lanes }) => lanes);
}

const letters: Readonly<Record<Pool, string>> = { public: "p", phone: "t", walk_in: "w" };
const poolOfLetter = new Map(pools.map((pool) => [letters[pool], pool]));

function hexOf(lanes: readonly number[]): string {
  let bits = 0n;
  for (const lane of lanes) bits |= 1n << BigInt(lane);
  return bits.toString(16);
}

function lanesOfHex(hex: string): readonly number[] {
  const bits = BigInt(`0x${hex}`).toString(2);
  return [...bits].flatMap((bit, place) => (bit === "1" ? [bits.length - 1 - place] : [])).toReversed();
}

export function packSlot({ until, groups }: SlotHint, sequence: Sequence): string {
  const packed = groups.map(
    ({ pool, from, lanes }) => `${letters[pool]}@${from.toString(36)}:${hexOf(lanes)}`,
  );
  return [sequence, until.toString(36), packed.join(",")].join("|");
}

/** Throws `RangeError` for text that `packSlot` has not made. */
export function unpackSlot(time: TimeOfDay, packed: string): SlotHint {
  const [, until = "", rest = ""] = packed.split("|");
  const groups = rest
    .split(",")
    .filter(Boolean)
    .map((part): Group => {
      const [, letter = "", from = "", hex = ""] = /^(.)@([0-9a-z]+):([0-9a-f]+)$/.exec(part) ?? [];
      const pool = poolOfLetter.get(letter);
      if (pool === undefined) throw new RangeError("this is no hint");
      return { pool, from: Number.parseInt(from, 36), lanes: lanesOfHex(hex) };
    });
  return { time, until: Number.parseInt(until, 36), groups };
}
