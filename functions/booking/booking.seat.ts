/** A seat (号源): one lane of a place in one slot. It is free, held, booked or closed, and never two of them. */
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Pool } from "./booking.hall.ts";
import type { TimeOfDay } from "./booking.time.ts";

export const seatStates = ["free", "held", "booked", "closed"] as const;
export type SeatState = (typeof seatStates)[number];

/** Where seats are: a place of a hall. */
export interface Site {
  readonly hall: string;
  readonly place: string;
}
export interface Slot extends Site {
  readonly day: Day;
  readonly time: TimeOfDay;
}
export interface SeatId extends Slot {
  readonly lane: number;
}

export interface Seat extends SeatId {
  readonly state: SeatState;
  readonly pool: Pool;
  /** From when and until when it may be taken; `opensAt` is later again after somebody gave it back. */
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Code of the booking, while held or booked. */
  readonly holder?: string;
  readonly heldUntil?: Instant;
  /** The counter closes: whoever has the seat must be booked elsewhere, and nobody gets it again. */
  readonly shut?: boolean;
}

/** How far the clocks of two functions may differ: a hold is taken over only so long after it ran out. */
export const SKEW_SECONDS = 2;

/** A hold that ended before this instant is nobody's any more. */
export const heldBefore = (now: Instant): Instant => plusSeconds(now, -SKEW_SECONDS);

export const isHeldLive = (seat: Pick<Seat, "state" | "heldUntil">, now: Instant): boolean =>
  seat.state === "held" && (seat.heldUntil ?? "") >= heldBefore(now);

/** Who wants a seat and when. */
export interface Wanting {
  readonly pool: Pool;
  readonly now: Instant;
  /** So many seconds later than for the first do seats open for them. */
  readonly late?: number;
}

/** What has opened by then is open for whoever comes so much later than the first. */
export const openedBy = ({ now, late = 0 }: Pick<Wanting, "now" | "late">): Instant =>
  late === 0 ? now : plusSeconds(now, -late);

export type Obstacle = "closed" | "pool" | "not_open" | "over" | "taken";

/**
 * Why a seat cannot be taken; undefined when it can. The condition of the write says the same (`takeable`), and a test
 * holds the two together. Walk-ins may have what no other pool has sold once its time to be booked is over.
 */
export function obstacleTo(seat: Seat, wanting: Wanting): Obstacle | undefined {
  const { pool, now } = wanting;
  if (seat.state === "closed" || seat.shut) return "closed";
  const spilled = pool === "walk_in" && seat.closesAt <= now;
  if (seat.pool !== pool && !spilled) return "pool";
  if (openedBy(wanting) < seat.opensAt && !spilled) return "not_open";
  if (seat.closesAt <= now && !spilled) return "over";
  return seat.state === "booked" || isHeldLive(seat, now) ? "taken" : undefined;
}

/** `0930#003`: where a seat is within its day, short enough for a booking to list its seats. */
export const laneLabel = (lane: number): string => String(lane).padStart(3, "0");

/** Seats of one slot lie in partitions of so many lanes, because one partition takes 1,000 writes a second. */
export const LANES_PER_BLOCK = 50;
export const blockOf = (lane: number): number => Math.floor((lane - 1) / LANES_PER_BLOCK);
