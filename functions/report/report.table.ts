/**
 * Table 三 as numbers, and the identities (勾稽关系) that must hold in it: per column, row 1 + row 2 = row 24 + row 25,
 * and row 24 is the sum of rows 3 to 23; per row, the total is the sum of its columns; and what was carried over from
 * last year is what last year's report said it would carry over. Pure.
 */
import { applicantKinds } from "../disclosure/disclosure.applicant.ts";
import {
  CARRIED_IN,
  CARRIED_OUT,
  CONCLUDED,
  FIRST_OUTCOME,
  RECEIVED,
  type ReportColumn,
  ROWS,
  type RowNumber,
  reportColumns,
} from "./report.row.ts";

/** One row with its total. */
export type RowCells = Readonly<Record<ReportColumn, number>>;
/** 25 rows, the first is row 1. */
export type TableThree = readonly RowCells[];

export const cellAt = (table: TableThree, row: RowNumber, column: ReportColumn): number =>
  table[row - 1]?.[column] ?? 0;

/** Counted so far: how often each row and kind of applicant; what was never counted may be missing. */
export type Counted = (row: RowNumber, column: Exclude<ReportColumn, "total">) => number;

/** The table of what was counted; rows 1, 3 to 23 and 25 of this year, row 25 of the year before. */
export function tableOf(year: Counted, lastYear: Counted): TableThree {
  const own = (row: RowNumber, column: Exclude<ReportColumn, "total">): number => {
    if (row === CARRIED_IN) return lastYear(CARRIED_OUT, column);
    if (row !== CONCLUDED) return year(row, column);
    return outcomeNumbers.reduce((sum, each) => sum + year(each, column), 0);
  };
  return rowNumbers.map((row) => {
    const cells = Object.fromEntries(applicantKinds.map((kind) => [kind, own(row, kind)]));
    const total = Object.values(cells).reduce((sum, each) => sum + each, 0);
    return { ...cells, total } as RowCells;
  });
}

export const rowNumbers: readonly RowNumber[] = Array.from({ length: ROWS }, (_, index) => index + 1);
export const outcomeNumbers: readonly RowNumber[] = rowNumbers.filter(
  (row) => row >= FIRST_OUTCOME && row < CONCLUDED,
);

/** The sum of several tables: a government's report is that of its units. */
export const sumOf = (tables: readonly TableThree[]): TableThree =>
  rowNumbers.map(
    (row) =>
      Object.fromEntries(
        reportColumns.map((column) => [
          column,
          tables.reduce((sum, table) => sum + cellAt(table, row, column), 0),
        ]),
      ) as RowCells,
  );

/** Which identity does not hold, where, and what stands on its two sides. */
export interface Violation {
  readonly identity: "balance" | "sum_of_outcomes" | "sum_of_columns" | "carry_over" | "whole_number";
  readonly row?: RowNumber;
  readonly column?: ReportColumn;
  readonly left: number;
  readonly right: number;
}

/** Every identity that does not hold. `lastYear`: what the year before was published with, where it was. */
export function violationsOf(table: TableThree, lastYear?: TableThree): readonly Violation[] {
  return [
    ...reportColumns.flatMap((column) => columnViolations(table, column, lastYear)),
    ...rowNumbers.flatMap((row) => rowViolations(table, row)),
  ];
}

function columnViolations(table: TableThree, column: ReportColumn, lastYear?: TableThree): Violation[] {
  const at = (row: RowNumber) => cellAt(table, row, column);
  const outcomes = outcomeNumbers.reduce((sum, row) => sum + at(row), 0);
  const carried = lastYear === undefined ? at(CARRIED_IN) : cellAt(lastYear, CARRIED_OUT, column);
  const sides: readonly Violation[] = [
    {
      identity: "balance",
      column,
      left: at(RECEIVED) + at(CARRIED_IN),
      right: at(CONCLUDED) + at(CARRIED_OUT),
    },
    { identity: "sum_of_outcomes", column, left: at(CONCLUDED), right: outcomes },
    { identity: "carry_over", column, left: at(CARRIED_IN), right: carried },
  ];
  return sides.filter(({ left, right }) => left !== right);
}

function rowViolations(table: TableThree, row: RowNumber): Violation[] {
  const columns = reportColumns.filter((column) => column !== "total");
  const sum = columns.reduce((before, column) => before + cellAt(table, row, column), 0);
  const total = cellAt(table, row, "total");
  const odd = reportColumns.filter((column) => !isCount(table[row - 1]?.[column]));
  return [
    ...(sum === total ? [] : [{ identity: "sum_of_columns", row, left: total, right: sum } as const]),
    ...odd.map((column) => {
      const left = table[row - 1]?.[column] ?? Number.NaN;
      return { identity: "whole_number", row, column, left, right: Math.max(0, Math.round(left)) } as const;
    }),
  ];
}

/** An empty cell is 0, never blank; a number of requests is whole and not negative. */
const isCount = (value: number | undefined): boolean => Number.isSafeInteger(value) && (value ?? -1) >= 0;

export interface ChangedCell {
  readonly row: RowNumber;
  readonly column: ReportColumn;
  readonly before: number;
  readonly after: number;
}

/** What differs between two tables, for an amendment. */
export const changedCells = (before: TableThree, after: TableThree): readonly ChangedCell[] =>
  rowNumbers.flatMap((row) =>
    reportColumns
      .map((column) => ({
        row,
        column,
        before: cellAt(before, row, column),
        after: cellAt(after, row, column),
      }))
      .filter((cell) => cell.before !== cell.after),
  );
