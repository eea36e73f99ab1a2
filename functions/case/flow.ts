/**
 * A flow (流程) is data: ordered steps (环节), each with its role, content and time limit, the states of a case and
 * the moves between them. A running case keeps the version of the flow that it was accepted under.
 */
import type { Denial, Permission } from "../identity/access.ts";
import { denial } from "../identity/access.ts";
import type { Actor, Role } from "../identity/identity.ts";
import { isStaff } from "../identity/identity.ts";

export interface Step<StepId extends string = string> {
  readonly id: StepId;
  readonly role: Role;
  readonly content: { readonly zh: string; readonly en: string };
  /** Working days that the step should take at most; inner guidance, the legal date is the case's due date. */
  readonly limitWorkingDays: number;
}

export interface StateRule<StepId extends string = string> {
  readonly step: StepId;
  /** Whether the case still waits for its answer and stands in the queue of what is pending. */
  readonly pending: boolean;
}

/** A condition on the person beyond their role. */
export type Condition = "assignee" | "not_proposer" | "not_asker";

export interface Move<State extends string = string, Action extends string = string> {
  readonly action: Action;
  readonly from: readonly State[];
  /** Where the case goes; left out, it stays where it is. */
  readonly to?: State;
  readonly permission: Permission;
  readonly conditions?: readonly Condition[];
  /** The provision that the move rests on; whoever is refused is told it. */
  readonly basis?: string;
}

export interface Flow<
  State extends string = string,
  Action extends string = string,
  StepId extends string = string,
> {
  readonly id: string;
  readonly version: number;
  readonly initial: State;
  readonly steps: readonly Step<StepId>[];
  readonly states: Readonly<Record<State, StateRule<StepId>>>;
  readonly moves: readonly Move<State, Action>[];
}

/** What of a case decides who may act on it. */
export interface Standing<State extends string = string> {
  readonly reference: string;
  readonly state: State;
  readonly unit: string;
  readonly assigneeId?: string | undefined;
  readonly proposerId?: string | undefined;
  /** Who asked for what another person has to grant. */
  readonly askerId?: string | undefined;
}

/** `out_of_turn`: the step does not know the action now. `not_assignee`, `same_person`: the wrong person. */
export type Refusal = Denial | "out_of_turn" | "not_assignee" | "same_person";

/** The move that an action makes, or why it is refused. Who may not at all learns nothing of the state. */
export function decide<State extends string, Action extends string>(
  flow: Flow<State, Action>,
  standing: Standing<State>,
  request: { readonly action: Action; readonly actor: Actor },
): { readonly move: Move<State, Action> } | { readonly refusal: Refusal; readonly basis?: string } {
  const moves = flow.moves.filter((move) => move.action === request.action);
  const first = moves[0];
  if (first === undefined) return { refusal: "out_of_turn" };
  const denied = denial(request.actor, first.permission, standing);
  if (denied !== undefined) return { refusal: denied };
  const move = moves.find((each) => each.from.includes(standing.state));
  const { basis } = first;
  if (move === undefined) return { refusal: "out_of_turn", ...(basis === undefined ? {} : { basis }) };
  const failed = move.conditions?.find((condition) => !holds(condition, standing, request.actor));
  if (failed !== undefined) return { refusal: failed === "assignee" ? "not_assignee" : "same_person" };
  return { move };
}

function holds(condition: Condition, standing: Standing, actor: Actor): boolean {
  if (!isStaff(actor)) return false;
  switch (condition) {
    case "assignee":
      return standing.assigneeId === actor.id;
    case "not_proposer":
      return standing.proposerId !== actor.id;
    case "not_asker":
      return standing.askerId !== actor.id;
  }
}

/** The actions that this person may take now, in the order of the table. */
export const actionsFor = <State extends string, Action extends string>(
  flow: Flow<State, Action>,
  standing: Standing<State>,
  actor: Actor,
): readonly Action[] => [
  ...new Set(
    flow.moves
      .map((move) => move.action)
      .filter((action) => "move" in decide(flow, standing, { action, actor })),
  ),
];

/** The state after an event of this action, or undefined when the table knows no such move. */
export function after<State extends string, Action extends string>(
  flow: Flow<State, Action>,
  state: State,
  action: Action,
): State | undefined {
  const move = flow.moves.find((each) => each.action === action && each.from.includes(state));
  return move === undefined ? undefined : (move.to ?? state);
}

/** The flow as a Mermaid state diagram, for the README; a test holds the two together. */
export function diagram(flow: Flow): string {
  const lines = flow.moves.flatMap((move) =>
    move.from.map((from) => `    ${from} --> ${move.to ?? from}: ${move.action}`),
  );
  return ["stateDiagram-v2", `    [*] --> ${flow.initial}: submit`, ...lines].join("\n");
}
