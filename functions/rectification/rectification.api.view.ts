/** From what the services know of corrections of records to what the API answers. */
import type * as v from "valibot";
import type { upload } from "../disclosure/disclosure.api.shapes.ts";
import { fileView } from "../disclosure/disclosure.api.view.ts";
import type { OfficeRectification } from "./rectification.api.shapes.ts";
import type { RectificationEvent } from "./rectification.case.ts";
import { rectificationFlow } from "./rectification.flow.ts";
import type { RectificationProgress } from "./rectification.progress.ts";
import type { RectificationReceipt, RectificationView } from "./rectification.service.ts";

export const receiptView = (
  { reference, queryCode, submittedAt, due: by }: RectificationReceipt,
  uploads: readonly v.InferOutput<typeof upload>[],
) => ({ reference, queryCode, submittedAt, due: { ...by }, uploads });

export function rectificationView(progress: RectificationProgress) {
  const { title, answer: said, due: by, timeline, attachments, endedOn, ...rest } = progress;
  return {
    ...rest,
    record: title,
    due: { ...by },
    timeline: timeline.map(({ kind, at }) => ({ kind, at })),
    endedOn: endedOn ?? null,
    attachments: attachments.map(fileView),
    answer: said === undefined ? null : { ...said, organ: said.organ ?? null },
  };
}

export function officeRectificationView(view: RectificationView): OfficeRectification {
  const { head, events, application, masked, actions } = view;
  const { proposal, answer: said } = head;
  return {
    reference: head.reference,
    version: head.version,
    unit: head.unit,
    record: head.title,
    state: head.state,
    step: rectificationFlow.states[head.state].step,
    applicantMasked: head.applicantMasked,
    application: { ...application },
    masked,
    assignee: head.assignee === undefined ? null : { ...head.assignee },
    submittedAt: head.submittedAt,
    due: { ...head.due },
    attachments: head.attachments.map(fileView),
    proposal: proposal === undefined ? null : { ...saidView(proposal), by: { ...proposal.by } },
    returnedReason: head.returnedReason ?? null,
    answer: said === undefined ? null : { ...saidView(said), on: said.on },
    events: events.map(eventView),
    actions: [...actions],
  };
}

const saidView = ({
  outcome,
  reply,
  organ,
}:
  | NonNullable<RectificationView["head"]["proposal"]>
  | NonNullable<RectificationView["head"]["answer"]>) => ({
  outcome,
  reply,
  organ: organ ?? null,
});

const eventView = (each: RectificationEvent): OfficeRectification["events"][number] => ({
  n: each.n,
  kind: each.kind,
  at: each.at,
  by: { ...each.by } as OfficeRectification["events"][number]["by"],
  ...dataView(each),
});

/** Of the submission nothing: what was asked stands beside the events, its secrets nowhere. */
function dataView(each: RectificationEvent): Partial<OfficeRectification["events"][number]> {
  switch (each.kind) {
    case "attach":
    case "add_scan":
      return { file: fileView(each.data.file) };
    case "assign":
      return { assignee: { ...each.data.assignee } };
    case "transfer":
      return { toUnit: each.data.unit, reason: each.data.reason };
    case "return":
      return { reason: each.data.reason };
    case "propose":
      return { ...each.data };
    default:
      return {};
  }
}
