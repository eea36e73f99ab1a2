/** What is said of the rows of a file, one line for each reason, and the sums of all of them. */
import {
  type AcceptedRow,
  type ImportedRow,
  isAccepted,
  type RejectReason,
  type RepairReason,
} from "./guide.import.ts";
import type { LintCode } from "./guide.lint.ts";

/** `incomplete`: taken in, but as a draft, because something is missing before it may be published. */
export const reportResults = ["rejected", "repaired", "incomplete"] as const;
export type ReportResult = (typeof reportResults)[number];

export interface ReportLine {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly result: ReportResult;
  /** A reason of this product's own list; for what the service refuses, its code. */
  readonly reason: RepairReason | RejectReason | LintCode | string;
  readonly fields: readonly string[];
}

/** What became of a row that was offered to the guides. */
export type Taken =
  | { readonly result: "unchanged" }
  | { readonly result: "added" | "changed"; readonly state: "published" | "waiting" | "draft" }
  | { readonly result: "rejected"; readonly reason: string; readonly field?: string };

/** The lines of one row, nothing where nothing is to be said. */
export function reportOf(row: ImportedRow, taken?: Taken): readonly ReportLine[] {
  const about = { row: row.row, code: row.code ?? "", name: row.name ?? "" };
  if (!isAccepted(row)) {
    const { reason, field, earlierRow } = row.reject;
    const fields = [field, earlierRow === undefined ? undefined : String(earlierRow)];
    return [{ ...about, result: "rejected", reason, fields: fields.filter((each) => each !== undefined) }];
  }
  if (taken?.result === "rejected")
    return [
      {
        ...about,
        result: "rejected",
        reason: taken.reason,
        fields: taken.field === undefined ? [] : [taken.field],
      },
    ];
  const grouped = (result: ReportResult, pairs: readonly (readonly [string, string])[]): ReportLine[] =>
    [...Map.groupBy(pairs, ([reason]) => reason)].map(([reason, all]) => ({
      ...about,
      result,
      reason,
      fields: all.map(([, field]) => field),
    }));
  return [
    ...grouped(
      "repaired",
      row.repairs.map(({ reason, field }) => [reason, field] as const),
    ),
    ...(taken?.result === "unchanged" ? [] : grouped("incomplete", missing(row))),
  ];
}

const missing = ({ findings }: AcceptedRow): readonly (readonly [string, string])[] =>
  findings.flatMap(({ severity, code, field }) => (severity === "error" ? [[code, field] as const] : []));

export interface Tally {
  rows: number;
  accepted: number;
  rejected: number;
  repairedRows: number;
  /** Rows that may be published as they are. */
  complete: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Of what was added and changed. */
  published: number;
  drafts: number;
  readonly rejects: Record<string, number>;
  readonly repairs: Record<string, number>;
  /** `field code` of what is missing, with the number of rows. */
  readonly missing: Record<string, number>;
}

export const newTally = (): Tally => ({
  rows: 0,
  accepted: 0,
  rejected: 0,
  repairedRows: 0,
  complete: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  published: 0,
  drafts: 0,
  rejects: {},
  repairs: {},
  missing: {},
});

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Adds a row to the sums. Every row is accepted or rejected, never both and never neither. */
export function addToTally(tally: Tally, row: ImportedRow, taken?: Taken): void {
  tally.rows += 1;
  if (!isAccepted(row) || taken?.result === "rejected") {
    tally.rejected += 1;
    count(
      tally.rejects,
      isAccepted(row) ? (taken?.result === "rejected" ? taken.reason : "") : row.reject.reason,
    );
    return;
  }
  tally.accepted += 1;
  if (row.repairs.length > 0) tally.repairedRows += 1;
  for (const { reason } of row.repairs) count(tally.repairs, reason);
  const lacking = new Set(missing(row).map(([code, field]) => `${field.replace(/\.\d+/g, "")} ${code}`));
  for (const each of lacking) count(tally.missing, each);
  if (lacking.size === 0) tally.complete += 1;
  if (taken === undefined) return;
  tally[taken.result] += 1;
  if (taken.result !== "unchanged") tally[taken.state === "draft" ? "drafts" : "published"] += 1;
}
