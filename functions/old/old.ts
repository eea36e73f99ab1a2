/**
 * Requests that were answered before there was this system, as a register tells them: what a row of a file must say to
 * become a case, and every reason why one is changed or refused. Nothing is changed in silence. Pure.
 */
import type { Day } from "../calendar/calendar.ts";
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import type { Channel } from "../disclosure/disclosure.channel.ts";
import type { Delivery } from "../disclosure/disclosure.delivery.ts";
import type { IdentityKind } from "../disclosure/disclosure.identity.ts";
import type { OutcomeCode } from "../disclosure/disclosure.outcome.ts";
import { rowProblems } from "../sheet/sheet.ts";
import type { Heading } from "./old.heading.ts";

export interface OldRequest {
  /** The number that the register gave it; with the unit it says which request it is. */
  readonly number: string;
  readonly applicantKind: ApplicantKind;
  readonly name: string;
  readonly contactName?: string;
  readonly identityKind?: IdentityKind;
  readonly identityNumber?: string;
  readonly title: string;
  readonly documentNumber?: string;
  readonly description: string;
  readonly channel?: Channel;
  readonly receivedOn: Day;
  readonly outcome: OutcomeCode;
  readonly answeredOn: Day;
  readonly delivery?: Delivery;
  /** What the register says of the answer. */
  readonly reply: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly postcode?: string;
}

export const repairReasons = [
  /** From cleaning. */
  "entities",
  "tags",
  "control",
  "lines",
  "whitespace",
  "placeholder",
  /** From a spreadsheet. */
  "formula",
  "cell_error",
  "digits_lost",
  "day_from_serial",
  "day_rewritten",
  "time_left_out",
  "kind_from_name",
  "title_from_description",
  "description_from_title",
  "channel_unknown",
  "delivery_unknown",
  "contact_left_out",
  "identity_left_out",
] as const;
export type RepairReason = (typeof repairReasons)[number];

export const rejectReasons = [
  ...rowProblems,
  "encoding",
  "number_missing",
  "number_unreadable",
  "name_missing",
  "name_unreadable",
  "kind_missing",
  "kind_unknown",
  "title_missing",
  "text_too_long",
  "received_missing",
  "received_unreadable",
  "received_ambiguous",
  "received_too_early",
  "received_future",
  "still_open",
  "outcome_missing",
  "outcome_unknown",
  /** Such as 不予公开 alone: the report has a row for each ground. */
  "outcome_ambiguous",
  "answered_missing",
  "answered_unreadable",
  "answered_ambiguous",
  "answered_future",
  "answered_before_received",
  /** The number was in an earlier row of the same file. */
  "duplicate",
  /** It was imported before, and the file says something else now: events are never changed. */
  "differs",
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export interface Repair {
  readonly field: Heading;
  readonly reason: RepairReason;
}

export interface AcceptedRow {
  readonly row: number;
  readonly old: OldRequest;
  readonly repairs: readonly Repair[];
}

export interface RejectedRow {
  readonly row: number;
  /** Where the row got so far. */
  readonly number?: string;
  readonly reason: RejectReason;
  readonly field?: Heading;
  readonly earlierRow?: number;
}

export type OldRow = AcceptedRow | RejectedRow;

export const isAccepted = (row: OldRow): row is AcceptedRow => "old" in row;

export const numberOf = (row: OldRow): string => (isAccepted(row) ? row.old.number : (row.number ?? ""));

/** What became of a row that was offered. */
export type Taken =
  | { readonly result: "added"; readonly reference: string; readonly counted: boolean }
  | { readonly result: "unchanged" }
  | { readonly result: "rejected"; readonly reason: "differs" };
