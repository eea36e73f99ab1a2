/**
 * Words of the import: what came of each row of a file, and why. Nothing is changed in silence: a repair names the
 * row, the field as the file calls it and the reason, and never the text itself.
 */
import type { Finding } from "./guide.lint.ts";
import { lint } from "./guide.lint.ts";
import { type Guide, itemCodeOf } from "./guide.ts";

export const repairReasons = [
  /** From cleaning: entities decoded, tags out, unseen characters out, list lines found again, white space, "无". */
  "entities",
  "tags",
  "control",
  "lines",
  "whitespace",
  "placeholder",
  /** What the source calls "no counter"; a label in front of an address. */
  "no_counter",
  "label_removed",
  "end_mark_removed",
  /** Several addresses in one text became a list; the same entry twice became one. */
  "split",
  "repeated",
  "phone_text_left_out",
  "phone_missing",
  "limit_unreadable",
  "limit_without_unit",
  "limit_unit_by_code",
  "number_unreadable",
  "flag_unreadable",
  "code_unknown",
  "day_unreadable",
  "link_unreadable",
  "booking_without_address",
  "entry_unreadable",
  /** Two fields of a row say different things; the reason stands at the one that was not followed. */
  "contradiction",
] as const;
export type RepairReason = (typeof repairReasons)[number];

export const rejectReasons = [
  "not_json",
  "truncated",
  "not_an_object",
  "html_page",
  "too_large",
  "encoding",
  "quotes",
  "columns",
  "markup_too_deep",
  "item_code_missing",
  "item_code_unreadable",
  "name_missing",
  "department_missing",
  "kind_missing",
  "shape",
  /** The item was in an earlier row of the same file: that one stands, because a second import must change nothing. */
  "duplicate",
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export interface Repair {
  readonly field: string;
  readonly reason: RepairReason;
}

export interface Reject {
  readonly reason: RejectReason;
  /** Fields for `shape`, the earlier row for `duplicate`. */
  readonly field?: string;
  readonly earlierRow?: number;
}

export interface AcceptedRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly guide: Guide;
  readonly repairs: readonly Repair[];
  /** What stops it from being published, and what should be looked at. */
  readonly findings: readonly Finding[];
}

export interface RejectedRow {
  readonly row: number;
  /** Where the row got so far. */
  readonly code?: string;
  readonly name?: string;
  readonly reject: Reject;
}

export type ImportedRow = AcceptedRow | RejectedRow;

export const isAccepted = (row: ImportedRow): row is AcceptedRow => "guide" in row;

/** What reading the fields of a row gives. */
export type Read =
  | { readonly guide: Guide; readonly repairs: readonly Repair[]; readonly unread: readonly string[] }
  | { readonly reject: Reject; readonly code?: string; readonly name?: string };

/** An accepted row with what the publish lint says of it. */
export const acceptedRow = (row: number, guide: Guide, repairs: readonly Repair[]): AcceptedRow => ({
  row,
  code: itemCodeOf(guide),
  name: guide.taskName,
  guide,
  repairs,
  findings: lint(guide),
});
