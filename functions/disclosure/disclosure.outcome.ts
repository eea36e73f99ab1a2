/**
 * The 21 outcomes of a disclosure request: the leaf rows of table 三 of the annual report (30号), closed and complete.
 * Each knows its article of the 条例, what it does with the information, and which remedy it leaves (§ remedy).
 */
import { addPeriod, type Calendar, type Day } from "../calendar/calendar.ts";
import { outcomes } from "./disclosure.outcome.table.ts";

export { outcomes } from "./disclosure.outcome.table.ts";

/** What an answer does with the information asked for; the blocks of table 三. */
export type OutcomeEffect =
  | "disclosed"
  | "partly_disclosed"
  | "withheld"
  | "cannot_be_provided"
  | "not_handled"
  | "otherwise_closed";

/**
 * `review_first`: 复议前置, a court only after the review's decision (复议法 23). `review_or_suit`: the applicant
 * chooses. `review_first_for_withheld`: the first for what is withheld, the second for the rest.
 */
export type RemedyPath = "review_first" | "review_or_suit" | "review_first_for_withheld";

export interface Outcome {
  readonly code: string;
  /** Row of table 三, such as （三）1. */
  readonly row: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Articles of the 条例, such as 36(1); other instruments by name. */
  readonly articles: readonly string[];
  readonly effect: OutcomeEffect;
  readonly remedy: RemedyPath;
  /** A reply with this outcome carries its reasons (Art. 36(3), 37). */
  readonly needsReasons: boolean;
  /** Classified content may not enter this system, so a reply about it has no file. */
  readonly filesAllowed: boolean;
}

export type OutcomeCode = (typeof outcomes)[number]["code"];

export const outcomeCodes = outcomes.map(({ code }) => code) as [OutcomeCode, ...OutcomeCode[]];

export const isOutcome = (code: string): code is OutcomeCode =>
  outcomes.some((outcome) => outcome.code === code);

/** The outcome of a code, or undefined for what is not one of the 21. */
export const outcomeOf = (code: string): (Outcome & { readonly code: OutcomeCode }) | undefined =>
  outcomes.find((outcome) => outcome.code === code);

/** 复议法 20, 行诉法 45 and 46. Templates that still print 3 months are out of date. */
export const REVIEW_DAYS = 60;
export const SUIT_MONTHS = 6;
export const SUIT_DAYS_AFTER_REVIEW = 15;

/** What the remedy paragraph of a reply is made from; it is never free text. */
export interface Remedy {
  readonly path: RemedyPath;
  readonly reviewDays: typeof REVIEW_DAYS;
  /** The last day to apply for review. */
  readonly reviewUntil: Day;
  readonly suitMonths: typeof SUIT_MONTHS;
  /** The last day to sue without a review; absent where the review comes first for all of it. */
  readonly suitUntil?: Day;
  readonly suitDaysAfterReview: typeof SUIT_DAYS_AFTER_REVIEW;
  /** A decision delivered online must name the online way to apply for review (复议法 22). */
  readonly needsOnlineChannel: boolean;
  readonly provisional: boolean;
}

/** The remedy against an outcome that reached the applicant on `delivered.on`. */
export function remedyOf(
  outcome: Pick<Outcome, "remedy">,
  delivered: { readonly on: Day; readonly online: boolean },
  calendar: Calendar,
): Remedy {
  const review = addPeriod(calendar, delivered.on, { days: REVIEW_DAYS });
  const suit = addPeriod(calendar, delivered.on, { months: SUIT_MONTHS });
  const direct = outcome.remedy !== "review_first";
  return {
    path: outcome.remedy,
    reviewDays: REVIEW_DAYS,
    reviewUntil: review.due,
    suitMonths: SUIT_MONTHS,
    ...(direct ? { suitUntil: suit.due } : {}),
    suitDaysAfterReview: SUIT_DAYS_AFTER_REVIEW,
    needsOnlineChannel: delivered.online,
    provisional: review.provisional || (direct && suit.provisional),
  };
}
