/** The file of an import, read from the bucket; what decodes and tables it is loaded only then. */
import type { DataFile, DataFiles } from "../attachment/attachment.service.ts";
import { UnusableFile } from "../sheet/sheet.ts";
import type { ImportRecord } from "./guide.import.record.ts";
import { addToTally, newTally, type ReportLine, reportOf } from "./guide.import.report.ts";
import type { ImportedRow } from "./guide.import.ts";

export type Found = Pick<ImportRecord, "found" | "format" | "encoding" | "unread">;

const MOST_UNREAD = 30;

export function openImportLook(files: Pick<DataFiles, "readData">) {
  async function open(file: DataFile) {
    const { readGuides } = await import("./guide.import.file.ts");
    return readGuides(once(await files.readData(file)));
  }

  async function* rowsOf(file: DataFile): AsyncGenerator<ImportedRow> {
    yield* keptRows((await open(file)).rows);
  }

  return {
    rowsOf,
    /**
     * What the file holds, without writing any of it. Throws UnusableFile, but not for a file in which every row is
     * refused: its report is what somebody needs to put it right.
     */
    async look(file: DataFile): Promise<Found> {
      const { format, encoding, rows, unread } = await open(file);
      const found = newTally();
      for await (const row of keptRows(rows)) addToTally(found, row);
      const names = [...unread].sort(([, one], [, other]) => other - one).map(([name]) => name.slice(0, 50));
      return { found, format, encoding, unread: names.slice(0, MOST_UNREAD) };
    },
    async report(file: DataFile): Promise<readonly ReportLine[]> {
      const lines: ReportLine[] = [];
      for await (const row of rowsOf(file)) lines.push(...reportOf(row));
      return lines;
    },
  };
}

/** Ends without a word where rows were read and none was a guide. */
async function* keptRows(rows: AsyncIterable<ImportedRow>): AsyncGenerator<ImportedRow> {
  let read = 0;
  try {
    for await (const row of rows) {
      read += 1;
      yield row;
    }
  } catch (error) {
    if (read === 0 || !(error instanceof UnusableFile) || error.problem !== "no_rows") throw error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
