/** Rows of a file offered to the guides, several at a time, each to be reported in the order of the file. */
import type { Taken } from "./guide.import.report.ts";
import { type ImportedRow, isAccepted } from "./guide.import.ts";
import type { Guide } from "./guide.ts";

/** Where guides go. Taking the same guide twice must change nothing the second time. */
export type GuideSink = (guide: Guide) => Promise<Taken>;

export interface Offered {
  readonly row: ImportedRow;
  /** Undefined for a row that was no guide. */
  readonly taken: Taken | undefined;
}

/**
 * Offers each accepted row to the sink, at most `atOnce` at a time. A failure of the rows or the sink ends it, after
 * those in flight have been answered, so that what was taken is known; offering the file again goes on from there.
 */
export async function* offerRows(
  rows: AsyncIterable<ImportedRow>,
  sink: GuideSink,
  atOnce: number,
): AsyncGenerator<Offered> {
  const inFlight: Promise<Settled>[] = [];
  let failure: Settled["failure"];
  const settle = async (): Promise<Offered | undefined> => {
    const { offered, failure: failed } = await (inFlight.shift() as Promise<Settled>);
    failure ??= failed;
    return offered;
  };
  try {
    for await (const row of rows) {
      inFlight.push(offer(row, sink));
      const offered = inFlight.length > atOnce ? await settle() : undefined;
      if (offered !== undefined) yield offered;
      if (failure !== undefined) break;
    }
  } catch (error) {
    failure = { error };
  }
  while (inFlight.length > 0) {
    const offered = await settle();
    if (offered !== undefined) yield offered;
  }
  if (failure !== undefined) throw failure.error;
}

interface Settled {
  readonly offered?: Offered;
  readonly failure?: { readonly error: unknown };
}

async function offer(row: ImportedRow, sink: GuideSink): Promise<Settled> {
  try {
    return { offered: { row, taken: isAccepted(row) ? await sink(row.guide) : undefined } };
  } catch (error) {
    return { failure: { error } };
  }
}

/** A part of the rows of a file: those after the first `skipped`, `most` at most. */
export async function* sliceOf<T>(rows: AsyncIterable<T>, skipped: number, most: number): AsyncGenerator<T> {
  let place = 0;
  for await (const row of rows) {
    place += 1;
    if (place > skipped) yield row;
    // Asking for one more would read on only to throw it away.
    if (place >= skipped + most) return;
  }
}
