/** One slice of an import: so many rows offered to the guides, in the name of whoever stands behind them. */
import type { DataFile } from "../attachment/attachment.service.ts";
import type { Colleague } from "../identity/identity.staff.store.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { sliceOf } from "../sheet/sheet.offer.ts";
import type { ImportRecord, ImportRun } from "./guide.import.record.ts";
import { addToTally } from "./guide.import.report.ts";
import { offerRows } from "./guide.import.run.ts";
import type { ImportedRow } from "./guide.import.ts";
import type { Guides } from "./guide.service.ts";

/** So many rows are taken in by one request, and so many of them at once. */
export const SLICE_ROWS = 100;
const AT_ONCE = 8;
const MOST_REFUSED = 100;

export interface TakingOptions {
  readonly guides: Pick<Guides, "importGuide">;
  readonly findStaff: (unit: string, id: string) => Promise<Colleague | undefined>;
  readonly clock: Clock;
  readonly rowsOf: (file: DataFile) => AsyncIterable<ImportedRow>;
}

export function openImportTaking({ guides, findStaff, clock, rowsOf }: TakingOptions) {
  /** Whoever prepared guides that are to be published must still be known, because they become their author. */
  async function preparerOf({ unit, by }: ImportRecord): Promise<Staff> {
    const known = await findStaff(unit, by.id);
    if (known === undefined) throw conflict("preparer_unknown");
    return { kind: "staff", id: known.id, name: known.name, unit, roles: known.roles };
  }

  /** The run after its next slice. What a slice did may be done again and changes nothing then. */
  return async function takeSlice(record: ImportRecord, run: ImportRun, actor: Staff): Promise<ImportRun> {
    const isToPublish = run.mode === "publish";
    const people = isToPublish
      ? { preparedBy: await preparerOf(record), approvedBy: actor }
      : { preparedBy: actor };
    const sink = (guide: unknown) => guides.importGuide({ guide, ...people, at: clock(), unit: record.unit });
    const tally = structuredClone(run.tally);
    const refused = [...run.refused];
    const rows = sliceOf(rowsOf(record.file), tally.rows, SLICE_ROWS);
    for await (const { row, taken } of offerRows(rows, sink, AT_ONCE)) {
      addToTally(tally, row, taken);
      if (taken?.result === "rejected" && refused.length < MOST_REFUSED)
        refused.push({ row: row.row, code: row.code ?? "", reason: taken.reason });
    }
    return { ...run, tally, refused, isDone: tally.rows >= record.found.rows };
  };
}
