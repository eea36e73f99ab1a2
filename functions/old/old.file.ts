/** A whole register as a stream of rows, each a request or the reason why it is none. */
import type { Day } from "../calendar/calendar.ts";
import { type Encoding, openFile } from "../sheet/sheet.bytes.ts";
import { csvRows } from "../sheet/sheet.csv.ts";
import { type ColumnsOf, type SheetRow, UnusableFile } from "../sheet/sheet.ts";
import { isArchive, readWorkbook } from "../sheet/sheet.xlsx.ts";
import { columnsIn, MOST_TITLE_ROWS } from "./old.heading.ts";
import { readOldFields } from "./old.read.ts";
import { isAccepted, type OldRow } from "./old.ts";

export const oldFormats = ["xlsx", "csv"] as const;
export type OldFormat = (typeof oldFormats)[number];

export interface ReadRegister {
  readonly format: OldFormat;
  /** Of a CSV; a workbook is always UTF-8. */
  readonly encoding: Encoding;
  readonly rows: AsyncIterable<OldRow>;
  /** Columns that nothing was made of, with the number of rows that have them; complete when the rows have ended. */
  readonly unread: ReadonlyMap<string, number>;
}

interface Table {
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>;
  readonly from1904: boolean;
  readonly format: OldFormat;
  readonly encoding: Encoding;
}

/** Opens a register: XLSX, or CSV in UTF-8, UTF-16 or GB 18030. Throws UnusableFile, also while its rows are read. */
export async function readRegister(bytes: Uint8Array, today: Day): Promise<ReadRegister> {
  const table = await openTable(bytes);
  const unread = new Map<string, number>();
  return { format: table.format, encoding: table.encoding, rows: oldRows(table, today, unread), unread };
}

async function openTable(bytes: Uint8Array): Promise<Table> {
  if (isArchive(bytes)) {
    const { rows, from1904 } = await readWorkbook(bytes, headerFinder());
    return { rows, from1904, format: "xlsx", encoding: "utf-8" };
  }
  const { format, encoding, lines } = await openFile(once(bytes));
  if (format !== "csv") throw new UnusableFile("header");
  return { rows: csvRows(lines, headerFinder()), from1904: false, format, encoding };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Titles and dates of printing may stand above the header. */
function headerFinder(): ColumnsOf {
  let tried = 0;
  return (cells) => {
    const columns = columnsIn(cells);
    tried += 1;
    if (columns === undefined && tried >= MOST_TITLE_ROWS) throw new UnusableFile("header");
    return columns;
  };
}

async function* oldRows(
  { rows, from1904 }: Table,
  today: Day,
  unread: Map<string, number>,
): AsyncGenerator<OldRow> {
  const rowOfNumber = new Map<string, number>();
  let read = 0;
  for await (const each of rows) {
    read += 1;
    const row = readRow(each, { today, from1904 }, unread);
    if (!isAccepted(row)) {
      yield row;
      continue;
    }
    const { number } = row.old;
    const earlierRow = rowOfNumber.get(number);
    if (earlierRow === undefined) rowOfNumber.set(number, row.row);
    yield earlierRow === undefined ? row : { row: row.row, number, reason: "duplicate", earlierRow };
  }
  if (read === 0) throw new UnusableFile("no_rows");
}

function readRow(
  each: SheetRow,
  context: { readonly today: Day; readonly from1904: boolean },
  unread: Map<string, number>,
): OldRow {
  if ("problem" in each) return { row: each.row, reason: each.problem };
  const found = readOldFields(each.fields, each.marks ?? [], context);
  if ("reason" in found) return { row: each.row, ...found };
  for (const name of found.unread) unread.set(name, (unread.get(name) ?? 0) + 1);
  const { old, repairs } = found;
  return { row: each.row, old, repairs };
}
