/** What is stored of each event of a disclosure request. Days are calendar days in China. */
import * as v from "valibot";
import { fileSchema } from "../attachment/attachment.ts";
import type { By } from "../identity/identity.ts";
import { fileCheckSchema } from "../release/release.ts";
import { channels } from "./disclosure.channel.ts";
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { deliveries } from "./disclosure.delivery.ts";
import { feeSchemes } from "./disclosure.fee.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { markSchema } from "./disclosure.review.ts";

export const person = v.object({ id: v.string(), name: v.string() });

export const submitted = v.object({
  unit: v.string(),
  channel: v.picklist(channels),
  title: v.string(),
  applicantKind: v.string(),
  applicantMasked: v.string(),
  attachments: v.array(fileSchema),
  /** What proves the applicant: the salt of the query code, the keyed hash of the phone's last four digits. */
  access: v.object({ codeSalt: v.string(), phoneHash: v.string() }),
  /** Where notices go: e-mail address and mobile number are sealed, see `noticeContext`. */
  notify: v.object({
    lang: v.picklist(["zh", "en"]),
    email: v.optional(v.string()),
    phone: v.optional(v.string()),
  }),
  /** The day that it came, where it was entered on another. */
  arrivedOn: v.optional(v.string()),
  /** Keyed hash of the identity document: tells whether two requests are of one person, and nothing else of them. */
  asker: v.optional(v.string()),
  /** The case that it was split from. */
  parent: v.optional(v.string()),
});
/**
 * `objection`: what a third party is told whose objection the decision goes over (Art. 32). `earlier`: the case that
 * answered the same applicant the same already (Art. 36(6)).
 */
export const proposal = v.object({
  outcome: v.string(),
  reply: v.string(),
  files: v.array(fileSchema),
  objection: v.optional(v.string()),
  earlier: v.optional(v.string()),
  /** Art. 36(5): whose matter it is, by name and contact, where that can be determined. */
  pointer: v.optional(v.string()),
  /** The items that the proposer has reviewed for secrets, and what the check of the files found. */
  marks: v.optional(v.array(v.string())),
  checks: v.optional(v.array(fileCheckSchema)),
});
/** `respondent`, sealed, says who answered for the other side; `via` is its link or paper. */
const opinion = v.object({
  id: v.string(),
  on: v.string(),
  opinion: v.picklist(opinions),
  reason: v.optional(v.string()),
  respondent: v.optional(v.string()),
  via: v.picklist(["link", "paper"]),
});
/**
 * A request that was answered before there was this system, as its register tells it: how it ended is known, how it went
 * is not. `number` is the one that the register gave it. `counted`: no report of its years was published when it came in.
 */
export const imported = v.object({
  unit: v.string(),
  number: v.string(),
  channel: v.optional(v.picklist(channels)),
  title: v.string(),
  applicantKind: v.string(),
  applicantMasked: v.string(),
  receivedOn: v.string(),
  outcome: v.string(),
  reply: v.string(),
  on: v.string(),
  delivery: v.optional(v.picklist(deliveries)),
  counted: v.boolean(),
  access: submitted.entries.access,
});
const nothing = v.object({});
const onDay = v.object({ on: v.string() });
const withReason = v.object({ reason: v.string() });

const base = {
  n: v.number(),
  at: v.string(),
  by: v.custom<By>((by) => typeof by === "object" && by !== null),
};
const event = <const Kind extends string, Data extends v.GenericSchema>(kind: Kind, data: Data) =>
  v.object({ ...base, kind: v.literal(kind), data });

export const disclosureEventSchema = v.variant("kind", [
  event("submit", submitted),
  event("import", imported),
  event("attach", v.object({ file: fileSchema })),
  event("confirm_receipt", onDay),
  event("assign", v.object({ assignee: person })),
  event("ask_correction", v.object({ what: v.string(), until: v.string() })),
  /** `note`, sealed, is for what would identify or reach the person; see `correctionContext`. */
  event(
    "correct",
    v.object({ on: v.string(), title: v.string(), description: v.string(), note: v.optional(v.string()) }),
  ),
  event("ask_extension", v.object({ workingDays: v.number(), reason: v.string() })),
  event("extend", nothing),
  event("refuse_extension", withReason),
  /** `name`, sealed, says who is asked, `email`, sealed, where; `until` is their last day. See `consultationContext`. */
  event(
    "consult",
    v.object({
      id: v.string(),
      party: v.picklist(consultedParties),
      name: v.string(),
      about: v.string(),
      email: v.optional(v.string()),
      until: v.string(),
    }),
  ),
  event("record_service", v.object({ id: v.string(), on: v.string(), until: v.string() })),
  event("opine", opinion),
  event("lapse_consultation", v.object({ id: v.string(), on: v.string() })),
  event(
    "notify_fee",
    v.object({
      scheme: v.picklist(feeSchemes),
      /** What was typed of the pages; the fee and its basis are computed from it. */
      pages: v.optional(v.number()),
      feeYuan: v.number(),
      basis: v.string(),
      payment: v.string(),
      until: v.string(),
    }),
  ),
  event("record_payment", v.object({ on: v.string(), receipt: v.optional(v.string()) })),
  event("waive_fee", withReason),
  event("ask_reasons", v.object({ why: v.string(), until: v.string() })),
  event("give_reasons", v.object({ on: v.string(), reasons: v.string() })),
  event("delay", v.object({ until: v.string(), reason: v.string() })),
  event("add_scan", v.object({ file: fileSchema })),
  event("transfer", v.object({ unit: v.string(), reason: v.string() })),
  event("split", v.object({ parts: v.array(v.object({ reference: v.string(), title: v.string() })) })),
  event("propose", proposal),
  /** The other person's marks, with what each lets out and why. */
  event("approve", v.object({ marks: v.optional(v.array(markSchema)) })),
  event("return", withReason),
  /** `proof`, sealed: the number of the post, or who has signed. See `proofContext`. */
  event(
    "answer",
    v.object({
      on: v.string(),
      delivery: v.optional(v.picklist(deliveries)),
      proof: v.optional(v.string()),
    }),
  ),
  event("lapse", v.object({ outcome: v.string() })),
  event("archive", nothing),
  event("withdraw", nothing),
]);
export type DisclosureEvent = v.InferOutput<typeof disclosureEventSchema>;
/** What a case begins with: no move of the flow leads to it. */
export type DisclosureBeginning = "submit" | "import";
export type DisclosureEventKind = DisclosureBeginning | DisclosureAction;
export type DataOf<Kind extends DisclosureEvent["kind"]> = Extract<DisclosureEvent, { kind: Kind }>["data"];

/** The context of what is sealed of a consultation. */
export const consultationContext = (
  reference: string,
  id: string,
  field: "name" | "email" | "respondent",
): string => `CASE ${reference} consultation ${id} ${field}`;

/** The context of the sealed proof of an answer's day. */
export const proofContext = (reference: string): string => `CASE ${reference} answer proof`;

/** The context of the sealed note of a correction. */
export const correctionContext = (reference: string): string => `CASE ${reference} correction`;
