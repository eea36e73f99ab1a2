/**
 * CSV (RFC 4180) as rows of fields. Records are told apart by their quotes before they are parsed, so that one stray
 * quote costs its own row and not the rest of the file.
 */
import { parse } from "csv-parse/sync";
import type { FileLine } from "./sheet.bytes.ts";
import { MOST_LINE_CHARACTERS } from "./sheet.bytes.ts";
import { type ColumnsOf, fieldsUnder, type RowProblem, type SheetRow, UnusableFile } from "./sheet.ts";

/** A cell may hold lines of its own, but not as many as this: then a quote was forgotten. */
const MOST_LINES = 500;
const delimiters = [",", "\t", ";"] as const;

/** The rows behind the header. Row 1 is the first of the file, as in a spreadsheet. Throws UnusableFile without one. */
export async function* csvRows(
  lines: AsyncIterable<FileLine>,
  columnsOf: ColumnsOf,
): AsyncGenerator<SheetRow> {
  let columns: readonly string[] | undefined;
  let delimiter = ",";
  let row = 0;
  const read: ReadCells = (text, isLast) => {
    if (columns === undefined) delimiter = delimiterOf(text);
    return cellsOf({ text, isLast }, delimiter, columns?.length);
  };
  for await (const record of recordsOf(lines, read)) {
    row += 1;
    if (columns === undefined) columns = columnsOf("cells" in record ? record.cells : []);
    else if ("reason" in record) yield { row, problem: record.reason };
    else if (record.cells.some((cell) => cell.trim() !== ""))
      yield { row, fields: fieldsUnder(record.cells, columns) };
  }
  if (columns === undefined) throw new UnusableFile(row === 0 ? "empty" : "header");
}

function parsed(text: string, delimiter: string): readonly string[] | undefined {
  try {
    const [record] = parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: "\n",
    }) as string[][];
    return record ?? [];
  } catch {
    return undefined;
  }
}

function cellsOf(
  { text, isLast }: { readonly text: string; readonly isLast: boolean },
  delimiter: string,
  most: number | undefined,
): readonly string[] | RowProblem {
  const cells = parsed(text, delimiter);
  if (cells === undefined) return "quotes";
  if (most === undefined) return cells;
  // A file that ends in the middle of a row was cut off on its way.
  if (isLast && cells.length < most) return "truncated";
  return cells.findLastIndex((cell) => cell !== "") + 1 > most ? "columns" : cells;
}

/** A header is written with the delimiter that gives it the most columns; the rows keep to it. */
function delimiterOf(text: string): string {
  const columns = (delimiter: string): number => parsed(text, delimiter)?.length ?? 0;
  return delimiters.reduce((one, other) => (columns(other) > columns(one) ? other : one));
}

type CsvRecord = { readonly cells: readonly string[] } | { readonly reason: RowProblem };
type ReadCells = (text: string, isLast: boolean) => readonly string[] | RowProblem;

interface Pending {
  readonly line: FileLine;
  readonly quotes: number;
}

/** Joins lines while a quote is open. Where that leads nowhere, the first line alone is wrong. */
async function* recordsOf(lines: AsyncIterable<FileLine>, read: ReadCells): AsyncGenerator<CsvRecord> {
  let pending: readonly Pending[] = [];
  for await (const line of lines) {
    pending = [...pending, { line, quotes: line.text.split('"').length - 1 }];
    const { records, rest } = takeRecords(pending, read, false);
    yield* records;
    pending = rest;
  }
  yield* takeRecords(pending, read, true).records;
}

interface Taken {
  readonly records: readonly CsvRecord[];
  readonly rest: readonly Pending[];
}

function takeRecords(pending: readonly Pending[], read: ReadCells, isEnd: boolean): Taken {
  const records: CsvRecord[] = [];
  let rest = pending;
  while (rest.length > 0) {
    const count = lengthOf(rest);
    if (count === undefined && !isEnd && rest.length < MOST_LINES) break;
    const found = count === undefined ? "quotes" : readLines(rest.slice(0, count), read);
    records.push(typeof found === "string" ? { reason: found } : { cells: found });
    // A record over several lines that cannot be read may have swallowed good ones: they are looked at again.
    rest = rest.slice(typeof found === "string" ? 1 : count);
  }
  return { records, rest };
}

function readLines(lines: readonly Pending[], read: ReadCells): readonly string[] | RowProblem {
  const text = lines.map(({ line }) => line.text).join("\n");
  return lines[0]?.line.tooLong || text.length > MOST_LINE_CHARACTERS
    ? "too_large"
    : read(text, lines.at(-1)?.line.isLast === true);
}

/** How many lines the first record takes: until its quotes are paired. */
function lengthOf(pending: readonly Pending[]): number | undefined {
  let quotes = 0;
  for (const [place, each] of pending.entries()) {
    quotes += each.quotes;
    if (quotes % 2 === 0) return place + 1;
  }
  return undefined;
}
