/** How many tries to get a seat one telephone and one address may make, whatever the rules of a hall say of a person. Pure. */
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";

export interface Limit {
  /** From so many on each try needs an answer to a challenge; left out where nobody is asked. */
  readonly free?: number;
  /** No more than so many, whatever is answered. */
  readonly most: number;
  readonly windowSeconds: number;
  /** So many in a window are counted by each process for itself, and cost nothing. */
  readonly unshared: number;
}

/** A telephone books for a family, or a village; whole networks stand behind one address of a mobile operator. */
export const limits = {
  phone: { free: 30, most: 90, windowSeconds: 3600, unshared: 2 },
  address: { free: 600, most: 2400, windowSeconds: 600, unshared: 10 },
} as const satisfies Record<string, Limit>;
export type LimitKind = keyof typeof limits;

/** What is counted apart from everything else, and under which code it is refused. */
export interface LimitRules {
  readonly name: string;
  readonly code: string;
  readonly limits: Readonly<Record<LimitKind, Limit>>;
}
export const bookingLimits: LimitRules = { name: "booking", code: "too_many_bookings", limits };

export interface Window {
  /** Seconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The window that an instant lies in; windows follow each other, the same for every process. */
export function windowAt({ windowSeconds }: Limit, now: Instant): Window {
  const startsAt = Math.floor(epochSecondsOf(now) / windowSeconds) * windowSeconds;
  return { startsAt, endsAt: startsAt + windowSeconds };
}

/** When to come again: the start of the next window. */
export const secondsLeft = ({ endsAt }: Window, now: Instant): number =>
  Math.max(1, endsAt - epochSecondsOf(now));
