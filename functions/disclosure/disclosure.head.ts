/** The head of a disclosure request as it is stored: what its events come to. */
import * as v from "valibot";
import { fileSchema } from "../attachment/attachment.ts";
import { channels } from "./disclosure.channel.ts";
import { dueOrigins } from "./disclosure.clock.ts";
import { consultedParties, opinions } from "./disclosure.consult.ts";
import { deliveries } from "./disclosure.delivery.ts";
import { person, proposal, submitted } from "./disclosure.event.ts";
import { feeSchemes } from "./disclosure.fee.ts";
import { disclosureStates } from "./disclosure.flow.ts";

const day = v.string();
const consultation = v.object({
  id: v.string(),
  party: v.picklist(consultedParties),
  sentOn: day,
  receivedOn: v.optional(day),
  returnedOn: v.optional(day),
});
/** The facts of the clock as they are stored, see `ClockFacts`. */
const clock = v.object({
  submittedOn: day,
  confirmedOn: v.optional(day),
  restarted: v.optional(v.object({ on: day, reason: v.picklist(["correction", "payment", "waiver"]) })),
  correction: v.optional(v.object({ askedOn: day, by: day })),
  extension: v.optional(v.object({ grantedOn: day, workingDays: v.number() })),
  consultations: v.optional(v.pipe(v.array(consultation), v.readonly())),
  delayedTo: v.optional(day),
  endedOn: v.optional(day),
});

/** What stands beside the main way of a case; each is there only when it has happened. */
const asides = {
  /** An extension that its handler asks for, until the head of the unit has decided. */
  extensionAsk: v.optional(v.object({ workingDays: v.number(), reason: v.string(), by: person })),
  /** The extension of the current period: why, and who consented. */
  extension: v.optional(v.object({ workingDays: v.number(), reason: v.string(), by: person, on: day })),
  /** The one notice to correct: what, by when, and when it was done. */
  correction: v.optional(
    v.object({
      what: v.string(),
      until: day,
      on: day,
      madeOn: v.optional(day),
      note: v.optional(v.string()),
    }),
  ),
  /** Who was asked, in the order in which they were; what the clock counts of it stands in `clock`. */
  consultations: v.optional(
    v.array(
      v.object({
        id: v.string(),
        party: v.picklist(consultedParties),
        name: v.string(),
        about: v.string(),
        email: v.optional(v.string()),
        sentOn: day,
        until: day,
        receivedOn: v.optional(day),
        answer: v.optional(
          v.object({
            opinion: v.picklist(opinions),
            reason: v.optional(v.string()),
            respondent: v.optional(v.string()),
            via: v.picklist(["link", "paper"]),
            on: day,
          }),
        ),
        /** Nothing came; its last day. */
        silentOn: v.optional(day),
      }),
    ),
  ),
  /** The fee that the applicant was told, and when it was paid. */
  fee: v.optional(
    v.object({
      scheme: v.picklist(feeSchemes),
      feeYuan: v.number(),
      basis: v.string(),
      payment: v.string(),
      on: day,
      until: day,
      paidOn: v.optional(day),
      waiver: v.optional(v.object({ on: day, reason: v.string(), by: person })),
    }),
  ),
  /** Art. 35: why the applicant was asked for reasons, and what they are. */
  excess: v.optional(
    v.object({
      why: v.string(),
      on: day,
      until: day,
      reasons: v.optional(v.string()),
      givenOn: v.optional(day),
    }),
  ),
  delay: v.optional(v.object({ until: day, reason: v.string(), by: person })),
  /** The description as it was corrected; the application itself is never changed. */
  description: v.optional(v.string()),
};

export const disclosureHeadSchema = v.object({
  schema: v.literal(1),
  reference: v.string(),
  flow: v.object({ id: v.string(), version: v.number() }),
  version: v.number(),
  state: v.picklist(disclosureStates),
  lastCommand: v.optional(v.string()),
  chain: v.optional(v.string()),
  unit: v.string(),
  /** How it came; from before this was kept, over the internet. */
  channel: v.optional(v.picklist(channels), "internet"),
  /** The case that it was split from, or those into which it was (一事一申请). */
  parent: v.optional(v.string()),
  parts: v.optional(v.array(v.object({ reference: v.string(), title: v.string() }))),
  title: v.string(),
  applicantKind: v.string(),
  applicantMasked: v.string(),
  attachments: v.array(fileSchema),
  access: submitted.entries.access,
  notify: submitted.entries.notify,
  asker: v.optional(v.string()),
  submittedAt: v.string(),
  assignee: v.optional(person),
  clock,
  due: v.object({
    on: day,
    from: v.picklist(dueOrigins),
    startedOn: day,
    limitWorkingDays: v.number(),
    provisional: v.boolean(),
  }),
  ...asides,
  /** What waits for its review; the applicant sees it only once it is the answer. */
  proposal: v.optional(v.object({ ...proposal.entries, by: person })),
  returnedReason: v.optional(v.string()),
  answer: v.optional(
    v.object({
      ...proposal.entries,
      on: day,
      delivery: v.optional(v.picklist(deliveries)),
      proof: v.optional(v.string()),
    }),
  ),
  /** Of a request from before this system: the number of its register, and whether it counts in reports. */
  imported: v.optional(v.object({ number: v.string(), counted: v.boolean() })),
  /** The events that the applicant may see, in order. */
  timeline: v.array(v.object({ n: v.number(), kind: v.string(), at: v.string() })),
});
export type DisclosureHead = v.InferOutput<typeof disclosureHeadSchema>;
export type HeadConsultation = NonNullable<DisclosureHead["consultations"]>[number];
