/** What the evidence of a case is made of, whichever kind of case it is. Pure. */
import type { CaseFile } from "../attachment/attachment.ts";
import { addWorkingDays, type Calendar, type Day } from "../calendar/calendar.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { OfficeView } from "../disclosure/disclosure.service.ts";
import type { Subject } from "../identity/access.ts";
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";
import { rectificationSaid } from "../rectification/rectification.letter.ts";
import type { RectificationView } from "../rectification/rectification.service.ts";

export interface EvidenceRecord {
  readonly matter: "disclosure" | "rectification";
  readonly head: Subject & {
    readonly reference: string;
    readonly title: string;
    readonly unit: string;
    readonly version: number;
    readonly chain?: string | undefined;
    readonly attachments: readonly CaseFile[];
  };
  /** As whoever works on the case reads it. */
  readonly application: object;
  readonly events: readonly { readonly kind: string; readonly at: Instant; readonly by: By }[];
  readonly replyFiles: readonly CaseFile[];
  readonly receivedOn: Day | undefined;
  readonly dueOn: Day;
  /** The due date with what it is counted from and each day that was counted or not. */
  readonly counted: object;
  readonly answeredOn: Day | undefined;
  /** In Chinese, as the bundle is for review bodies and courts. */
  readonly outcome: string;
}

export const disclosureEvidence = ({ head, application, events, why }: OfficeView): EvidenceRecord => ({
  matter: "disclosure",
  ...{ head, application, events },
  replyFiles: head.answer?.files ?? [],
  receivedOn: head.clock.confirmedOn,
  dueOn: head.due.on,
  counted: { due: head.due, clock: head.clock, days: why },
  answeredOn: head.answer?.on,
  outcome: outcomeOf(head.answer?.outcome ?? "")?.label.zh ?? "",
});

/** No law gives its period (Art. 41): the unit's own stands in the bundle, with the days that it counts. */
export function rectificationEvidence(
  { head, application, events }: RectificationView,
  calendar: Calendar,
): EvidenceRecord {
  const { due, answer } = head;
  return {
    matter: "rectification",
    ...{ head, application, events },
    replyFiles: [],
    receivedOn: due.startedOn,
    dueOn: due.on,
    counted: { due, days: addWorkingDays(calendar, due.startedOn, due.workingDays).days },
    answeredOn: answer?.on,
    outcome: answer === undefined ? "" : rectificationSaid[answer.outcome],
  };
}
