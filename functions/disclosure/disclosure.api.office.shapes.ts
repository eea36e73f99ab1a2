/** What the API answers to an office: JSON out. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import { rectificationStates } from "../rectification/rectification.flow.ts";
import { findingCodes } from "../release/release.ts";
import { asideShapes, part } from "./disclosure.api.aside.shapes.ts";
import { day, due, file, instant } from "./disclosure.api.shapes.ts";
import { dueOrigins } from "./disclosure.clock.ts";
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { deliveries } from "./disclosure.delivery.ts";
import { feeSchemes } from "./disclosure.fee.ts";
import { disclosureActions, disclosureStates, disclosureSteps } from "./disclosure.flow.ts";
import { applicationShape, enteredContacts } from "./disclosure.json.ts";
import { outcomeCodes } from "./disclosure.outcome.ts";

const person = v.strictObject({ id: v.string(), name: v.string() });
const outcome = v.picklist(outcomeCodes);
const optional = v.optional;

/** What a queue shows of a case of every kind. */
const inQueue = {
  reference: v.string(),
  title: v.string(),
  applicantMasked: v.string(),
  step: v.picklist(disclosureSteps),
  unit: v.string(),
  assigneeName: optional(v.string()),
  submittedAt: instant,
  dueOn: day,
  provisional: v.boolean(),
};
export const card = named(
  "Card",
  v.variant("kind", [
    v.strictObject({
      kind: v.pipe(v.literal("disclosure"), v.description("A request, under /api/v1/office/cases")),
      ...inQueue,
      state: v.picklist(disclosureStates),
      dueFrom: v.picklist(dueOrigins),
    }),
    v.strictObject({
      kind: v.pipe(
        v.literal("rectification"),
        v.description("A correction of records (Art. 41), under /api/v1/office/rectifications"),
      ),
      ...inQueue,
      state: v.picklist(rectificationStates),
      dueFrom: v.pipe(v.literal("setting"), v.description("The unit's own period; no law gives one")),
    }),
  ]),
);

export const cardPage = named(
  "CardPage",
  v.strictObject({
    items: v.array(card),
    next: v.pipe(v.nullable(v.string()), v.description("The cursor of the next page; null after the last")),
  }),
);

const finding = v.strictObject({
  code: v.picklist(findingCodes),
  count: v.number(),
  where: optional(v.string()),
});

const proposal = {
  outcome,
  reply: v.string(),
  files: v.array(file),
  objection: optional(v.string()),
  earlier: optional(v.string()),
  pointer: optional(v.string()),
};

export const officeEvent = named(
  "Event",
  v.strictObject({
    n: v.number(),
    kind: v.picklist(["submit", "import", ...disclosureActions]),
    at: instant,
    by: v.strictObject({
      kind: v.picklist(["applicant", "consulted", "staff", "machine", "system"]),
      id: optional(v.string()),
      name: optional(v.string()),
      unit: optional(v.string()),
    }),
    on: optional(day),
    assignee: optional(person),
    reason: optional(v.string()),
    outcome: optional(outcome),
    reply: optional(v.string()),
    file: optional(file),
    files: optional(v.array(file)),
    what: optional(v.string()),
    until: optional(day),
    title: optional(v.string()),
    description: optional(v.string()),
    workingDays: optional(v.number()),
    id: optional(v.string()),
    party: optional(v.picklist(consultedParties)),
    about: optional(v.string()),
    opinion: optional(v.picklist(opinions)),
    via: optional(v.picklist(["link", "paper"])),
    toUnit: optional(v.string()),
    parts: optional(v.array(part)),
    delivery: optional(v.picklist(deliveries)),
    objection: optional(v.string()),
    earlier: optional(v.string()),
    pointer: optional(v.string()),
    scheme: optional(v.picklist(feeSchemes)),
    pages: optional(v.number()),
    feeYuan: optional(v.number()),
    basis: optional(v.string()),
    payment: optional(v.string()),
    receipt: optional(v.string()),
    why: optional(v.string()),
    reasons: optional(v.string()),
  }),
);

const { identityKind, identityNumber, form, route } = applicationShape.entries;
/** What the register of a request from before this system may not say. */
const ifKnown = {
  identityKind: optional(identityKind),
  identityNumber: optional(identityNumber),
  form: optional(form),
  route: optional(route),
};

export const officeCase = named(
  "OfficeCase",
  v.strictObject({
    reference: v.string(),
    version: v.pipe(
      v.number(),
      v.description("The number of the last event; the ETag is the same in quotes"),
    ),
    unit: v.string(),
    title: v.string(),
    state: v.picklist(disclosureStates),
    step: v.picklist(disclosureSteps),
    applicantMasked: v.string(),
    application: v.pipe(
      v.strictObject({ ...applicationShape.entries, ...enteredContacts, ...ifKnown }),
      v.description("Names, numbers and contacts are masked for who does not work on cases of the unit"),
    ),
    masked: v.boolean(),
    assignee: v.nullable(person),
    submittedAt: instant,
    due,
    attachments: v.array(file),
    proposal: v.nullable(
      v.strictObject({
        ...proposal,
        by: person,
        items: v.pipe(v.array(v.string()), v.description("Everything that leaves, to be marked one by one")),
        checks: v.pipe(
          v.array(
            v.strictObject({
              file: v.string(),
              scanner: v.pipe(
                v.nullable(v.string()),
                v.description("Who looked for malware; null for nobody"),
              ),
              findings: v.array(finding),
            }),
          ),
          v.description("What the release check found in the files"),
        ),
      }),
    ),
    ...asideShapes,
    returnedReason: v.nullable(v.string()),
    answer: v.nullable(
      v.strictObject({
        ...proposal,
        on: day,
        delivery: v.pipe(
          v.nullable(v.picklist(deliveries)),
          v.description("null where the register of an imported request does not say it"),
        ),
        proof: v.nullable(v.string()),
      }),
    ),
    imported: v.pipe(
      v.nullable(v.strictObject({ number: v.string(), counted: v.boolean() })),
      v.description("Of a request from before this system: its number there, whether reports count it"),
    ),
    events: v.array(officeEvent),
    actions: v.pipe(v.array(v.picklist(disclosureActions)), v.description("What you may do now")),
  }),
);
export type OfficeCase = v.InferOutput<typeof officeCase>;
