/** A disclosure request as a case: its events, and its head as a fold over them. Pure. */
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { QueueEntry } from "../case/case.ts";
import type { Standing } from "../case/flow.ts";
import { after } from "../case/flow.ts";
import type { By } from "../identity/identity.ts";
import { dueDate, mark } from "./disclosure.clock.ts";
import type { DisclosureEvent, DisclosureEventKind, DisclosureHead } from "./disclosure.event.ts";
import type { DisclosureState } from "./disclosure.flow.ts";
import { disclosureFlow, isClosed } from "./disclosure.flow.ts";

export type { CaseFile } from "../attachment/attachment.ts";
export { fileSchema } from "../attachment/attachment.ts";
export type { DisclosureEvent, DisclosureEventKind, DisclosureHead } from "./disclosure.event.ts";
export { disclosureEventSchema, disclosureHeadSchema } from "./disclosure.event.ts";

/** Inner steps of the office (who proposed, what was sent back) are not the applicant's to see. */
const publicKinds: ReadonlySet<DisclosureEventKind> = new Set([
  "submit",
  "confirm_receipt",
  "assign",
  "answer",
  "withdraw",
]);

/** The head of a new case. */
export function firstHead(reference: string, event: DisclosureEvent, calendar: Calendar): DisclosureHead {
  if (event.kind !== "submit") throw new Error("a case begins with its submission");
  const clock = { submittedOn: dayOf(event.at) };
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
    timeline: [{ n: event.n, kind: event.kind, at: event.at }],
  };
}

/** The head after one more event. Throws when the flow knows no such move: the list of events is then not ours. */
export function applyEvent(head: DisclosureHead, event: DisclosureEvent, calendar: Calendar): DisclosureHead {
  const state = event.kind === "submit" ? undefined : after(disclosureFlow, head.state, event.kind);
  if (state === undefined || event.n !== head.version + 1) throw new Error("this event cannot follow");
  const seen = publicKinds.has(event.kind) ? [{ n: event.n, kind: event.kind, at: event.at }] : [];
  const changed = { ...head, ...changes(head, event) };
  const timeline = [...head.timeline, ...seen];
  return { ...changed, version: event.n, state, timeline, due: dueDate(changed.clock, calendar) };
}

function changes(head: DisclosureHead, event: DisclosureEvent): Partial<DisclosureHead> {
  switch (event.kind) {
    case "attach":
      return { attachments: [...head.attachments, event.data.file] };
    case "confirm_receipt":
      return { clock: mark(head.clock, { kind: "confirmed", on: event.data.on }) };
    case "assign":
      return { assignee: event.data.assignee };
    case "propose":
      return { proposal: { ...event.data, by: proposerOf(event.by) }, returnedReason: undefined };
    case "return":
      return { returnedReason: event.data.reason };
    case "answer":
      return {
        answer: head.proposal && { ...withoutProposer(head.proposal), on: event.data.on },
        clock: mark(head.clock, { kind: "ended", on: event.data.on }),
      };
    case "withdraw":
      return { clock: mark(head.clock, { kind: "ended", on: dayOf(event.at) }) };
    default:
      return {};
  }
}

const withoutProposer = ({ outcome, reply, files }: NonNullable<DisclosureHead["proposal"]>) => ({
  outcome,
  reply,
  files,
});
const proposerOf = (by: By) => (by.kind === "applicant" || by.kind === "system" ? { id: "", name: "" } : by);

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
});

export function queueOf(head: DisclosureHead): QueueEntry | undefined {
  if (isClosed(head.state)) return undefined;
  const { step, pending } = disclosureFlow.states[head.state];
  const { unit, assignee, due } = head;
  return {
    unit,
    step,
    pending,
    assigneeId: assignee?.id,
    dueOn: due.on,
    provisional: due.provisional,
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
      dueOn: due.on,
      dueFrom: due.from,
      provisional: due.provisional,
    },
  };
}
