/** A table from outside: rows of named fields, or why a row or a whole file is none. No word of any trade. Pure. */

/** Why a row could not be read at all. */
export const rowProblems = ["quotes", "columns", "too_large", "truncated"] as const;
export type RowProblem = (typeof rowProblems)[number];

export type Fields = Readonly<Record<string, unknown>>;

/** Rows count as people see them in an editor or a spreadsheet, from 1. */
export type SheetRow =
  | { readonly row: number; readonly fields: Fields; readonly marks?: readonly CellMark[] }
  | { readonly row: number; readonly problem: RowProblem };

/**
 * What a spreadsheet says of a cell beside its value. `formula`: the value is what was computed last. `cell_error`: it
 * shows an error, such as #REF!, and counts as empty. `digits_lost`: a number longer than a spreadsheet can hold.
 */
export interface CellMark {
  readonly field: string;
  readonly mark: "formula" | "cell_error" | "digits_lost";
}

/** A file that holds no table at all, or none that can be told. */
export const fileProblems = [
  "empty",
  "html_page",
  "excel",
  "compressed",
  "binary",
  "encoding",
  "json_array",
  "header",
  "no_rows",
] as const;
export type FileProblem = (typeof fileProblems)[number];

export class UnusableFile extends Error {
  override readonly name = "UnusableFile";
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * The field that each column means, once the cells are those of a header; undefined while they are not, such as for a
 * title above it. Throws UnusableFile when there will be none.
 */
export type ColumnsOf = (cells: readonly string[]) => readonly string[] | undefined;

/** A cell that a spreadsheet would run as a formula is written with an apostrophe, and read without it. */
export const escapeFormula = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
export const unescapeFormula = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** The cells of a row under the names of their columns; what has no name or nothing in it is left out. */
export function fieldsUnder(cells: readonly string[], columns: readonly string[]): Record<string, string> {
  // Without a prototype a field may be called `constructor`, and is then what was written and nothing else.
  const row: Record<string, string> = Object.create(null);
  for (const [place, cell] of cells.entries()) {
    const name = columns[place] ?? "";
    if (name === "" || cell === "") continue;
    const value = unescapeFormula(cell);
    // Two columns with one heading are two lines of one field.
    row[name] = row[name] === undefined ? value : `${row[name]}\n${value}`;
  }
  return row;
}
