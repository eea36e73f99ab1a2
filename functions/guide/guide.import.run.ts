/** Rows of a file offered to the guides. */
import { offerEach } from "../sheet/sheet.offer.ts";
import type { Taken } from "./guide.import.report.ts";
import { type ImportedRow, isAccepted } from "./guide.import.ts";
import type { Guide } from "./guide.ts";

/** Where guides go. Taking the same guide twice must change nothing the second time. */
export type GuideSink = (guide: Guide) => Promise<Taken>;

/** Offers each accepted row to the sink, at most `atOnce` at a time. */
export const offerRows = (rows: AsyncIterable<ImportedRow>, sink: GuideSink, atOnce: number) =>
  offerEach(rows, (row) => (isAccepted(row) ? sink(row.guide) : undefined), atOnce);
