/** A case as the API answers it to an office: what proves the applicant and where notices go stays behind. */

import { asidesView } from "./disclosure.api.aside.view.ts";
import { eventView, replyView } from "./disclosure.api.event.view.ts";
import type { OfficeCase } from "./disclosure.api.office.shapes.ts";
import { dueView, fileView } from "./disclosure.api.view.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import { itemsOf } from "./disclosure.review.ts";
import type { OfficeView } from "./disclosure.service.ts";

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
        : {
            ...replyView(proposal),
            by: { id: proposal.by.id, name: proposal.by.name },
            items: [...itemsOf(proposal)],
            checks: (proposal.checks ?? []).map(({ file, scanner, findings }) => ({
              file,
              scanner: scanner ?? null,
              findings: findings.map((each) => ({ ...each })),
            })),
          },
    ...asidesView(view),
    returnedReason: head.returnedReason ?? null,
    answer:
      answer === undefined
        ? null
        : {
            ...replyView(answer),
            on: answer.on,
            delivery: answer.delivery ?? (head.imported === undefined ? "site" : null),
            proof: view.answerProof ?? null,
          },
    imported: head.imported === undefined ? null : { ...head.imported },
    events: events.map(eventView),
    actions: [...actions],
  };
}
