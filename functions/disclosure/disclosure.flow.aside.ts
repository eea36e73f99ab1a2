/** The moves beside the main way of a disclosure request, each with the provision that it rests on. */
import type { DisclosureMove } from "./disclosure.flow.state.ts";
import { pendingStates } from "./disclosure.flow.state.ts";

/** 政府信息公开信息处理费管理办法. */
export const FEE_RULES = "国办函〔2020〕109号";

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
  {
    action: "lapse",
    from: ["awaiting_payment"],
    to: "lapsed",
    permission: "case.lapse",
    basis: FEE_RULES,
  },
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

/**
 * A third party whose interests are touched (Art. 32), or an agency that made the information too (Art. 34). The other
 * side may answer for as long as there is no answer to the applicant; its silence has its effect by the clock.
 */
const consultationMoves: readonly DisclosureMove[] = [
  {
    action: "consult",
    from: ["handling"],
    permission: "case.consult",
    conditions: ["assignee"],
    basis: "32",
  },
  { action: "record_service", from: pendingStates, permission: "case.record_service", basis: "32" },
  { action: "opine", from: pendingStates, permission: "case.opine", basis: "32" },
  { action: "lapse_consultation", from: pendingStates, permission: "case.lapse_consultation", basis: "32" },
];

/** Art. 42 and the 109号 rules. */
const feeMoves: readonly DisclosureMove[] = [
  {
    action: "notify_fee",
    from: ["handling"],
    to: "awaiting_payment",
    permission: "case.notify_fee",
    conditions: ["assignee"],
    basis: "42",
  },
  {
    action: "record_payment",
    from: ["awaiting_payment"],
    to: "handling",
    permission: "case.record_payment",
    basis: FEE_RULES,
  },
  // Until the case has lapsed, also after the last day: it is in the applicant's favour.
  {
    action: "waive_fee",
    from: ["awaiting_payment"],
    to: "handling",
    permission: "case.waive_fee",
    basis: FEE_RULES,
  },
];

/** Art. 35: who asks for clearly more than is reasonable may be asked why; a longer period is told. */
const excessMoves: readonly DisclosureMove[] = [
  {
    action: "ask_reasons",
    from: ["accepted", "handling"],
    permission: "case.ask_reasons",
    basis: "35",
  },
  { action: "give_reasons", from: pendingStates, permission: "case.give_reasons", basis: "35" },
  { action: "delay", from: ["handling", "proposed", "approved"], permission: "case.delay", basis: "35" },
];

/** To the unit whose matter it is, into several matters, and what came on paper as a picture of it. */
const sortingMoves: readonly DisclosureMove[] = [
  { action: "add_scan", from: ["submitted", ...pendingStates], permission: "case.add_scan", basis: "29" },
  { action: "transfer", from: ["submitted"], permission: "case.transfer", basis: "36(5)" },
  {
    action: "transfer",
    from: ["accepted", "handling"],
    to: "accepted",
    permission: "case.transfer",
    basis: "36(5)",
  },
  {
    action: "split",
    from: ["accepted", "handling"],
    to: "split",
    permission: "case.split",
    basis: FEE_RULES,
  },
];

export const asideMoves: readonly DisclosureMove[] = [
  ...correctionMoves,
  ...extensionMoves,
  ...consultationMoves,
  ...feeMoves,
  ...excessMoves,
  ...sortingMoves,
];
