/** A case as the API answers it to an office: what proves the applicant and where notices go stays behind. */
import type { OfficeCase } from "./disclosure.api.office.shapes.ts";
import { dueView, fileView } from "./disclosure.api.view.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { OutcomeCode } from "./disclosure.outcome.ts";
import type { OfficeView } from "./disclosure.service.ts";

type EventView = OfficeCase["events"][number];

export function officeCaseView({ head, events, application, masked, why, actions }: OfficeView): OfficeCase {
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
    returnedReason: head.returnedReason ?? null,
    answer: answer === undefined ? null : { ...replyView(answer), on: answer.on },
    events: events.map(eventView),
    actions: [...actions],
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

/** Of the submission nothing: the application stands beside the events, its secrets nowhere. */
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
      return { reason: event.data.reason };
    case "propose":
      return replyView(event.data);
    default:
      return {};
  }
}
