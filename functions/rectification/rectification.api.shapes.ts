/** What the API answers about corrections of records: JSON out. Strict, so that nothing leaves which is not named. */
import * as v from "valibot";
import { day, file, instant, upload } from "../disclosure/disclosure.api.shapes.ts";
import { disclosureSteps } from "../disclosure/disclosure.flow.ts";
import { named } from "../kit/openapi.ts";
import { rectificationActions, rectificationOutcomes, rectificationStates } from "./rectification.flow.ts";
import { enteredEntries } from "./rectification.json.ts";
import { rectificationPublicStates } from "./rectification.progress.ts";

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
export type OfficeRectification = v.InferOutput<typeof officeRectification>;
