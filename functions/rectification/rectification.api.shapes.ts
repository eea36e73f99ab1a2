/** What the API answers about corrections of records: JSON out. Strict, so that nothing leaves which is not named. */
import * as v from "valibot";
import { day, file, instant, upload } from "../disclosure/disclosure.api.shapes.ts";
import { fileView } from "../disclosure/disclosure.api.view.ts";
import { disclosureSteps } from "../disclosure/disclosure.flow.ts";
import { named } from "../kit/openapi.ts";
import type { RectificationEvent } from "./rectification.case.ts";
import {
  rectificationActions,
  rectificationFlow,
  rectificationOutcomes,
  rectificationStates,
} from "./rectification.flow.ts";
import { enteredEntries } from "./rectification.json.ts";
import type { RectificationProgress } from "./rectification.progress.ts";
import { rectificationPublicStates } from "./rectification.progress.ts";
import type { RectificationReceipt, RectificationView } from "./rectification.service.ts";

const person = v.strictObject({ id: v.string(), name: v.string() });
const due = named(
  "RectificationDue",
  v.strictObject({
    on: day,
    startedOn: day,
    workingDays: v.pipe(v.number(), v.description("The unit's own period; no law gives one (Art. 41)")),
    provisional: v.pipe(v.boolean(), v.description("The holidays of that time are not announced yet")),
  }),
);
const answer = {
  outcome: v.picklist(rectificationOutcomes),
  reply: v.string(),
  organ: v.pipe(
    v.nullable(v.string()),
    v.description("Who is competent, where it was sent on or pointed to"),
  ),
};

export const rectificationReceipt = named(
  "RectificationReceipt",
  v.strictObject({
    reference: v.string(),
    queryCode: v.pipe(v.string(), v.description("Proves the applicant; it is shown nowhere else")),
    submittedAt: instant,
    due,
    uploads: v.pipe(
      v.array(upload),
      v.description("One for each declared piece of evidence, in their order"),
    ),
  }),
);

/** How it stands, for who asked for it. */
export const rectificationShape = named(
  "Rectification",
  v.strictObject({
    reference: v.string(),
    unit: v.pipe(v.string(), v.description("Code of the unit, see /api/v1/units")),
    record: v.string(),
    state: v.picklist(rectificationPublicStates),
    submittedAt: instant,
    timeline: v.array(v.strictObject({ kind: v.string(), at: instant })),
    due,
    overdue: v.boolean(),
    endedOn: v.nullable(day),
    attachments: v.array(file),
    withdrawable: v.boolean(),
    answer: v.nullable(
      v.strictObject({
        ...answer,
        on: day,
        reviewUntil: v.pipe(day, v.description("The last day to apply for review")),
        suitUntil: v.pipe(day, v.description("The last day to sue")),
      }),
    ),
  }),
);

const event = named(
  "RectificationEvent",
  v.strictObject({
    n: v.number(),
    kind: v.picklist(["submit", ...rectificationActions]),
    at: instant,
    by: v.strictObject({
      kind: v.picklist(["applicant", "staff", "machine", "system"]),
      id: v.optional(v.string()),
      name: v.optional(v.string()),
      unit: v.optional(v.string()),
    }),
    file: v.optional(file),
    assignee: v.optional(person),
    toUnit: v.optional(v.string()),
    reason: v.optional(v.string()),
    outcome: v.optional(answer.outcome),
    reply: v.optional(v.string()),
    organ: v.optional(v.string()),
  }),
);

export const officeRectification = named(
  "OfficeRectification",
  v.strictObject({
    reference: v.string(),
    version: v.pipe(
      v.number(),
      v.description("The number of the last event; the ETag is the same in quotes"),
    ),
    unit: v.string(),
    record: v.string(),
    state: v.picklist(rectificationStates),
    step: v.picklist(disclosureSteps),
    applicantMasked: v.string(),
    application: v.pipe(
      v.strictObject({ ...enteredEntries, unit: v.string() }),
      v.description(
        "Names, numbers, contacts and what is wrong and right are masked for who does not work on cases of the unit",
      ),
    ),
    masked: v.boolean(),
    assignee: v.nullable(person),
    submittedAt: instant,
    due,
    attachments: v.array(file),
    proposal: v.nullable(v.strictObject({ ...answer, by: person })),
    returnedReason: v.nullable(v.string()),
    answer: v.nullable(v.strictObject({ ...answer, on: day })),
    events: v.array(event),
    actions: v.pipe(v.array(v.picklist(rectificationActions)), v.description("What you may do now")),
  }),
);
type OfficeRectification = v.InferOutput<typeof officeRectification>;

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
