/** What stands beside the main way of a case, as the API answers it to an office: JSON out. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import { noticeStates } from "../notice/notice.ts";
import { day } from "./disclosure.api.shapes.ts";
import { channels } from "./disclosure.channel.ts";
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { feeSchemes } from "./disclosure.fee.ts";

const optional = v.optional;
const person = v.strictObject({ id: v.string(), name: v.string() });
export const part = v.strictObject({ reference: v.string(), title: v.string() });

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
    mail: v.pipe(
      v.nullable(v.strictObject({ to: v.string(), state: v.nullable(v.picklist(noticeStates)) })),
      v.description("The mail with the link, where an address was given; masked like the name"),
    ),
    link: v.pipe(
      v.nullable(v.string()),
      v.description("Path at which the other side answers; null for who does not work on cases of the unit"),
    ),
  }),
);

/** Members of a case. */
export const asideShapes = {
  extensionAsk: v.pipe(
    v.nullable(v.strictObject({ workingDays: v.number(), reason: v.string(), by: person })),
    v.description("An extension that waits to be granted"),
  ),
  extension: v.nullable(v.strictObject({ workingDays: v.number(), reason: v.string(), by: person, on: day })),
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
  channel: v.picklist(channels),
  parent: v.pipe(v.nullable(v.string()), v.description("The case that it was split from")),
  parts: v.pipe(v.array(part), v.description("The cases into which it was split")),
  consultations: v.array(consultation),
  fee: v.nullable(
    v.strictObject({
      ...feeFields,
      on: day,
      paidOn: v.nullable(day),
      waiver: v.pipe(
        v.nullable(v.strictObject({ on: day, reason: v.string(), by: person })),
        v.description("The head of the unit has waived or cancelled it"),
      ),
    }),
  ),
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
};
