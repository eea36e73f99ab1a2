/** A whole file as a stream of rows, each a guide or the reason why it is none, and what can be said of all of them. */
import { type Bytes, type Encoding, type FileFormat, type FileLine, openFile } from "./guide.import.bytes.ts";
import { isErrorPage } from "./guide.import.clean.ts";
import { csvRows } from "./guide.import.csv.ts";
import { readFields } from "./guide.import.read.ts";
import {
  acceptedRow,
  type Fields,
  type FileRow,
  type ImportedRow,
  isAccepted,
  type Reject,
  UnusableFile,
} from "./guide.import.ts";

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
  const rows = imported(format === "csv" ? csvRows(lines) : jsonRows(lines), unread);
  return { format, encoding, rows, unread };
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
