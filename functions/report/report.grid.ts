/**
 * The three tables of the report as grids of cells, as spreadsheet and document lay them out. A cell that spans is
 * given once, at its upper left; what it covers is left out. Pure.
 */
import type { FourField, TwoField } from "./report.form.ts";
import { disputes, results, totalOf } from "./report.form.ts";
import type { ReportRow } from "./report.row.ts";
import { columnLabels, reportColumns, reportRows } from "./report.row.ts";
import { cellAt } from "./report.table.ts";
import type { Report } from "./report.ts";
import { disputeWords, resultWords, suits, threeWords, twoBlocks } from "./report.words.ts";

export interface GridCell {
  readonly value: string | number;
  readonly columns?: number;
  readonly rows?: number;
  readonly head?: true;
}
export interface Grid {
  /** How many columns there are. */
  readonly width: number;
  readonly rows: readonly (readonly GridCell[])[];
}

const head = (value: string, span: { columns?: number; rows?: number } = {}): GridCell => ({
  value,
  head: true,
  ...span,
});

const TWO_WIDTH = 4;

/** 二: four blocks below each other, each cell as wide as the block lets it. */
export function gridOfTwo({ two }: Pick<Report, "two">): Grid {
  const spread = (cells: readonly GridCell[]): readonly GridCell[] => {
    const [first, ...others] = cells;
    const columns = (TWO_WIDTH - 1) / others.length;
    return first === undefined ? [] : [first, ...others.map((each) => ({ ...each, columns }))];
  };
  const rows = twoBlocks.flatMap((block) => [
    [head(block.title.zh, { columns: TWO_WIDTH })],
    spread(block.columns.map(({ zh }) => head(zh))),
    ...block.rows.map((row) =>
      spread([head(row.label.zh), ...row.fields.map((field) => number(two, field))]),
    ),
  ]);
  return { width: TWO_WIDTH, rows };
}

const number = (two: Report["two"], field: TwoField): GridCell => ({ value: two[field] });

/** Columns of labels before the numbers. */
const LABELS = 3;

/** 三: three rows of heads, then the 25 rows. */
export function gridOfThree({ three }: Pick<Report, "three">): Grid {
  const [person = "", ...rest] = reportColumns.map((column) => columnLabels[column].zh);
  const total = rest.pop() ?? "";
  const heads = [
    [
      { value: threeWords.identity.zh, columns: LABELS, rows: 3 },
      head(threeWords.applicants.zh, { columns: reportColumns.length }),
    ],
    [
      head(person, { rows: 2 }),
      head(threeWords.organisations.zh, { columns: rest.length }),
      head(total, { rows: 2 }),
    ],
    rest.map((label) => head(label)),
  ];
  const body = reportRows.map((row) => [
    ...labelsOf(row),
    ...reportColumns.map((column) => ({ value: cellAt(three, row.number, column) })),
  ]);
  return { width: LABELS + reportColumns.length, rows: [...heads, ...body] };
}

function labelsOf(row: ReportRow): readonly GridCell[] {
  const results = reportRows.filter(({ block, code }) => block !== undefined || code === "concluded");
  const block = reportRows.filter((each) => row.block !== undefined && each.block === row.block);
  const isAlone = block.length < 2;
  return [
    ...(results[0] === row ? [head(threeWords.handled.zh, { rows: results.length })] : []),
    ...(!isAlone && block[0] === row ? [head(row.block?.label.zh ?? "", { rows: block.length })] : []),
    head(row.label.zh, isAlone ? { columns: results.includes(row) ? 2 : LABELS } : {}),
  ];
}

/** 四: three levels of heads over one row of 15 numbers. */
export function gridOfFour({ four }: Pick<Report, "four">): Grid {
  const [review, ...others] = disputes;
  const each = [...results, "total"] as const;
  return {
    width: disputes.length * each.length,
    rows: [
      [
        head(disputeWords[review].zh, { columns: each.length, rows: 2 }),
        head(suits.zh, { columns: each.length * others.length }),
      ],
      others.map((dispute) => head(disputeWords[dispute].zh, { columns: each.length })),
      disputes.flatMap(() => each.map((result) => head(resultWords[result].zh))),
      disputes.flatMap((dispute) =>
        each.map((result) => ({
          value:
            result === "total" ? totalOf(four, dispute) : four[`${dispute}.${result}` satisfies FourField],
        })),
      ),
    ],
  };
}
