/** What is said of the rows of a register, one line for each reason, and the sums of all of them. Pure. */
import type { Heading } from "./old.heading.ts";
import {
  isAccepted,
  numberOf,
  type OldRow,
  type RejectReason,
  type RepairReason,
  type Taken,
} from "./old.ts";

export const reportResults = ["rejected", "repaired"] as const;
export type ReportResult = (typeof reportResults)[number];

export interface ReportLine {
  readonly row: number;
  readonly number: string;
  readonly result: ReportResult;
  readonly reason: RepairReason | RejectReason;
  readonly fields: readonly Heading[];
  /** Of a `duplicate`. */
  readonly earlierRow?: number;
}

/** The lines of one row, nothing where nothing is to be said. Names of people are in none of them. */
export function reportOf(row: OldRow, taken?: Taken): readonly ReportLine[] {
  const about = { row: row.row, number: numberOf(row) };
  if (!isAccepted(row)) {
    const { reason, field, earlierRow } = row;
    const fields = field === undefined ? [] : [field];
    const earlier = earlierRow === undefined ? {} : { earlierRow };
    return [{ ...about, result: "rejected", reason, fields, ...earlier }];
  }
  if (taken?.result === "rejected")
    return [{ ...about, result: "rejected", reason: taken.reason, fields: [] }];
  return [...Map.groupBy(row.repairs, ({ reason }) => reason)].map(([reason, all]) => ({
    ...about,
    result: "repaired",
    reason,
    fields: all.map(({ field }) => field),
  }));
}

export interface Tally {
  rows: number;
  accepted: number;
  rejected: number;
  repairedRows: number;
  added: number;
  unchanged: number;
  /** Of what was added: in a year whose report was published without it. */
  uncounted: number;
  readonly rejects: Partial<Record<RejectReason, number>>;
  readonly repairs: Partial<Record<RepairReason, number>>;
}

export const newTally = (): Tally => ({
  rows: 0,
  accepted: 0,
  rejected: 0,
  repairedRows: 0,
  added: 0,
  unchanged: 0,
  uncounted: 0,
  rejects: {},
  repairs: {},
});

const count = <Name extends string>(counts: Partial<Record<Name, number>>, name: Name): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Adds a row to the sums. Every row is accepted or rejected, never both and never neither. */
export function addToTally(tally: Tally, row: OldRow, taken?: Taken): void {
  tally.rows += 1;
  const reason = isAccepted(row) ? (taken?.result === "rejected" ? taken.reason : undefined) : row.reason;
  if (reason !== undefined || !isAccepted(row)) {
    tally.rejected += 1;
    if (reason !== undefined) count(tally.rejects, reason);
    return;
  }
  tally.accepted += 1;
  if (row.repairs.length > 0) tally.repairedRows += 1;
  for (const each of row.repairs) count(tally.repairs, each.reason);
  if (taken?.result === "unchanged") tally.unchanged += 1;
  if (taken?.result !== "added") return;
  tally.added += 1;
  if (!taken.counted) tally.uncounted += 1;
}
