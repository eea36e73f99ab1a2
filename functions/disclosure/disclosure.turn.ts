/** Whose turn it is: what an actor may do with a case on a day, and why not. Pure. */
import type { Refusal } from "../case/flow.ts";
import { actionsFor, decide } from "../case/flow.ts";
import type { Actor } from "../identity/identity.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { standingOf } from "./disclosure.case.ts";
import type { ClockCheck } from "./disclosure.clock.check.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { LawRefusal } from "./disclosure.law.ts";
import { basisOf, refuseAction } from "./disclosure.law.ts";

/** Why an act is not open, and the provision that says so where there is one. */
export interface Refused {
  readonly code: Refusal | LawRefusal;
  readonly basis?: string | undefined;
}

export interface Turn extends ClockCheck {
  readonly actor: Actor;
}

/** What stands against an act: turn, person or the law; undefined when nothing does. */
export function whyNot(head: DisclosureHead, action: DisclosureAction, turn: Turn): Refused | undefined {
  const { actor } = turn;
  const decision = decide(disclosureFlow, standingOf(head), { action, actor });
  if ("refusal" in decision) return { code: decision.refusal, basis: decision.basis };
  const refusal = refuseAction(head, action, turn);
  return refusal && { code: refusal, basis: basisOf(refusal) };
}

/** The actions that are open, in the order of the flow's table. */
export const openActions = (head: DisclosureHead, turn: Turn): readonly DisclosureAction[] =>
  actionsFor(disclosureFlow, standingOf(head), turn.actor).filter(
    (action) => whyNot(head, action, turn) === undefined,
  );
