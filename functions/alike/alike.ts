/** Requests that ask for the same (Art. 44): who asks, what was decided, where a group stands on the desk. Pure. */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";

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
