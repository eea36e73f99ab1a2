/**
 * The limits of the clock as dated settings. What the text of a law says and what only practice says stand side by
 * side: `reading` marks the latter, so that an office whose superior reads the law otherwise changes one line here.
 */
import type { Day } from "../calendar/calendar.ts";

export interface ClockRules {
  /** The first day of receipt that the rules apply to. */
  readonly since: Day;
  /** Art. 33(2): the answer. */
  readonly replyWorkingDays: number;
  /** Art. 33(2): the one extension, at most. */
  readonly extensionWorkingDays: number;
  /** Art. 30: to ask for a correction, once and completely. */
  readonly correctionNoticeWorkingDays: number;
  /** Reading: what an office usually gives for the correction; Art. 30 only says "reasonable". */
  readonly correctionWorkingDays: number;
  /**
   * Reading: what was posted on the last day is in time (民诉法 85), so that a silence is certain only so many working
   * days after it. Until then the office can still enter what comes in.
   */
  readonly silenceGraceWorkingDays: number;
  /** Art. 32 and 34: the other side's time to answer. */
  readonly consultationWorkingDays: number;
  /** Reading: the first excluded day of a consultation, as days after it was sent; Art. 33(3) names no day. */
  readonly excludedFromDayAfterSending: 0 | 1;
  /** 109号: to pay, from the day after the notice. */
  readonly paymentWorkingDays: number;
  /** Reading of 109号 Art. 6: the whole limit starts again once the fee is paid. */
  readonly restartsOnPayment: boolean;
  /** Reading: no text says what a fee that is waived does to the limit; here the same as one that is paid. */
  readonly restartsOnWaiver: boolean;
  /** Reading: an extension has to be granted and told before the first date has passed. */
  readonly extensionOnlyBeforeDue: boolean;
  /** Reading: an extension belongs to the period it was granted in; a correction starts a period without one. */
  readonly extensionSurvivesRestart: boolean;
}

const since2019: ClockRules = {
  since: "2019-05-15",
  replyWorkingDays: 20,
  extensionWorkingDays: 20,
  correctionNoticeWorkingDays: 7,
  correctionWorkingDays: 15,
  silenceGraceWorkingDays: 3,
  consultationWorkingDays: 15,
  excludedFromDayAfterSending: 1,
  paymentWorkingDays: 20,
  restartsOnPayment: true,
  restartsOnWaiver: true,
  extensionOnlyBeforeDue: true,
  extensionSurvivesRestart: false,
};

/** Newest first. Before the revision of 2019 the answer had 15 working days and its extension 15. */
const dated: readonly ClockRules[] = [
  since2019,
  { ...since2019, since: "2008-05-01", replyWorkingDays: 15, extensionWorkingDays: 15 },
];

/** The rules for an application received on a day. */
export const clockRulesOn = (day: Day): ClockRules => dated.find(({ since }) => since <= day) ?? since2019;
