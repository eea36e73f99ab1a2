/** A correction of records as a case: its events, and its head as a fold over them. Pure. */
import type { CaseFile } from "../attachment/attachment.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { QueueEntry } from "../case/case.ts";
import type { Standing } from "../case/flow.ts";
import { after } from "../case/flow.ts";
import type { By } from "../identity/identity.ts";
import type { RectificationEvent, RectificationHead } from "./rectification.event.ts";
import type { RectificationState } from "./rectification.flow.ts";
import { rectificationFlow } from "./rectification.flow.ts";
import { rectificationDue } from "./rectification.period.ts";

export type { RectificationData, RectificationEvent, RectificationHead } from "./rectification.event.ts";
export { rectificationEventSchema, rectificationHeadSchema } from "./rectification.event.ts";

/** That an answer is being looked at by a second person is the office's own matter. */
const publicKinds: ReadonlySet<RectificationEvent["kind"]> = new Set([
  "submit",
  "assign",
  "transfer",
  "approve",
  "withdraw",
]);

export function firstRectification(
  reference: string,
  first: RectificationEvent,
  calendar: Calendar,
): RectificationHead {
  if (first.kind !== "submit") throw new Error("a case begins with its submission");
  const { arrivedOn, workingDays, ...data } = first.data;
  return {
    schema: 1,
    reference,
    flow: { id: "rectification", version: rectificationFlow.version },
    version: first.n,
    state: rectificationFlow.initial,
    ...data,
    submittedAt: first.at,
    due: rectificationDue(arrivedOn ?? dayOf(first.at), workingDays, calendar),
    timeline: [{ n: first.n, kind: first.kind, at: first.at }],
  };
}

/** Throws when the flow knows no such move: the list of events is then not ours. */
export function applyRectification(head: RectificationHead, next: RectificationEvent): RectificationHead {
  const state = next.kind === "submit" ? undefined : after(rectificationFlow, head.state, next.kind);
  if (state === undefined || next.n !== head.version + 1) throw new Error("this event cannot follow");
  const seen = publicKinds.has(next.kind) ? [{ n: next.n, kind: next.kind, at: next.at }] : [];
  return {
    ...head,
    ...changes(head, next),
    version: next.n,
    state,
    timeline: [...head.timeline, ...seen],
  };
}

function changes(head: RectificationHead, next: RectificationEvent): Partial<RectificationHead> {
  switch (next.kind) {
    case "attach":
    case "add_scan":
      return { attachments: withFile(head.attachments, next.data.file) };
    case "assign":
      return { assignee: next.data.assignee };
    case "transfer":
      return { unit: next.data.unit, assignee: undefined };
    case "propose":
      return { proposal: { ...next.data, by: personOf(next.by) }, returnedReason: undefined };
    case "return":
      return { returnedReason: next.data.reason };
    case "approve":
      return { answer: head.proposal && answerOf(head.proposal, dayOf(next.at)), endedOn: dayOf(next.at) };
    case "withdraw":
      return { endedOn: dayOf(next.at) };
    default:
      return {};
  }
}

const answerOf = ({ by: _by, ...said }: NonNullable<RectificationHead["proposal"]>, on: string) => ({
  ...said,
  on,
});
const withFile = (files: readonly CaseFile[], file: CaseFile): CaseFile[] =>
  files.some(({ id }) => id === file.id) ? [...files] : [...files, file];
const personOf = (by: By) =>
  by.kind === "staff" || by.kind === "machine" ? { id: by.id, name: by.name } : { id: "", name: "" };

/** State and date of a whole case, from its events alone. */
export function foldRectification(
  reference: string,
  events: readonly RectificationEvent[],
  calendar: Calendar,
): RectificationHead {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error("a case has at least one event");
  return rest.reduce(applyRectification, firstRectification(reference, first, calendar));
}

export const rectificationStanding = (head: RectificationHead): Standing<RectificationState> => ({
  reference: head.reference,
  state: head.state,
  unit: head.unit,
  assigneeId: head.assignee?.id,
  proposerId: head.proposal?.by.id,
});

/** A row of the unit's queue, whatever the state; what is over stands in no queue. */
export function rectificationEntry(head: RectificationHead): QueueEntry {
  const { step, pending } = rectificationFlow.states[head.state];
  const { unit, assignee, due, reference, title, applicantMasked, state, submittedAt } = head;
  return {
    unit,
    step,
    pending,
    assigneeId: assignee?.id,
    dueOn: due.on,
    provisional: due.provisional,
    card: {
      ...{ reference, kind: "rectification", title, applicantMasked, state, step, unit },
      ...(assignee === undefined ? {} : { assigneeName: assignee.name }),
      ...{ submittedAt, dueOn: due.on, dueFrom: "setting", provisional: due.provisional },
    },
  };
}

export const rectificationQueue = (head: RectificationHead): QueueEntry | undefined =>
  head.state === "archived" || head.state === "withdrawn" ? undefined : rectificationEntry(head);
