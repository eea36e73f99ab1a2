/** What the API answers about cases: JSON out. Strict, so that nothing leaves which the document does not name. */
import * as v from "valibot";
import { fileKinds } from "../attachment/attachment.ts";
import { named } from "../kit/openapi.ts";
import { publicStateNames } from "../progress/progress.ts";
import { dueOrigins } from "./disclosure.clock.ts";
import { deliveries } from "./disclosure.delivery.ts";
import { disclosureSteps } from "./disclosure.flow.ts";
import { outcomeCodes } from "./disclosure.outcome.ts";

export const day = named(
  "Day",
  v.pipe(v.string(), v.isoDate(), v.description("A calendar day in China, such as 2026-03-02")),
);
export const instant = named("Instant", v.pipe(v.string(), v.isoTimestamp(), v.description("In UTC")));
export const words = named("Words", v.strictObject({ zh: v.string(), en: v.string() }));

export const file = named(
  "File",
  v.strictObject({
    id: v.string(),
    name: v.string(),
    kind: v.pipe(v.picklist(fileKinds), v.description("By its content")),
    sizeBytes: v.number(),
    sha256: v.string(),
  }),
);

export const link = named(
  "Link",
  v.strictObject({
    url: v.pipe(v.string(), v.url(), v.description("Downloads the file; send none of your headers along")),
    expiresInSeconds: v.number(),
  }),
);

export const upload = named(
  "Upload",
  v.strictObject({
    id: v.string(),
    url: v.pipe(v.string(), v.url(), v.description("Where to POST multipart/form-data within 30 minutes")),
    fields: v.pipe(
      v.record(v.string(), v.string()),
      v.description("Send them all as they are, then the file as the last part, called `file`"),
    ),
  }),
);

export const dueDays = named(
  "CountedDay",
  v.strictObject({
    day,
    counted: v.pipe(v.nullable(v.number()), v.description("Which day of the limit it is; null: not counted")),
    code: v.picklist(["first_day", "working", "make_up", "weekend", "holiday", "excluded"]),
    reason: words,
  }),
);

export const due = named(
  "DueDate",
  v.strictObject({
    on: day,
    from: v.pipe(
      v.picklist(dueOrigins),
      v.description("submission: the office has not confirmed receipt yet, so the date may move"),
    ),
    startedOn: day,
    limitWorkingDays: v.number(),
    provisional: v.pipe(v.boolean(), v.description("The holidays of that time are not announced yet")),
    days: v.array(dueDays),
  }),
);

export const outcome = named(
  "Outcome",
  v.strictObject({
    code: v.picklist(outcomeCodes),
    row: v.pipe(v.string(), v.description("Row of table 三 of the annual report")),
    label: words,
    articles: v.pipe(v.array(v.string()), v.description("Of the 政府信息公开条例; others by name")),
    effect: v.string(),
    remedy: v.picklist(["review_first", "review_or_suit", "review_first_for_withheld"]),
    needsReasons: v.boolean(),
    filesAllowed: v.boolean(),
  }),
);

export const remedy = named(
  "Remedy",
  v.strictObject({
    path: v.picklist(["review_first", "review_or_suit", "review_first_for_withheld"]),
    reviewDays: v.number(),
    reviewUntil: day,
    suitMonths: v.number(),
    suitUntil: v.optional(day),
    suitDaysAfterReview: v.number(),
    needsOnlineChannel: v.boolean(),
    provisional: v.boolean(),
  }),
);

/** How a case stands, for its applicant. */
export const publicCase = named(
  "Case",
  v.strictObject({
    reference: v.string(),
    unit: v.pipe(v.string(), v.description("Code of the unit, see /api/v1/units")),
    title: v.string(),
    state: v.picklist(publicStateNames),
    step: v.picklist(disclosureSteps),
    submittedAt: instant,
    timeline: v.array(v.strictObject({ kind: v.string(), at: instant })),
    due,
    endedOn: v.pipe(v.nullable(day), v.description("The day of the answer or the withdrawal")),
    attachments: v.array(file),
    answer: v.nullable(
      v.strictObject({
        on: day,
        delivery: v.pipe(v.picklist(deliveries), v.description("How it reached the applicant")),
        outcome: v.nullable(outcome),
        reply: v.string(),
        pointer: v.pipe(v.nullable(v.string()), v.description("Whose matter it is (Art. 36(5))")),
        files: v.array(file),
        remedy: v.nullable(remedy),
      }),
    ),
    withdrawable: v.boolean(),
    parent: v.pipe(v.nullable(v.string()), v.description("The case that it was split from")),
    parts: v.pipe(
      v.array(
        v.strictObject({
          reference: v.string(),
          title: v.string(),
          queryCode: v.pipe(
            v.nullable(v.string()),
            v.description("Its own code, for who has shown the code of this case; null for a proof by phone"),
          ),
        }),
      ),
      v.description("The cases into which it was split"),
    ),
    correction: v.pipe(
      v.nullable(
        v.strictObject({ what: v.string(), until: day, madeOn: v.nullable(day), open: v.boolean() }),
      ),
      v.description("What the unit asks to correct; `open` while it can be done"),
    ),
    extension: v.nullable(v.strictObject({ workingDays: v.number(), reason: v.string(), on: day })),
    overdue: v.pipe(v.boolean(), v.description("The due date has passed without an answer")),
  }),
);
export type PublicCase = v.InferOutput<typeof publicCase>;

export const receipt = named(
  "Receipt",
  v.strictObject({
    reference: v.string(),
    queryCode: v.pipe(v.string(), v.description("Proves the applicant; it is shown nowhere else")),
    submittedAt: instant,
    dueOn: day,
    dueFrom: v.picklist(dueOrigins),
    uploads: v.pipe(v.array(upload), v.description("One for each declared attachment, in their order")),
  }),
);
