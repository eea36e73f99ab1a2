/** The legal clock of a disclosure request (条例 Art. 31, 33), as a pure function of what its events say. */

import type { Calendar, CountedDay, Day } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/calendar.ts";

/** Everything the due date depends on. Later side paths add their intervals here. */
export interface ClockFacts {
  /** The day the application reached the system. */
  readonly submittedOn: Day;
  /** The day of receipt: for the internet channel the day both sides confirmed (Art. 31(3)). */
  readonly confirmedOn?: Day | undefined;
  /** The day of the answer or the withdrawal, after which nothing counts. */
  readonly endedOn?: Day | undefined;
}

export interface DueDate {
  readonly on: Day;
  /** `submission`: not confirmed yet; the earliest date that could be argued for, so that none is missed. */
  readonly from: "receipt" | "submission";
  readonly startedOn: Day;
  readonly limitWorkingDays: number;
  /** The notice with the holidays of that time is not published yet; the date may still move. */
  readonly provisional: boolean;
}

/** The answer's limit in working days by the day of receipt: 15 until the revision of 2019, 20 since. */
const replyLimits: readonly { readonly since: Day; readonly workingDays: number }[] = [
  { since: "2019-05-15", workingDays: 20 },
  { since: "2008-05-01", workingDays: 15 },
];

export const replyLimitOn = (day: Day): number =>
  replyLimits.find((limit) => limit.since <= day)?.workingDays ?? 20;

export function dueDate(facts: ClockFacts, calendar: Calendar): DueDate {
  const { due, provisional } = count(facts, calendar);
  const startedOn = facts.confirmedOn ?? facts.submittedOn;
  const from = facts.confirmedOn === undefined ? "submission" : "receipt";
  return { on: due, from, startedOn, limitWorkingDays: replyLimitOn(startedOn), provisional };
}

/** Each day from the start to the due date, with its number or the reason why it does not count. */
export const whyThisDate = (facts: ClockFacts, calendar: Calendar): readonly CountedDay[] =>
  count(facts, calendar).days;

function count(facts: ClockFacts, calendar: Calendar) {
  const startedOn = facts.confirmedOn ?? facts.submittedOn;
  return addWorkingDays(calendar, startedOn, replyLimitOn(startedOn));
}
