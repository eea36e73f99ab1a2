/**
 * The states of a text as a table (层层把关, row 1-04): nobody publishes what they wrote. What is published is never
 * edited; a new draft is, and takes its place when another person approves it.
 */
import type { Permission } from "../identity/access.ts";

/** Where a text stands that somebody writes (the first three), and the one that citizens read or could read. */
export const gazetteStates = ["draft", "review", "waiting", "published", "withdrawn"] as const;
export type GazetteState = (typeof gazetteStates)[number];

export const gazetteActions = [
  "edit",
  "hand_in",
  "take_back",
  "return",
  "approve",
  "discard",
  "revise",
  "check",
  "withdraw",
] as const;
export type GazetteAction = (typeof gazetteActions)[number];

/** `author`, `not_author`: of the text that is written. `reason`: a sentence. `idle`: nobody writes at it now. */
type Condition = "author" | "not_author" | "reason" | "idle";

export interface GazetteMove {
  readonly from: readonly GazetteState[];
  readonly to: GazetteState | "gone";
  /** Which of the two texts it is about. */
  readonly target: "work" | "live";
  readonly permission: Permission;
  readonly conditions: readonly Condition[];
}

export const gazetteMoves: Readonly<Record<GazetteAction, GazetteMove>> = {
  edit: { from: ["draft"], to: "draft", target: "work", permission: "gazette.write", conditions: [] },
  hand_in: { from: ["draft"], to: "review", target: "work", permission: "gazette.write", conditions: [] },
  take_back: {
    from: ["review"],
    to: "draft",
    target: "work",
    permission: "gazette.write",
    conditions: ["author"],
  },
  /** Also what was approved for a later day, until that day. */
  return: {
    from: ["review", "waiting"],
    to: "draft",
    target: "work",
    permission: "gazette.approve",
    conditions: ["not_author", "reason"],
  },
  /** To `waiting` when its day is to come. */
  approve: {
    from: ["review"],
    to: "published",
    target: "work",
    permission: "gazette.approve",
    conditions: ["not_author"],
  },
  discard: {
    from: ["draft"],
    to: "gone",
    target: "work",
    permission: "gazette.write",
    conditions: ["author"],
  },
  revise: {
    from: ["published", "withdrawn"],
    to: "draft",
    target: "live",
    permission: "gazette.write",
    conditions: ["idle"],
  },
  check: {
    from: ["published"],
    to: "published",
    target: "live",
    permission: "gazette.write",
    conditions: [],
  },
  withdraw: {
    from: ["published"],
    to: "withdrawn",
    target: "live",
    permission: "gazette.approve",
    conditions: ["reason"],
  },
};

export interface GazetteStanding {
  readonly work?: { readonly state: GazetteState; readonly authorIds: readonly string[] } | undefined;
  readonly live?: { readonly state: GazetteState } | undefined;
}

export interface GazetteRequest<Denial extends string> {
  readonly action: GazetteAction;
  readonly actorId: string;
  /** Asks the permission table: undefined when the actor may. */
  readonly denial: (permission: Permission) => Denial | undefined;
  readonly reason?: string | undefined;
}

export type GazetteRefusal = "out_of_turn" | "not_author" | "same_person" | "reason_required";

/** Undefined when the action may be taken, otherwise why not. Who may not at all learns nothing of the state. */
export function refusalOf<Denial extends string>(
  standing: GazetteStanding,
  request: GazetteRequest<Denial>,
): GazetteRefusal | Denial | undefined {
  const { from, target, permission, conditions } = gazetteMoves[request.action];
  const denied = request.denial(permission);
  if (denied !== undefined) return denied;
  const text = standing[target];
  if (text === undefined || !from.includes(text.state)) return "out_of_turn";
  const failed = conditions.find((condition) => !holds(condition, standing, request));
  return failed === undefined ? undefined : refusals[failed];
}

const refusals: Readonly<Record<Condition, GazetteRefusal>> = {
  author: "not_author",
  not_author: "same_person",
  reason: "reason_required",
  idle: "out_of_turn",
};

function holds(condition: Condition, { work }: GazetteStanding, request: GazetteRequest<string>): boolean {
  const isAuthor = work?.authorIds.includes(request.actorId) ?? false;
  if (condition === "author") return isAuthor;
  if (condition === "not_author") return !isAuthor;
  return condition === "idle" ? work === undefined : (request.reason ?? "").trim() !== "";
}
