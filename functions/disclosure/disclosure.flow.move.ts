/**
 * The moves of a disclosure request: from where to where each act leads, whose it is, and the provision of the 条例
 * (or, where it is named, of another instrument) that it rests on.
 */
import { asideMoves } from "./disclosure.flow.aside.ts";
import type { DisclosureMove } from "./disclosure.flow.state.ts";
import { pendingStates } from "./disclosure.flow.state.ts";

export type { DisclosureAction, DisclosureState } from "./disclosure.flow.state.ts";
export { disclosureActions, disclosureStates } from "./disclosure.flow.state.ts";

/** From receipt to answer, without anything between. */
const mainMoves: readonly DisclosureMove[] = [
  { action: "attach", from: ["submitted", "correcting"], permission: "case.attach", basis: "29" },
  {
    action: "confirm_receipt",
    from: ["submitted"],
    to: "accepted",
    permission: "case.confirm_receipt",
    basis: "31",
  },
  { action: "assign", from: ["accepted", "handling"], to: "handling", permission: "case.assign" },
  {
    action: "propose",
    from: ["handling"],
    to: "proposed",
    permission: "case.propose",
    conditions: ["assignee"],
    basis: "36",
  },
  {
    action: "approve",
    from: ["proposed"],
    to: "approved",
    permission: "case.approve",
    conditions: ["not_proposer"],
  },
  {
    action: "return",
    from: ["proposed"],
    to: "handling",
    permission: "case.return",
    conditions: ["not_proposer"],
  },
  { action: "answer", from: ["approved"], to: "answered", permission: "case.answer", basis: "33" },
  { action: "archive", from: ["answered", "lapsed"], to: "archived", permission: "case.archive" },
  {
    action: "withdraw",
    from: ["submitted", ...pendingStates],
    to: "withdrawn",
    permission: "case.withdraw",
  },
];

export const disclosureMoves: readonly DisclosureMove[] = [...mainMoves, ...asideMoves];
