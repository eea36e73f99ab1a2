/**
 * Progress (进度查询): what an applicant may see of a case, and how often somebody may try to prove to be the
 * applicant. A case's inner steps, such as a proposal that waits for its review, are left out by the type.
 */

import type { CaseFile } from "../attachment/attachment.ts";
import type { Calendar, CountedDay, Day } from "../calendar/calendar.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { actBy } from "../disclosure/disclosure.case.ts";
import type { DueDate } from "../disclosure/disclosure.clock.ts";
import { whyThisDate } from "../disclosure/disclosure.clock.ts";
import type { Delivery } from "../disclosure/disclosure.delivery.ts";
import type { DisclosureState } from "../disclosure/disclosure.flow.ts";
import type { Outcome, Remedy } from "../disclosure/disclosure.outcome.ts";
import { outcomeOf, remedyOf } from "../disclosure/disclosure.outcome.ts";
import { openActions } from "../disclosure/disclosure.turn.ts";
import type { Applicant } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf, plusSeconds } from "../kit/clock.ts";
import type { Correction, ExtensionTold, FeeTold, ReasonsAsked } from "./progress.ask.ts";
import { correctionOf, extensionOf, feeOf, reasonsOf } from "./progress.ask.ts";

export type { Correction, FeeTold, ReasonsAsked } from "./progress.ask.ts";

/** What the outside sees of a state: that a draft answer is under review is the office's own matter. */
export const publicStateNames = [
  "submitted",
  "accepted",
  "correcting",
  "handling",
  "awaiting_payment",
  "answered",
  "lapsed",
  "split",
  "withdrawn",
] as const;
export type PublicState = (typeof publicStateNames)[number];

const publicStates: Readonly<Record<DisclosureState, PublicState>> = {
  submitted: "submitted",
  accepted: "accepted",
  correcting: "correcting",
  handling: "handling",
  awaiting_payment: "awaiting_payment",
  proposed: "handling",
  approved: "handling",
  answered: "answered",
  lapsed: "lapsed",
  split: "split",
  archived: "answered",
  withdrawn: "withdrawn",
};

export interface Progress {
  readonly reference: string;
  /** The code of the unit that was addressed. */
  readonly unit: string;
  readonly title: string;
  readonly state: PublicState;
  readonly submittedAt: Instant;
  readonly timeline: readonly { readonly kind: string; readonly at: Instant }[];
  readonly due: DueDate;
  /** Each day from the start of the count to the due date, with its number or why it does not count. */
  readonly days: readonly CountedDay[];
  /** The day of the answer or of the withdrawal. */
  readonly endedOn: Day | undefined;
  /** What the applicant handed in. */
  readonly attachments: readonly CaseFile[];
  readonly answer: Answer | undefined;
  readonly withdrawable: boolean;
  /** The one notice to correct the application, with the day on which that was done. */
  readonly correction: Correction | undefined;
  /** The case that it was split from, or those into which it was. */
  readonly parent: string | undefined;
  readonly parts: readonly { readonly reference: string; readonly title: string }[];
  readonly fee: FeeTold | undefined;
  readonly reasons: ReasonsAsked | undefined;
  /** Art. 35: the longer period that the unit has set. */
  readonly delay: { readonly until: Day; readonly reason: string } | undefined;
  /** The extension of the current period. */
  readonly extension: ExtensionTold | undefined;
  /** The due date has passed and there is no answer yet. */
  readonly overdue: boolean;
}

export interface Answer {
  /** Undefined for a code that the table of outcomes no longer knows. */
  readonly outcome: Outcome | undefined;
  readonly reply: string;
  /** Whose matter it is (Art. 36(5)). */
  readonly pointer: string | undefined;
  readonly files: readonly CaseFile[];
  readonly on: Day;
  /** How it reached the applicant. */
  readonly delivery: Delivery;
  /** What the applicant can do against it, from the outcome; it is never free text. */
  readonly remedy: Remedy | undefined;
}

export const applicantOf = (reference: string): Applicant => ({ kind: "applicant", reference });

/** What is archived stays to its applicant what it was before. */
export const publicStateOf = ({ state, timeline }: DisclosureHead): PublicState =>
  state === "archived" && timeline.some(({ kind }) => kind === "lapse") ? "lapsed" : publicStates[state];

/** The head as its applicant sees it on the day `today`. */
export function progressOf(head: DisclosureHead, calendar: Calendar, today: Day): Progress {
  const actions = openActions(head, { actor: applicantOf(head.reference), today, calendar });
  return {
    reference: head.reference,
    unit: head.unit,
    title: head.title,
    state: publicStateOf(head),
    submittedAt: head.submittedAt,
    timeline: head.timeline.map(({ kind, at }) => ({ kind, at })),
    due: head.due,
    days: whyThisDate(head.clock, calendar),
    endedOn: head.clock.endedOn,
    attachments: head.attachments,
    answer: head.answer && answerOf(head.answer, calendar),
    withdrawable: actions.includes("withdraw"),
    correction: head.correction && correctionOf(head.correction, actions.includes("correct"), today),
    extension: head.extension && extensionOf(head.extension),
    parent: head.parent,
    parts: head.parts ?? [],
    fee: head.fee && feeOf(head.fee),
    reasons: head.excess && reasonsOf(head.excess, actions.includes("give_reasons")),
    delay: head.delay && { until: head.delay.until, reason: head.delay.reason },
    overdue: head.clock.endedOn === undefined && actBy(head) < today,
  };
}

function answerOf(answer: NonNullable<DisclosureHead["answer"]>, calendar: Calendar): Answer {
  const outcome = outcomeOf(answer.outcome);
  const { reply, pointer, files, on, delivery = "site" } = answer;
  // What reaches the applicant through this counter comes under the law's rules for an answer over the internet.
  const remedy = outcome && remedyOf(outcome, { on, online: delivery === "site" }, calendar);
  return { outcome, reply, pointer, files, on, delivery, remedy };
}

/** So many wrong tries in so many seconds. */
export interface TryLimit {
  readonly most: number;
  readonly seconds?: number;
}

/** How many wrong tries are allowed in a window, on one number and from one address. */
export const tryLimits = { number: { most: 5 }, address: { most: 30 } } as const satisfies Record<
  string,
  TryLimit
>;
export const TRY_WINDOW_SECONDS = 15 * 60;

/** The tries that still count at `now`, oldest first. */
export const recentTries = (
  tries: readonly Instant[],
  now: Instant,
  seconds: number = TRY_WINDOW_SECONDS,
): readonly Instant[] => tries.filter((at) => at > plusSeconds(now, -seconds)).sort();

/** Whole seconds until another try is allowed, at least 1; undefined when it is allowed now. */
export function secondsToWait(
  tries: readonly Instant[],
  { most, seconds = TRY_WINDOW_SECONDS }: TryLimit,
  now: Instant,
): number | undefined {
  const last = recentTries(tries, now, seconds).slice(-most);
  const [oldest] = last;
  if (oldest === undefined || last.length < most) return undefined;
  const leavesAt = millisecondsOf(plusSeconds(oldest, seconds));
  return Math.max(1, Math.ceil((leavesAt - millisecondsOf(now)) / 1000));
}

/** How long somebody who has proven to be the applicant may look without proving it again. */
export const GRANT_SECONDS = 30 * 60;
/** More cases than this one browser hardly follows at a time; a cookie has only so much room. */
export const MOST_GRANTS = 5;

export interface Grant {
  readonly reference: string;
  /** Seconds since 1970. */
  readonly until: number;
}

/** `reference~until` for each case, joined by spaces: the value that is signed into the cookie. */
export const writeGrants = (grants: readonly Grant[]): string =>
  grants.map(({ reference, until }) => `${reference}~${until}`).join(" ");

export const readGrants = (text: string, nowSeconds: number): readonly Grant[] =>
  text
    .split(" ")
    .map((grant) => grant.split("~"))
    .map(([reference = "", until]) => ({ reference, until: Number(until) }))
    .filter(({ reference, until }) => reference !== "" && until > nowSeconds);

/** The newest grant last; an older one of the same case, and the oldest of too many, go. */
export const withGrant = (grants: readonly Grant[], grant: Grant): readonly Grant[] =>
  [...grants.filter(({ reference }) => reference !== grant.reference), grant].slice(-MOST_GRANTS);
