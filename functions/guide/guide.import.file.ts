/** A whole file as a stream of rows, each a guide or the reason why it is none, and what can be said of all of them. */
import { type Bytes, type Encoding, type FileFormat, type FileLine, openFile } from "../sheet/sheet.bytes.ts";
import { isErrorPage } from "../sheet/sheet.clean.ts";
import { csvRows } from "../sheet/sheet.csv.ts";
import { type Fields, type SheetRow, UnusableFile } from "../sheet/sheet.ts";
import { fieldOfHeader } from "./guide.import.header.ts";
import { camelKey } from "./guide.import.name.ts";
import { readFields } from "./guide.import.read.ts";
import { acceptedRow, type ImportedRow, isAccepted, type Reject } from "./guide.import.ts";

export interface ReadFile {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  /** One after the other, as the file comes in. Ends with UnusableFile when no row was a guide. */
  readonly rows: AsyncIterable<ImportedRow>;
  /** Fields that nothing was made of, with the number of rows that have them; complete when the rows have ended. */
  readonly unread: ReadonlyMap<string, number>;
}

/** Opens a file of guides: JSON lines or CSV, in UTF-8, UTF-16 or GB 18030. Throws UnusableFile. */
export async function readGuides(bytes: Bytes): Promise<ReadFile> {
  const { format, encoding, lines } = await openFile(bytes);
  const unread = new Map<string, number>();
  const rows = imported(format === "csv" ? tableRows(lines) : jsonRows(lines), unread);
  return { format, encoding, rows, unread };
}

/** A row before anybody has looked at its fields. */
type FileRow =
  | { readonly row: number; readonly fields: Fields }
  | { readonly row: number; readonly reject: Reject };

async function* tableRows(lines: AsyncIterable<FileLine>): AsyncGenerator<FileRow> {
  for await (const each of csvRows(lines, columnsOf)) yield rowFrom(each);
}

const rowFrom = (each: SheetRow): FileRow =>
  "problem" in each ? { row: each.row, reject: { reason: each.problem } } : each;

/** The name that each column gives to its field: known headings mean fields, the others stay as they stand. */
function columnsOf(cells: readonly string[]): readonly string[] {
  const columns = cells.map((heading) => fieldOfHeader(heading) ?? heading.trim());
  if (!columns.some((name) => ["taskCode", "taskName"].includes(camelKey(name))))
    throw new UnusableFile("header");
  return columns;
}

async function* imported(
  fileRows: AsyncIterable<FileRow>,
  unread: Map<string, number>,
): AsyncGenerator<ImportedRow> {
  const rowOfCode = new Map<string, number>();
  let accepted = 0;
  for await (const fileRow of fileRows) {
    const result = "reject" in fileRow ? fileRow : readRow(fileRow, unread);
    if (!isAccepted(result)) {
      yield result;
      continue;
    }
    accepted += 1;
    const earlierRow = rowOfCode.get(result.code);
    if (earlierRow === undefined) rowOfCode.set(result.code, result.row);
    const { row, code, name } = result;
    yield earlierRow === undefined
      ? result
      : { row, code, name, reject: { reason: "duplicate", earlierRow } };
  }
  if (accepted === 0) throw new UnusableFile("no_rows");
}

function readRow({ row, fields }: { row: number; fields: Fields }, unread: Map<string, number>): ImportedRow {
  const read = readFields(fields);
  if ("reject" in read) return { row, ...read };
  for (const field of read.unread) unread.set(field, (unread.get(field) ?? 0) + 1);
  return acceptedRow(row, read.guide, read.repairs);
}

async function* jsonRows(lines: AsyncIterable<FileLine>): AsyncGenerator<FileRow> {
  for await (const line of lines) {
    const text = line.number === 1 ? line.text.replace(/^\ufeff/, "") : line.text;
    if (text.trim() !== "" || line.tooLong) yield { row: line.number, ...fieldsOf(line, text) };
  }
}

type JsonFields = { readonly fields: Fields } | { readonly reject: Reject };

function fieldsOf(line: FileLine, text: string): JsonFields {
  if (line.tooLong) return { reject: { reason: "too_large" } };
  if (text.trimStart().startsWith("<") || (!text.includes("{") && isErrorPage(text)))
    return { reject: { reason: "html_page" } };
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { fields: value as Fields } : { reject: { reason: "not_an_object" } };
  } catch {
    if (text.includes("\ufffd")) return { reject: { reason: "encoding" } };
    return { reject: { reason: line.isLast ? "truncated" : "not_json" } };
  }
}
