/**
 * The moves of a disclosure request: from where to where each act leads, whose it is, and the provision of the 条例
 * (or, where it is named, of another instrument) that it rests on.
 */
import type { Move } from "../case/flow.ts";

export const disclosureStates = [
  "submitted",
  "accepted",
  "correcting",
  "handling",
  "proposed",
  "approved",
  "answered",
  "lapsed",
  "archived",
  "withdrawn",
] as const;
export type DisclosureState = (typeof disclosureStates)[number];

export const disclosureActions = [
  "attach",
  "confirm_receipt",
  "assign",
  "ask_correction",
  "correct",
  "ask_extension",
  "extend",
  "refuse_extension",
  "propose",
  "approve",
  "return",
  "answer",
  "lapse",
  "archive",
  "withdraw",
] as const;
export type DisclosureAction = (typeof disclosureActions)[number];

type DisclosureMove = Move<DisclosureState, DisclosureAction>;

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
    from: ["submitted", "accepted", "correcting", "handling", "proposed", "approved"],
    to: "withdrawn",
    permission: "case.withdraw",
  },
];

/** Art. 30: told once and completely; what is not corrected in time is no longer handled. */
const correctionMoves: readonly DisclosureMove[] = [
  {
    action: "ask_correction",
    from: ["accepted", "handling"],
    to: "correcting",
    permission: "case.ask_correction",
    basis: "30",
  },
  { action: "correct", from: ["correcting"], to: "accepted", permission: "case.correct", basis: "30" },
  { action: "lapse", from: ["correcting"], to: "lapsed", permission: "case.lapse", basis: "30" },
];

/** Art. 33(2): once, with the consent of the head of the disclosure unit. */
const extensionMoves: readonly DisclosureMove[] = [
  {
    action: "ask_extension",
    from: ["handling"],
    permission: "case.ask_extension",
    conditions: ["assignee"],
    basis: "33(2)",
  },
  {
    action: "extend",
    from: ["handling", "proposed", "approved"],
    permission: "case.extend",
    conditions: ["not_asker"],
    basis: "33(2)",
  },
  {
    action: "refuse_extension",
    from: ["handling", "proposed", "approved"],
    permission: "case.refuse_extension",
    conditions: ["not_asker"],
    basis: "33(2)",
  },
];

export const disclosureMoves: readonly DisclosureMove[] = [
  ...mainMoves,
  ...correctionMoves,
  ...extensionMoves,
];
