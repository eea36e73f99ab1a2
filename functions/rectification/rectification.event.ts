/** What is stored of a correction of records: its events, and its head. */
import * as v from "valibot";
import { fileSchema } from "../attachment/attachment.ts";
import { channels } from "../disclosure/disclosure.channel.ts";
import { person } from "../disclosure/disclosure.event.ts";
import type { By } from "../identity/identity.ts";
import { rectificationOutcomes, rectificationStates } from "./rectification.flow.ts";

/** `access`, `notify`: as those of a disclosure request. `title`: what the record is called. */
const submitted = v.object({
  unit: v.string(),
  channel: v.picklist(channels),
  title: v.string(),
  applicantKind: v.string(),
  applicantMasked: v.string(),
  attachments: v.array(fileSchema),
  access: v.object({ codeSalt: v.string(), phoneHash: v.string() }),
  notify: v.object({
    lang: v.picklist(["zh", "en"]),
    email: v.optional(v.string()),
    phone: v.optional(v.string()),
  }),
  arrivedOn: v.optional(v.string()),
  /** The unit's own period on that day; no law gives one. */
  workingDays: v.number(),
});
/** `organ`: who is competent, by name and contact, where it is sent on or pointed to. */
const proposal = v.object({
  outcome: v.picklist(rectificationOutcomes),
  reply: v.string(),
  organ: v.optional(v.string()),
});
const nothing = v.object({});

const base = {
  n: v.number(),
  at: v.string(),
  by: v.custom<By>((by) => typeof by === "object" && by !== null),
};
const event = <const Kind extends string, Data extends v.GenericSchema>(kind: Kind, data: Data) =>
  v.object({ ...base, kind: v.literal(kind), data });

export const rectificationEventSchema = v.variant("kind", [
  event("submit", submitted),
  event("attach", v.object({ file: fileSchema })),
  event("add_scan", v.object({ file: fileSchema })),
  event("assign", v.object({ assignee: person })),
  event("transfer", v.object({ unit: v.string(), reason: v.string() })),
  event("propose", proposal),
  event("return", v.object({ reason: v.string() })),
  event("approve", nothing),
  event("archive", nothing),
  event("withdraw", nothing),
]);
export type RectificationEvent = v.InferOutput<typeof rectificationEventSchema>;
export type RectificationData<Kind extends RectificationEvent["kind"]> = Extract<
  RectificationEvent,
  { kind: Kind }
>["data"];

export const rectificationHeadSchema = v.object({
  schema: v.literal(1),
  reference: v.string(),
  flow: v.object({ id: v.literal("rectification"), version: v.number() }),
  version: v.number(),
  state: v.picklist(rectificationStates),
  lastCommand: v.optional(v.string()),
  chain: v.optional(v.string()),
  ...v.omit(submitted, ["arrivedOn", "workingDays"]).entries,
  submittedAt: v.string(),
  assignee: v.optional(person),
  due: v.object({
    on: v.string(),
    startedOn: v.string(),
    workingDays: v.number(),
    provisional: v.boolean(),
  }),
  proposal: v.optional(v.object({ ...proposal.entries, by: person })),
  returnedReason: v.optional(v.string()),
  answer: v.optional(v.object({ ...proposal.entries, on: v.string() })),
  endedOn: v.optional(v.string()),
  /** The events that the applicant may see, in order. */
  timeline: v.array(v.object({ n: v.number(), kind: v.string(), at: v.string() })),
});
export type RectificationHead = v.InferOutput<typeof rectificationHeadSchema>;
