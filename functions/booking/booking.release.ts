/**
 * How the seats of a day are shared out when they open (放号方式), by service: in order of arrival, in an order shuffled
 * among all who were there before the hour (排队签), or by lot (摇号). What comes from chance comes in as a number. Pure.
 */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";

export const releaseModes = ["arrival", "shuffled", "lottery"] as const;
export type ReleaseMode = (typeof releaseModes)[number];

/** Whoever was there before the hour gets one of so many turns, each of so many seconds; everybody else comes after. */
export const TURNS = 60;
export const TURN_SECONDS = 10;
export const SHUFFLE_SECONDS = TURNS * TURN_SECONDS;
/** From how long before the hour one may come or register: an evening, so that nobody has to get up for it. */
export const QUEUE_OPENS_SECONDS = 24 * 3600;

/** For several services in one visit the strictest counts, so that none of them is a way round another. */
export function modeOf(services: readonly { readonly release: ReleaseMode }[]): ReleaseMode {
  const modes = services.map(({ release }) => release);
  return releaseModes.findLast((mode) => modes.includes(mode)) ?? "arrival";
}

/** What one can do in the day before seats open that are not given to the fastest. */
export interface Ahead {
  readonly by: "shuffled" | "lottery";
  /** From when: until the seats open. */
  readonly from: Instant;
  readonly now: boolean;
}

/** Undefined where places go in order of arrival and there is nothing to do but come at the hour. */
export function aheadOf(
  services: readonly { readonly release: ReleaseMode }[],
  opensAt: Instant,
  now: Instant,
): Ahead | undefined {
  const by = modeOf(services);
  if (by === "arrival") return undefined;
  const from = plusSeconds(opensAt, -QUEUE_OPENS_SECONDS);
  return { by, from, now: from <= now && now < opensAt };
}

/** The turn of a number that is drawn from all 32-bit numbers: 0 is the first. */
export const turnOf = (drawn: number): number => Math.floor((drawn / 2 ** 32) * TURNS);
/** How long after the hour a turn begins. */
export const secondsOfTurn = (turn: number): number => turn * TURN_SECONDS;
export const behindAll = TURNS;

/** What a ticket says: who (a keyed hash that means nothing elsewhere) came when for which day of which place. */
export interface QueueTicket {
  readonly hall: string;
  readonly place: string;
  readonly day: string;
  readonly mark: string;
  readonly at: Instant;
}

export const ticketText = ({ hall, place, day, mark, at }: QueueTicket): string =>
  [hall, place, day, mark, at].join(" ");
export function ticketIn(text: string): QueueTicket | undefined {
  const [hall, place, day, mark, at, ...rest] = text.split(" ");
  if (!hall || !place || !day || !mark || !at || rest.length > 0) return undefined;
  return { hall, place, day, mark, at };
}

/** Whether one can come and take a ticket now; later than the hour there is none. */
export function queueStands(opensAt: Instant, now: Instant): "early" | "open" | "over" {
  if (opensAt <= now) return "over";
  return now < plusSeconds(opensAt, -QUEUE_OPENS_SECONDS) ? "early" : "open";
}
