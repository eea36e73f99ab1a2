/**
 * Places given out by lot (摇号): who registered before the hour is put in an order that nobody could foretell and anybody
 * can work out again, and is offered a place in that order. Pure.
 */
import * as v from "valibot";
import { QUEUE_OPENS_SECONDS } from "./booking.release.ts";
import { daySchema } from "./booking.time.ts";

export const drawSchema = v.object({
  schema: v.literal(1),
  hall: v.string(),
  place: v.string(),
  day: daySchema,
  version: v.number(),
  /** `open`: one can register; `drawing`: the list is closed and its seed told; `done`: what is left is everybody's. */
  state: v.picklist(["open", "drawing", "done"]),
  opensAt: v.string(),
  /** SHA-256 of the seed, told while one can register, so that the seed cannot be chosen to suit the list. */
  commitment: v.string(),
  /** Sealed until the list is closed. */
  sealed: v.string(),
  /** From then on: told to everybody. */
  seed: v.exactOptional(v.string()),
  /** SHA-256 of the closed list, so that the order depends on who registered, too: nobody who knows the seed foretells it. */
  digest: v.exactOptional(v.string()),
  count: v.number(),
  /** How many of the list have been looked at, in order. */
  next: v.number(),
  won: v.number(),
  lost: v.number(),
  doneAt: v.exactOptional(v.string()),
});
export type Draw = v.InferOutput<typeof drawSchema>;

/** So many entries of the closed list lie in one item. */
export const LIST_CHUNK = 200;
/** Registrations under way when the hour strikes have this long to arrive; clocks differ by two seconds at most. */
export const GRACE_SECONDS = 5;
/** From how long before the hour one can register: as for a ticket. */
export const REGISTER_SECONDS = QUEUE_OPENS_SECONDS;

/** One who registered, by the sign that may be told to everybody. */
export interface Lot {
  readonly code: string;
  readonly sign: string;
}

/** What the order of a list is worked out from: its signs, one a line, sorted. */
export const listText = (signs: readonly string[]): string => signs.toSorted().join("\n");

/** The list in the order of its draws; `drawOf` gives for each sign a text as if by chance, and never the same for two. */
export const inOrder = (lots: readonly Lot[], drawOf: (sign: string) => string): readonly Lot[] =>
  lots
    .map((lot) => ({ lot, draw: drawOf(lot.sign) }))
    .toSorted((one, other) => (one.draw < other.draw ? -1 : 1))
    .map(({ lot }) => lot);
