/**
 * The first visible sheet of an XLSX (ECMA-376) as rows of texts, read in one pass over its XML without building a
 * document of it. Nothing in it is run: of a formula the value counts that the spreadsheet computed last. Archives that
 * are damaged, overlap or would unpack to more than they may are refused by their table of contents, before any
 * unpacking, and unpacking stops at what that table says.
 */
import { decodeXML } from "entities";
import { readZip } from "../attachment/attachment.zip.ts";
import { type CellMark, type ColumnsOf, fieldsUnder, type SheetRow, UnusableFile } from "./sheet.ts";
import { type Cell, cellRows, relationTarget, sharedTexts, sheetsOf } from "./sheet.xlsx.part.ts";

/** Of the parts that are read: the sheet, the texts that it shares, and what names them. */
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MOST_COLUMNS = 200;

export interface Workbook {
  readonly rows: Iterable<SheetRow>;
  /** Days count from 1904, as some were made on a Macintosh. */
  readonly from1904: boolean;
}

/** Whether bytes begin as a ZIP archive does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** Throws UnusableFile for what is no workbook, too large, or has no header. */
export async function readWorkbook(bytes: Uint8Array, columnsOf: ColumnsOf): Promise<Workbook> {
  const parts = await partsOf(bytes, ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]);
  const book = parts("xl/workbook.xml");
  const [sheet] = sheetsOf(book);
  const path = sheet && relationTarget(parts("xl/_rels/workbook.xml.rels"), sheet);
  if (path === undefined) throw new UnusableFile("binary");
  const contents = await partsOf(bytes, [path, "xl/sharedStrings.xml"]);
  const shared = sharedTexts(contents("xl/sharedStrings.xml"));
  return {
    from1904: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book),
    rows: rowsOf(contents(path), shared, columnsOf),
  };
}

async function partsOf(bytes: Uint8Array, wanted: readonly string[]) {
  const entries = readZip(bytes)?.filter(({ name }) => wanted.includes(name));
  const unpacked = (entries ?? []).reduce((sum, { uncompressedBytes }) => sum + uncompressedBytes, 0);
  if (entries === undefined || entries.length === 0 || unpacked > MOST_UNPACKED_BYTES)
    throw new UnusableFile("binary");
  const { unzipSync } = await import("fflate");
  const decoder = new TextDecoder("utf-8");
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => wanted.includes(name) });
    return (name: string): string => decoder.decode(parts[name]);
  } catch {
    throw new UnusableFile("binary");
  }
}

function* rowsOf(xml: string, shared: readonly string[], columnsOf: ColumnsOf): Generator<SheetRow> {
  let columns: readonly string[] | undefined;
  for (const { row, cells } of cellRows(xml, MOST_COLUMNS)) {
    const texts = Array.from(cells, (cell) => (cell === undefined ? "" : textOf(cell, shared)));
    if (columns === undefined) columns = columnsOf(texts);
    else if (texts.some((text) => text.trim() !== ""))
      yield { row, fields: fieldsUnder(texts, columns), ...marksOf(cells, columns) };
  }
  if (columns === undefined) throw new UnusableFile("header");
}

/** `_x000D_` stands for a character that XML cannot hold. */
const unescaped = (text: string): string =>
  decodeXML(text).replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

function textOf({ kind, value }: Cell, shared: readonly string[]): string {
  if (kind === "s") return unescaped(shared[Number(value)] ?? "");
  if (kind === "e") return "";
  if (kind === "b") return value === "1" ? "TRUE" : "FALSE";
  return kind === undefined || kind === "n" ? plainNumber(value) : unescaped(value);
}

/** `2.0190012E7` as it is shown; what a number cannot hold exactly stays as it is written. */
function plainNumber(written: string): string {
  const number = Number(written);
  return /e/i.test(written) && Number.isSafeInteger(number) ? String(number) : written.trim();
}

const isLost = ({ kind, value }: Cell): boolean =>
  (kind === undefined || kind === "n") && Number.isInteger(Number(value)) && Math.abs(Number(value)) >= 1e15;

function marksOf(
  cells: readonly (Cell | undefined)[],
  columns: readonly string[],
): { readonly marks?: readonly CellMark[] } {
  const marks = Array.from(cells, (cell, place): readonly CellMark[] => {
    const field = columns[place] ?? "";
    if (cell === undefined || field === "") return [];
    if (cell.kind === "e") return [{ field, mark: "cell_error" }];
    if (isLost(cell)) return [{ field, mark: "digits_lost" }];
    return cell.isFormula ? [{ field, mark: "formula" }] : [];
  }).flat();
  return marks.length === 0 ? {} : { marks };
}
