/** A disclosure request as a case: its events, and its head as a fold over them. Pure. */
import { MOST_FILES } from "../attachment/attachment.ts";
import type { Calendar, Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { QueueEntry } from "../case/case.ts";
import type { Standing } from "../case/flow.ts";
import { after } from "../case/flow.ts";
import { changes } from "./disclosure.change.ts";
import { dueDate } from "./disclosure.clock.ts";
import type { DisclosureEvent, DisclosureEventKind } from "./disclosure.event.ts";
import type { DisclosureState } from "./disclosure.flow.ts";
import { disclosureFlow, isClosed } from "./disclosure.flow.ts";
import type { DisclosureHead } from "./disclosure.head.ts";
import { importedHead } from "./disclosure.imported.ts";
import { openConsultations, waitsUntil } from "./disclosure.law.ts";

export type { CaseFile } from "../attachment/attachment.ts";
export { fileSchema } from "../attachment/attachment.ts";
export type { DisclosureEvent, DisclosureEventKind } from "./disclosure.event.ts";
export { disclosureEventSchema } from "./disclosure.event.ts";
export type { DisclosureHead } from "./disclosure.head.ts";
export { disclosureHeadSchema } from "./disclosure.head.ts";

/** Inner steps of the office (who proposed, what was sent back) are not the applicant's to see. */
const publicKinds: ReadonlySet<DisclosureEventKind> = new Set([
  "submit",
  "confirm_receipt",
  "assign",
  "ask_correction",
  "correct",
  "extend",
  "consult",
  "opine",
  "lapse_consultation",
  "notify_fee",
  "record_payment",
  "waive_fee",
  "ask_reasons",
  "give_reasons",
  "delay",
  "transfer",
  "split",
  "answer",
  "lapse",
  "withdraw",
]);

/** The head of a new case. */
export function firstHead(reference: string, event: DisclosureEvent, calendar: Calendar): DisclosureHead {
  if (event.kind === "import") return importedHead(reference, event, calendar);
  if (event.kind !== "submit") throw new Error("a case begins with its submission");
  const clock = { submittedOn: event.data.arrivedOn ?? dayOf(event.at) };
  const { parent, asker } = event.data;
  return {
    schema: 1,
    reference,
    flow: { id: disclosureFlow.id, version: disclosureFlow.version },
    version: event.n,
    state: disclosureFlow.initial,
    unit: event.data.unit,
    title: event.data.title,
    applicantKind: event.data.applicantKind,
    applicantMasked: event.data.applicantMasked,
    attachments: event.data.attachments,
    access: event.data.access,
    notify: event.data.notify,
    submittedAt: event.at,
    clock,
    due: dueDate(clock, calendar),
    channel: event.data.channel,
    ...(asker === undefined ? {} : { asker }),
    ...(parent === undefined ? {} : { parent }),
    timeline: [{ n: event.n, kind: event.kind, at: event.at }],
  };
}

/** The head after one more event. Throws when the flow knows no such move: the list of events is then not ours. */
export function applyEvent(head: DisclosureHead, event: DisclosureEvent, calendar: Calendar): DisclosureHead {
  const begins = event.kind === "submit" || event.kind === "import";
  const state = begins ? undefined : after(disclosureFlow, head.state, event.kind);
  if (state === undefined || event.n !== head.version + 1) throw new Error("this event cannot follow");
  const seen = publicKinds.has(event.kind) ? [{ n: event.n, kind: event.kind, at: event.at }] : [];
  const changed = { ...head, ...changes(head, event) };
  const timeline = [...head.timeline, ...seen];
  return { ...changed, version: event.n, state, timeline, due: dueDate(changed.clock, calendar) };
}

/** State and due date of a whole case, from its events alone. */
export function fold(
  reference: string,
  events: readonly DisclosureEvent[],
  calendar: Calendar,
): DisclosureHead {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error("a case has at least one event");
  return rest.reduce((head, each) => applyEvent(head, each, calendar), firstHead(reference, first, calendar));
}

export const standingOf = (head: DisclosureHead): Standing<DisclosureState> => ({
  reference: head.reference,
  state: head.state,
  unit: head.unit,
  assigneeId: head.assignee?.id,
  proposerId: head.proposal?.by.id,
  askerId: head.extensionAsk?.by.id,
});

/** A correction may bring as many files again as the application could. */
export const mostFilesOf = ({ correction }: DisclosureHead): number =>
  correction === undefined ? MOST_FILES : 2 * MOST_FILES;

/** The first day after which somebody's silence may have an effect that the clock has to bring about. */
const wakeOn = (head: DisclosureHead): Day | undefined =>
  [waitsUntil(head), ...openConsultations(head).map(({ until }) => until)]
    .filter((day) => day !== undefined)
    .sort()[0];

/** The day by which the office has to act: the due date, but not before the applicant's own time is over. */
export function actBy(head: DisclosureHead): Day {
  const until = waitsUntil(head);
  return until !== undefined && until > head.due.on ? until : head.due.on;
}

export function queueOf(head: DisclosureHead): QueueEntry | undefined {
  if (isClosed(head.state)) return undefined;
  const { step, pending } = disclosureFlow.states[head.state];
  const { unit, assignee, due } = head;
  return {
    unit,
    step,
    pending,
    assigneeId: assignee?.id,
    dueOn: actBy(head),
    provisional: due.provisional,
    wakeOn: wakeOn(head),
    card: {
      reference: head.reference,
      kind: "disclosure",
      title: head.title,
      applicantMasked: head.applicantMasked,
      state: head.state,
      step,
      unit,
      ...(assignee === undefined ? {} : { assigneeName: assignee.name }),
      submittedAt: head.submittedAt,
      dueOn: actBy(head),
      dueFrom: due.from,
      provisional: due.provisional,
    },
  };
}
