/**
 * Requests of one unit that ask alike (条例 Art. 44). What a title says is a set of pairs of characters without words that
 * stand in any request; a few keys drawn from the set (MinHash, bands of two) lead to what is like it, so that finding
 * them costs the same among ten requests and among a million. Pure.
 */
import * as v from "valibot";
import { pairsOf } from "../before/before.ts";
import type { Instant } from "../kit/clock.ts";

/** Two requests are alike when they share so much of what either says. */
const LEAST_LIKENESS = 0.5;
/** A title of fewer pairs says too little to be compared. */
const LEAST_PAIRS = 2;
const BANDS = 12;
const ROWS = 2;

/** Another year is another piece of information, whatever else the title says. */
const yearsIn = (title: string): ReadonlySet<string> =>
  new Set(title.normalize("NFKC").match(/(?:19|20)\d{2}/g));

/** FNV-1a with a seed. */
function hashed(text: string, seed: number): number {
  let hash = (2_166_136_261 ^ Math.imul(seed, 2_654_435_761)) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  // The lowest bits of a short text are not mixed well; the smallest of many is taken, so all of them count.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Always as many keys for a title that can be compared; none for one that says too little. */
export function keysOf(title: string): readonly string[] {
  const pairs = [...pairsOf(title)];
  if (pairs.length < LEAST_PAIRS) return [];
  const smallest = Array.from({ length: BANDS * ROWS }, (_, seed) =>
    Math.min(...pairs.map((pair) => hashed(pair, seed + 1))),
  );
  return Array.from({ length: BANDS }, (_, band) =>
    [band, ...smallest.slice(band * ROWS, (band + 1) * ROWS).map((value) => value.toString(36))].join("."),
  );
}

/** From 0 to 1: what two titles have in common over what either says; 0 for other years. */
export function likenessOf(one: string, other: string): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const [these, those] = [yearsIn(one), yearsIn(other)];
  if (these.size > 0 && those.size > 0 && ![...these].some((year) => those.has(year))) return 0;
  const common = [...first].filter((pair) => second.has(pair)).length;
  const all = first.size + second.size - common;
  return all === 0 ? 0 : common / all;
}

export const asksAlike = (one: string, other: string): boolean => likenessOf(one, other) >= LEAST_LIKENESS;

export interface Member {
  readonly reference: string;
  readonly at: Instant;
  /** Keyed hash of who asks; nothing else of them is here. */
  readonly asker: string;
}

export const decisionKinds = ["propose", "dismiss"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What the office decided: to publish the answer to one of them, or not to, with the reason. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
  /** The request whose answer is to be published. */
  readonly reference?: string | undefined;
  readonly reason?: string | undefined;
}

export interface Group {
  /** The number of the first of them. */
  readonly id: string;
  readonly unit: string;
  readonly title: string;
  /** The newest last; of very many the newest are kept, and all are counted. */
  readonly members: readonly Member[];
  readonly requests: number;
  /** Different people and organisations. */
  readonly askers: readonly string[];
  /** Whose applicants suggest that it be published (Art. 44(2)). */
  readonly suggestedBy: readonly string[];
  readonly decision?: Decision | undefined;
  readonly version: number;
}

export const MOST_MEMBERS = 50;
export const MOST_ASKERS = 200;

export const groupStates = ["open", "propose", "dismiss"] as const;
export type GroupState = (typeof groupStates)[number];

/** Where a group stands on the desk; undefined while only one person asks and nobody suggests anything. */
export function stateOf({ askers, suggestedBy, decision }: Group): GroupState | undefined {
  if (decision !== undefined) return decision.kind;
  return askers.length > 1 || suggestedBy.length > 0 ? "open" : undefined;
}

/** With one more request. The same one again changes nothing. */
export function joined(group: Group, member: Member): Group {
  if (group.members.some(({ reference }) => reference === member.reference)) return group;
  const known = group.askers.includes(member.asker) || group.askers.length >= MOST_ASKERS;
  return {
    ...group,
    members: [...group.members, member].slice(-MOST_MEMBERS),
    requests: group.requests + 1,
    askers: known ? group.askers : [...group.askers, member.asker],
    version: group.version + 1,
  };
}

export const reasonForm = v.object({
  reason: v.pipe(
    v.string("reason.required"),
    v.trim(),
    v.minLength(1, "reason.required"),
    v.maxLength(300, "reason.too_long"),
  ),
});
