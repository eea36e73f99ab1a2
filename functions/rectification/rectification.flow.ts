/** The flow of a correction of records (Art. 41): handed out, looked into, decided by a second person. */
import type { Flow, Move } from "../case/flow.ts";
import { type DisclosureStep, disclosureFlow } from "../disclosure/disclosure.flow.ts";

export const rectificationStates = [
  "submitted",
  "handling",
  "proposed",
  "answered",
  "archived",
  "withdrawn",
] as const;
export type RectificationState = (typeof rectificationStates)[number];

export const rectificationActions = [
  "attach",
  "add_scan",
  "assign",
  "transfer",
  "propose",
  "return",
  "approve",
  "archive",
  "withdraw",
] as const;
export type RectificationAction = (typeof rectificationActions)[number];

type RectificationMove = Move<RectificationState, RectificationAction>;

/** Nothing decided yet. */
const open = ["submitted", "handling", "proposed"] as const;

const moves: readonly RectificationMove[] = [
  { action: "attach", from: ["submitted", "handling"], permission: "case.attach", basis: "41" },
  { action: "add_scan", from: open, permission: "case.add_scan", basis: "41" },
  { action: "assign", from: ["submitted", "handling"], to: "handling", permission: "case.assign" },
  {
    action: "transfer",
    from: ["submitted", "handling"],
    to: "submitted",
    permission: "case.transfer",
    basis: "41",
  },
  {
    action: "propose",
    from: ["handling"],
    to: "proposed",
    permission: "case.propose",
    conditions: ["assignee"],
    basis: "41",
  },
  {
    action: "return",
    from: ["proposed"],
    to: "handling",
    permission: "case.return",
    conditions: ["not_proposer"],
  },
  {
    action: "approve",
    from: ["proposed"],
    to: "answered",
    permission: "case.approve",
    conditions: ["not_proposer"],
  },
  { action: "archive", from: ["answered"], to: "archived", permission: "case.archive" },
  { action: "withdraw", from: open, to: "withdrawn", permission: "case.withdraw" },
];

export const rectificationFlow: Flow<RectificationState, RectificationAction, DisclosureStep> = {
  id: "rectification",
  version: 1,
  initial: "submitted",
  // The steps that Art. 45 asks of an office are those of all its requests.
  steps: disclosureFlow.steps,
  states: {
    submitted: { step: "register", pending: true },
    handling: { step: "handle", pending: true },
    proposed: { step: "reply", pending: true },
    answered: { step: "archive", pending: false },
    archived: { step: "archive", pending: false },
    withdrawn: { step: "archive", pending: false },
  },
  moves,
};

/** How a correction of records can end (Art. 41). Closed: nothing else is an answer to it. */
export const rectificationOutcomes = ["corrected", "forwarded", "directed", "not_corrected"] as const;
export type RectificationOutcome = (typeof rectificationOutcomes)[number];

/** Sent on to, or pointed to: which organ it is has to be said. */
export const namesOrgan = (outcome: string): boolean => outcome === "forwarded" || outcome === "directed";
