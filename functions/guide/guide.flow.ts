/**
 * The states of one version of a guide as a table (层层把关, row 1-04). A published version is never edited: a new
 * draft is, and when that is published the old version becomes `revised`. Cases accepted under it keep it.
 */
export const guideStates = [
  "draft",
  "review",
  "published",
  "paused",
  "revised",
  "abolished",
  "discarded",
] as const;
export type GuideState = (typeof guideStates)[number];

export const guideActions = [
  "edit",
  "hand_in",
  "take_back",
  "return",
  "approve",
  "pause",
  "resume",
  "replace",
  "abolish",
  "discard",
] as const;
export type GuideAction = (typeof guideActions)[number];

/** What the permission table must allow for an action. `guide.clock` is the product's own doing. */
export type GuidePermission = "guide.write" | "guide.approve" | "guide.pause" | "guide.clock";

/**
 * `not_author`: nobody approves what they wrote. `clean`: lint has no error. `reason`: a sentence for citizens. `read`:
 * citizens read it already; what is approved for a later day cannot be paused.
 */
export type GuideCondition = "author" | "not_author" | "clean" | "reason" | "read";

export interface GuideMove {
  readonly action: GuideAction;
  readonly from: readonly GuideState[];
  readonly to: GuideState;
  readonly permission: GuidePermission;
  readonly conditions?: readonly GuideCondition[];
}

export const guideMoves: readonly GuideMove[] = [
  { action: "edit", from: ["draft"], to: "draft", permission: "guide.write" },
  { action: "hand_in", from: ["draft"], to: "review", permission: "guide.write", conditions: ["clean"] },
  { action: "take_back", from: ["review"], to: "draft", permission: "guide.write", conditions: ["author"] },
  {
    action: "return",
    from: ["review"],
    to: "draft",
    permission: "guide.approve",
    conditions: ["not_author", "reason"],
  },
  {
    action: "approve",
    from: ["review"],
    to: "published",
    permission: "guide.approve",
    conditions: ["not_author", "clean"],
  },
  {
    action: "pause",
    from: ["published"],
    to: "paused",
    permission: "guide.pause",
    conditions: ["read", "reason"],
  },
  { action: "resume", from: ["paused"], to: "published", permission: "guide.pause" },
  { action: "replace", from: ["published", "paused"], to: "revised", permission: "guide.clock" },
  {
    action: "abolish",
    from: ["published", "paused"],
    to: "abolished",
    permission: "guide.approve",
    conditions: ["reason"],
  },
  /** A draft that was begun by mistake, by whoever wrote it; what has been handed in is taken back first. */
  { action: "discard", from: ["draft"], to: "discarded", permission: "guide.write", conditions: ["author"] },
];

/** Citizens see a paused guide too, with its reason: a guide that vanishes sends people to the counter for nothing. */
export const isVisible = (state: GuideState): boolean => state === "published" || state === "paused";

/** What of a version decides who may act on it. Whoever edited it once is an author. */
export interface GuideStanding {
  readonly state: GuideState;
  readonly authorIds: readonly string[];
  /** Approved for a later day. */
  readonly awaited?: true;
}

export interface GuideRequest<Denial extends string> {
  readonly action: GuideAction;
  readonly actorId: string;
  /** Asks the permission table: undefined when the actor may. */
  readonly denial: (permission: GuidePermission) => Denial | undefined;
  readonly reason?: string;
  /** Whether the linter found an error in the version. */
  readonly hasErrors: boolean;
}

export type GuideRefusal = "out_of_turn" | "not_author" | "same_person" | "has_errors" | "reason_required";

/** The move that an action makes, or why it is refused. Who may not at all learns nothing of the state. */
export function decideGuide<Denial extends string>(
  standing: GuideStanding,
  request: GuideRequest<Denial>,
): { readonly move: GuideMove } | { readonly refusal: GuideRefusal | Denial } {
  const moves = guideMoves.filter((move) => move.action === request.action);
  const first = moves[0];
  if (first === undefined) return { refusal: "out_of_turn" };
  const denied = request.denial(first.permission);
  if (denied !== undefined) return { refusal: denied };
  const move = moves.find((each) => each.from.includes(standing.state));
  if (move === undefined) return { refusal: "out_of_turn" };
  const failed = move.conditions?.find((condition) => !holds(condition, standing, request));
  return failed === undefined ? { move } : { refusal: refusals[failed] };
}

const refusals: Readonly<Record<GuideCondition, GuideRefusal>> = {
  author: "not_author",
  not_author: "same_person",
  clean: "has_errors",
  reason: "reason_required",
  read: "out_of_turn",
};

function holds(condition: GuideCondition, standing: GuideStanding, request: GuideRequest<string>): boolean {
  const isAuthor = standing.authorIds.includes(request.actorId);
  if (condition === "author") return isAuthor;
  if (condition === "not_author") return !isAuthor;
  if (condition === "read") return standing.awaited !== true;
  return condition === "clean" ? !request.hasErrors : (request.reason ?? "").trim() !== "";
}

/** The table as a Mermaid state diagram, for the README; a test holds the two together. */
export const guideDiagram = (): string =>
  [
    "stateDiagram-v2",
    "    [*] --> draft: edit",
    ...guideMoves.flatMap(({ action, from, to }) => from.map((each) => `    ${each} --> ${to}: ${action}`)),
  ].join("\n");
