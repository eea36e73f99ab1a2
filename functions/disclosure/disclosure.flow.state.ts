/** The states of a disclosure request and the acts that move it, as names. */
import type { Move } from "../case/flow.ts";

export const disclosureStates = [
  "submitted",
  "accepted",
  "correcting",
  "handling",
  "awaiting_payment",
  "proposed",
  "approved",
  "answered",
  "lapsed",
  "split",
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
  "consult",
  "record_service",
  "opine",
  "lapse_consultation",
  "notify_fee",
  "record_payment",
  "waive_fee",
  "ask_reasons",
  "give_reasons",
  "delay",
  "add_scan",
  "transfer",
  "split",
  "propose",
  "approve",
  "return",
  "answer",
  "lapse",
  "archive",
  "withdraw",
] as const;
export type DisclosureAction = (typeof disclosureActions)[number];

export type DisclosureMove = Move<DisclosureState, DisclosureAction>;

/** Receipt is confirmed and there is no answer yet. */
export const pendingStates = [
  "accepted",
  "correcting",
  "handling",
  "awaiting_payment",
  "proposed",
  "approved",
] as const satisfies readonly DisclosureState[];
