/** What an applicant may see of a correction of records; inner steps of the office are left out by the type. Pure. */
import type { CaseFile } from "../attachment/attachment.ts";
import type { Calendar, Day } from "../calendar/calendar.ts";
import { actionsFor } from "../case/flow.ts";
import { remedyOf } from "../disclosure/disclosure.outcome.ts";
import type { Instant } from "../kit/clock.ts";
import type { RectificationHead } from "./rectification.case.ts";
import { rectificationStanding } from "./rectification.case.ts";
import type { RectificationOutcome, RectificationState } from "./rectification.flow.ts";
import { rectificationFlow } from "./rectification.flow.ts";
import type { RectificationDue } from "./rectification.period.ts";

export const rectificationPublicStates = ["submitted", "handling", "answered", "withdrawn"] as const;
export type RectificationPublicState = (typeof rectificationPublicStates)[number];

const publicStates: Readonly<Record<RectificationState, RectificationPublicState>> = {
  submitted: "submitted",
  handling: "handling",
  proposed: "handling",
  answered: "answered",
  archived: "answered",
  withdrawn: "withdrawn",
};

export interface RectificationProgress {
  readonly reference: string;
  readonly unit: string;
  readonly title: string;
  readonly state: RectificationPublicState;
  readonly submittedAt: Instant;
  readonly timeline: readonly { readonly kind: string; readonly at: Instant }[];
  /** The unit's own date; no law gives one. */
  readonly due: RectificationDue;
  readonly overdue: boolean;
  readonly endedOn: Day | undefined;
  readonly attachments: readonly CaseFile[];
  readonly withdrawable: boolean;
  readonly answer:
    | {
        readonly outcome: RectificationOutcome;
        readonly reply: string;
        readonly organ: string | undefined;
        readonly on: Day;
        /** 复议法 20, 行诉法 46. */
        readonly reviewUntil: Day;
        readonly suitUntil: Day;
      }
    | undefined;
}

/** The head as its applicant sees it on the day `today`. */
export function rectificationProgress(
  head: RectificationHead,
  calendar: Calendar,
  today: Day,
): RectificationProgress {
  const { reference, unit, title, submittedAt, due, endedOn, attachments } = head;
  const actor = { kind: "applicant", reference } as const;
  return {
    ...{ reference, unit, title, submittedAt, due, endedOn, attachments },
    state: publicStates[head.state],
    timeline: head.timeline.map(({ kind, at }) => ({ kind, at })),
    overdue: endedOn === undefined && due.on < today,
    withdrawable: actionsFor(rectificationFlow, rectificationStanding(head), actor).includes("withdraw"),
    answer: head.answer && answerOf(head.answer, calendar),
  };
}

function answerOf(
  { outcome, reply, organ, on }: NonNullable<RectificationHead["answer"]>,
  calendar: Calendar,
): NonNullable<RectificationProgress["answer"]> {
  const remedy = remedyOf({ remedy: "review_or_suit" }, { on, online: true }, calendar);
  return { outcome, reply, organ, on, reviewUntil: remedy.reviewUntil, suitUntil: remedy.suitUntil ?? on };
}
