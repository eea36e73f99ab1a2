/**
 * What stands beside the main way of a case, as forms: which fields each act of an office asks for. The pages of the
 * office, the API's bodies and its document are made from this one list.
 */
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { feeSchemes } from "./disclosure.fee.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { LETTER_MAX_CHARACTERS, LINE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from "./disclosure.prose.ts";
import { textLimits } from "./disclosure.text.ts";

export type AsideField = {
  readonly name: string;
  readonly optional?: true;
} & (
  | { readonly kind: "text" | "line"; readonly maxCharacters: number }
  | { readonly kind: "day" }
  /** Several texts, one a line. */
  | { readonly kind: "lines"; readonly most: number; readonly maxCharacters: number }
  /** Another unit of the counter. */
  | { readonly kind: "unit" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  /** One of the consultations that still wait for their answer. */
  | { readonly kind: "consultation" }
  | { readonly kind: "number"; readonly least: number; readonly most: number }
);

export interface Aside {
  readonly action: DisclosureAction;
  readonly fields: readonly AsideField[];
  /** Asks once, by a box to tick, because it cannot be taken back. */
  readonly ticked?: true;
  /** What it computes is looked at before it is told. */
  readonly previewed?: true;
}

/** With its events, its head, its application and its look-ups a part is nine writes; a transaction takes a hundred. */
export const MOST_PARTS = 10;

const reason: AsideField = { name: "reason", kind: "text", maxCharacters: REASON_MAX_CHARACTERS };

export const asides = [
  {
    action: "ask_correction",
    fields: [
      { name: "what", kind: "text", maxCharacters: LETTER_MAX_CHARACTERS },
      { name: "until", kind: "day" },
    ],
    ticked: true,
  },
  {
    action: "correct",
    fields: [
      { name: "on", kind: "day" },
      { name: "title", kind: "line", maxCharacters: textLimits.title },
      { name: "description", kind: "text", maxCharacters: textLimits.description },
      { name: "note", kind: "text", maxCharacters: textLimits.description, optional: true },
    ],
  },
  {
    action: "ask_extension",
    fields: [{ name: "workingDays", kind: "number", least: 1, most: 20 }, reason],
  },
  { action: "extend", fields: [], ticked: true },
  { action: "refuse_extension", fields: [reason] },
  {
    action: "consult",
    fields: [
      { name: "party", kind: "choice", choices: consultedParties },
      { name: "name", kind: "line", maxCharacters: LINE_MAX_CHARACTERS },
      { name: "about", kind: "text", maxCharacters: LETTER_MAX_CHARACTERS },
      { name: "email", kind: "line", maxCharacters: textLimits.email, optional: true },
    ],
    ticked: true,
  },
  {
    action: "record_service",
    fields: [
      { name: "id", kind: "consultation" },
      { name: "on", kind: "day" },
    ],
  },
  {
    action: "opine",
    fields: [
      { name: "id", kind: "consultation" },
      { name: "on", kind: "day" },
      { name: "opinion", kind: "choice", choices: opinions },
      { name: "reason", kind: "text", maxCharacters: LETTER_MAX_CHARACTERS, optional: true },
      { name: "respondent", kind: "line", maxCharacters: LINE_MAX_CHARACTERS, optional: true },
    ],
  },
  {
    action: "notify_fee",
    fields: [
      { name: "scheme", kind: "choice", choices: feeSchemes },
      { name: "pages", kind: "number", least: 1, most: 100_000, optional: true },
      { name: "payment", kind: "text", maxCharacters: REASON_MAX_CHARACTERS },
    ],
    ticked: true,
    previewed: true,
  },
  {
    action: "record_payment",
    fields: [
      { name: "on", kind: "day" },
      { name: "receipt", kind: "line", maxCharacters: LINE_MAX_CHARACTERS, optional: true },
    ],
  },
  { action: "waive_fee", fields: [reason], ticked: true },
  {
    action: "ask_reasons",
    fields: [
      { name: "why", kind: "text", maxCharacters: LETTER_MAX_CHARACTERS },
      { name: "until", kind: "day" },
    ],
    ticked: true,
  },
  {
    action: "give_reasons",
    fields: [
      { name: "on", kind: "day" },
      { name: "reasons", kind: "text", maxCharacters: LETTER_MAX_CHARACTERS },
    ],
  },
  { action: "transfer", fields: [{ name: "unit", kind: "unit" }, reason], ticked: true },
  {
    action: "split",
    fields: [{ name: "parts", kind: "lines", most: MOST_PARTS, maxCharacters: textLimits.title }],
    ticked: true,
  },
  { action: "delay", fields: [{ name: "until", kind: "day" }, reason], ticked: true },
] as const satisfies readonly Aside[];

export type AsideAction = (typeof asides)[number]["action"];

export const asideOf = (action: string): (Aside & { readonly action: AsideAction }) | undefined =>
  asides.find((aside) => aside.action === action);
