/** What is stored of each event of a disclosure request. Days are calendar days in China. */
import * as v from "valibot";
import { fileSchema } from "../attachment/attachment.ts";
import type { By } from "../identity/identity.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";

export const person = v.object({ id: v.string(), name: v.string() });

export const submitted = v.object({
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
export const proposal = v.object({ outcome: v.string(), reply: v.string(), files: v.array(fileSchema) });
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
  event("propose", proposal),
  event("approve", nothing),
  event("return", withReason),
  event("answer", onDay),
  event("lapse", v.object({ outcome: v.string() })),
  event("archive", nothing),
  event("withdraw", nothing),
]);
export type DisclosureEvent = v.InferOutput<typeof disclosureEventSchema>;
export type DisclosureEventKind = "submit" | DisclosureAction;
export type DataOf<Kind extends DisclosureEvent["kind"]> = Extract<DisclosureEvent, { kind: Kind }>["data"];

/** The context of the sealed note of a correction. */
export const correctionContext = (reference: string): string => `CASE ${reference} correction`;
