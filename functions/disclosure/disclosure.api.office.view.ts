/** A case as the API answers it to an office: what proves the applicant and where notices go stays behind. */
import type { OfficeCase } from "./disclosure.api.office.shapes.ts";
import { dueView, fileView } from "./disclosure.api.view.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { OutcomeCode } from "./disclosure.outcome.ts";
import type { OfficeView } from "./disclosure.service.ts";

type EventView = OfficeCase["events"][number];

export function officeCaseView(view: OfficeView): OfficeCase {
  const { head, events, application, masked, why, actions } = view;
  const { proposal, answer, assignee } = head;
  return {
    reference: head.reference,
    version: head.version,
    unit: head.unit,
    title: head.title,
    state: head.state,
    step: disclosureFlow.states[head.state].step,
    applicantMasked: head.applicantMasked,
    application: { ...application },
    masked,
    assignee: assignee === undefined ? null : { id: assignee.id, name: assignee.name },
    submittedAt: head.submittedAt,
    due: dueView(head.due, why),
    attachments: head.attachments.map(fileView),
    proposal:
      proposal === undefined
        ? null
        : { ...replyView(proposal), by: { id: proposal.by.id, name: proposal.by.name } },
    ...asidesView(view),
    returnedReason: head.returnedReason ?? null,
    answer: answer === undefined ? null : { ...replyView(answer), on: answer.on },
    events: events.map(eventView),
    actions: [...actions],
  };
}

/** What stands beside the main way. */
function asidesView({ head, correctionNote }: OfficeView) {
  const { extensionAsk, extension, correction } = head;
  return {
    extensionAsk: extensionAsk === undefined ? null : { ...extensionAsk },
    extension: extension === undefined ? null : { ...extension },
    correction:
      correction === undefined
        ? null
        : { ...correction, madeOn: correction.madeOn ?? null, note: correctionNote ?? null },
  };
}

const replyView = ({ outcome, reply, files }: Omit<NonNullable<DisclosureHead["answer"]>, "on">) => ({
  outcome: outcome as OutcomeCode,
  reply,
  files: files.map(fileView),
});

const eventView = (event: DisclosureEvent): EventView => ({
  n: event.n,
  kind: event.kind,
  at: event.at,
  by: { ...event.by },
  ...dataView(event),
});

/** Of the submission nothing: the application stands beside the events, its secrets nowhere. Of a correction no note. */
function dataView(event: DisclosureEvent): Partial<EventView> {
  switch (event.kind) {
    case "attach":
      return { file: fileView(event.data.file) };
    case "confirm_receipt":
    case "answer":
      return { on: event.data.on };
    case "assign":
      return { assignee: { id: event.data.assignee.id, name: event.data.assignee.name } };
    case "return":
    case "refuse_extension":
      return { reason: event.data.reason };
    case "ask_correction":
    case "ask_extension":
      return { ...event.data };
    case "correct": {
      const { on, title, description } = event.data;
      return { on, title, description };
    }
    case "lapse":
      return { outcome: event.data.outcome as OutcomeCode };
    case "propose":
      return replyView(event.data);
    default:
      return {};
  }
}
