/** "This guide is wrong": what a citizen may say, and what is kept of it until the owner has answered. */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import type { GuidePerson } from "./guide.record.ts";

export const reportKinds = [
  "address",
  "phone",
  "materials",
  "limits",
  "conditions",
  "link",
  "other",
] as const;
export type ReportKind = (typeof reportKinds)[number];

export const MOST_REPORT_CHARACTERS = 500;
const MOST_CONTACT_CHARACTERS = 100;

/** The form that a citizen sends. Nobody is asked for a name; a contact is the citizen's own wish to be called back. */
export const guideReportForm = v.object({
  kind: v.picklist(reportKinds, "kind.required"),
  text: v.pipe(
    v.string("text.required"),
    v.trim(),
    v.minLength(1, "text.required"),
    v.maxLength(MOST_REPORT_CHARACTERS, "text.too_long"),
  ),
  contact: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(MOST_CONTACT_CHARACTERS, "contact.too_long"))),
});
export type GuideReport = v.InferOutput<typeof guideReportForm>;

/** What came of a report. */
export const reportOutcomes = ["corrected", "was_right"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** How the office ends a report. The note is for colleagues who wonder later. */
export const reportAnswerForm = v.object({
  outcome: v.picklist(reportOutcomes, "outcome.required"),
  note: v.pipe(v.string(), v.trim(), v.maxLength(MOST_REPORT_CHARACTERS, "note.too_long")),
});
export type ReportAnswer = v.InferOutput<typeof reportAnswerForm>;

/** As it is kept: what a person wrote is sealed, and their contact is forgotten when the report is answered. */
export interface StoredReport {
  readonly schema: 1;
  readonly id: string;
  readonly guideId: string;
  readonly guideName: string;
  /** The version that the citizen had read. */
  readonly version: number;
  readonly unit: string;
  readonly kind: ReportKind;
  readonly textSealed: string;
  readonly contactSealed?: string;
  readonly at: Instant;
  readonly answered?: { readonly at: Instant; readonly by: GuidePerson } & ReportAnswer;
}

/** As the office reads it. */
export interface OpenReport extends Omit<StoredReport, "textSealed" | "contactSealed"> {
  readonly text: string;
  /** Only for whoever may answer it. */
  readonly contact?: string;
}

export const reportStates = ["open", "answered"] as const;
export type ReportState = (typeof reportStates)[number];

/** So many from one address in an hour, and on one guide in a day; beyond that it is no citizen. */
export const reportLimits = { address: 10, guide: 200 } as const;
