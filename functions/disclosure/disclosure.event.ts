/** What is stored of a disclosure request: the shape of its events and of its head. */
import * as v from "valibot";
import { fileSchema } from "../attachment/attachment.ts";
import type { By } from "../identity/identity.ts";
import { dueOrigins } from "./disclosure.clock.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { disclosureStates } from "./disclosure.flow.ts";

const person = v.object({ id: v.string(), name: v.string() });

const submitted = v.object({
  unit: v.string(),
  channel: v.picklist(["internet"]),
  title: v.string(),
  applicantKind: v.string(),
  applicantMasked: v.string(),
  attachments: v.array(fileSchema),
  /** What proves the applicant: the salt of the query code, the keyed hash of the phone's last four digits. */
  access: v.object({ codeSalt: v.string(), phoneHash: v.string() }),
  /** Where notices go: the e-mail address is sealed, see `noticeContext`. */
  notify: v.object({ lang: v.picklist(["zh", "en"]), email: v.optional(v.string()) }),
});
const proposal = v.object({ outcome: v.string(), reply: v.string(), files: v.array(fileSchema) });
const nothing = v.object({});

const base = {
  n: v.number(),
  at: v.string(),
  by: v.custom<By>((by) => typeof by === "object" && by !== null),
};
const event = <const Kind extends string, Data extends v.GenericSchema>(kind: Kind, data: Data) =>
  v.object({ ...base, kind: v.literal(kind), data });

export const disclosureEventSchema = v.variant("kind", [
  event("submit", submitted),
  event("attach", v.object({ file: fileSchema })),
  event("confirm_receipt", v.object({ on: v.string() })),
  event("assign", v.object({ assignee: person })),
  event("propose", proposal),
  event("approve", nothing),
  event("return", v.object({ reason: v.string() })),
  event("answer", v.object({ on: v.string() })),
  event("archive", nothing),
  event("withdraw", nothing),
]);
export type DisclosureEvent = v.InferOutput<typeof disclosureEventSchema>;
export type DisclosureEventKind = "submit" | DisclosureAction;

const day = v.string();
const consultation = v.object({
  id: v.string(),
  party: v.picklist(["third_party", "co_author"]),
  sentOn: day,
  receivedOn: v.optional(day),
  returnedOn: v.optional(day),
});
/** The facts of the clock as they are stored, see `ClockFacts`. */
const clock = v.object({
  submittedOn: day,
  confirmedOn: v.optional(day),
  restarted: v.optional(v.object({ on: day, reason: v.picklist(["correction", "payment"]) })),
  correction: v.optional(v.object({ askedOn: day, by: day })),
  extension: v.optional(v.object({ grantedOn: day, workingDays: v.number() })),
  consultations: v.optional(v.pipe(v.array(consultation), v.readonly())),
  delayedTo: v.optional(day),
  endedOn: v.optional(day),
});
export const disclosureHeadSchema = v.object({
  schema: v.literal(1),
  reference: v.string(),
  flow: v.object({ id: v.string(), version: v.number() }),
  version: v.number(),
  state: v.picklist(disclosureStates),
  lastCommand: v.optional(v.string()),
  chain: v.optional(v.string()),
  unit: v.string(),
  title: v.string(),
  applicantKind: v.string(),
  applicantMasked: v.string(),
  attachments: v.array(fileSchema),
  access: submitted.entries.access,
  notify: submitted.entries.notify,
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
  /** What waits for its review; the applicant sees it only once it is the answer. */
  proposal: v.optional(v.object({ ...proposal.entries, by: person })),
  returnedReason: v.optional(v.string()),
  answer: v.optional(v.object({ ...proposal.entries, on: day })),
  /** The events that the applicant may see, in order. */
  timeline: v.array(v.object({ n: v.number(), kind: v.string(), at: v.string() })),
});
export type DisclosureHead = v.InferOutput<typeof disclosureHeadSchema>;
