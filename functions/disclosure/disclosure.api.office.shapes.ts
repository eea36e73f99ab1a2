/** What the API answers to an office: JSON out. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import { day, due, file, instant } from "./disclosure.api.shapes.ts";
import { dueOrigins } from "./disclosure.clock.ts";
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { deliveries } from "./disclosure.delivery.ts";
import { feeSchemes } from "./disclosure.fee.ts";
import { disclosureActions, disclosureStates, disclosureSteps } from "./disclosure.flow.ts";
import { applicationShape } from "./disclosure.json.ts";
import { outcomeCodes } from "./disclosure.outcome.ts";

const person = v.strictObject({ id: v.string(), name: v.string() });
const outcome = v.picklist(outcomeCodes);
const optional = v.optional;

export const card = named(
  "Card",
  v.strictObject({
    reference: v.string(),
    kind: v.picklist(["disclosure"]),
    title: v.string(),
    applicantMasked: v.string(),
    state: v.picklist(disclosureStates),
    step: v.picklist(disclosureSteps),
    unit: v.string(),
    assigneeName: optional(v.string()),
    submittedAt: instant,
    dueOn: day,
    dueFrom: v.picklist(dueOrigins),
    provisional: v.boolean(),
  }),
);

export const cardPage = named(
  "CardPage",
  v.strictObject({
    items: v.array(card),
    next: v.pipe(v.nullable(v.string()), v.description("The cursor of the next page; null after the last")),
  }),
);

const proposal = {
  outcome,
  reply: v.string(),
  files: v.array(file),
  objection: optional(v.string()),
  earlier: optional(v.string()),
};

const feeFields = {
  scheme: v.picklist(feeSchemes),
  feeYuan: v.number(),
  basis: v.string(),
  payment: v.string(),
  until: day,
};

const consultation = named(
  "Consultation",
  v.strictObject({
    id: v.string(),
    party: v.picklist(consultedParties),
    name: v.string(),
    about: v.string(),
    sentOn: day,
    until: day,
    receivedOn: v.nullable(day),
    answer: v.nullable(
      v.strictObject({
        opinion: v.picklist(opinions),
        reason: optional(v.string()),
        respondent: optional(v.string()),
        via: v.picklist(["link", "paper"]),
        on: day,
      }),
    ),
    silentOn: v.pipe(
      v.nullable(day),
      v.description("Nothing came until then: see `party` for what it means"),
    ),
    link: v.pipe(
      v.nullable(v.string()),
      v.description("Path at which the other side answers; null for who does not work on cases of the unit"),
    ),
  }),
);

export const officeEvent = named(
  "Event",
  v.strictObject({
    n: v.number(),
    kind: v.picklist(["submit", ...disclosureActions]),
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
    delivery: optional(v.picklist(deliveries)),
    objection: optional(v.string()),
    earlier: optional(v.string()),
    scheme: optional(v.picklist(feeSchemes)),
    feeYuan: optional(v.number()),
    basis: optional(v.string()),
    payment: optional(v.string()),
    receipt: optional(v.string()),
    why: optional(v.string()),
    reasons: optional(v.string()),
  }),
);

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
      v.strictObject(applicationShape.entries),
      v.description("Names, numbers and contacts are masked for who does not work on cases of the unit"),
    ),
    masked: v.boolean(),
    assignee: v.nullable(person),
    submittedAt: instant,
    due,
    attachments: v.array(file),
    proposal: v.nullable(v.strictObject({ ...proposal, by: person })),
    extensionAsk: v.pipe(
      v.nullable(v.strictObject({ workingDays: v.number(), reason: v.string(), by: person })),
      v.description("An extension that waits to be granted"),
    ),
    extension: v.nullable(
      v.strictObject({ workingDays: v.number(), reason: v.string(), by: person, on: day }),
    ),
    correction: v.nullable(
      v.strictObject({
        what: v.string(),
        until: day,
        on: day,
        madeOn: v.nullable(day),
        note: v.pipe(
          v.nullable(v.string()),
          v.description("What the applicant wrote besides; null for who does not work on cases of the unit"),
        ),
      }),
    ),
    consultations: v.array(consultation),
    fee: v.nullable(v.strictObject({ ...feeFields, on: day, paidOn: v.nullable(day) })),
    excess: v.nullable(
      v.strictObject({
        why: v.string(),
        on: day,
        until: day,
        reasons: v.nullable(v.string()),
        givenOn: v.nullable(day),
      }),
    ),
    delay: v.nullable(v.strictObject({ until: day, reason: v.string(), by: person })),
    returnedReason: v.nullable(v.string()),
    answer: v.nullable(
      v.strictObject({
        ...proposal,
        on: day,
        delivery: v.picklist(deliveries),
        proof: v.nullable(v.string()),
      }),
    ),
    events: v.array(officeEvent),
    actions: v.pipe(v.array(v.picklist(disclosureActions)), v.description("What you may do now")),
  }),
);
export type OfficeCase = v.InferOutput<typeof officeCase>;
