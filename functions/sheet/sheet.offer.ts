/** Rows of a file offered to whoever keeps them, several at a time, each to be reported in the order of the file. */

export interface Offered<Row, Taken> {
  readonly row: Row;
  /** Undefined for a row that could not be offered. */
  readonly taken: Taken | undefined;
}

/** Where a row goes; undefined for one that is none. Taking the same row twice must change nothing the second time. */
export type Take<Row, Taken> = (row: Row) => Promise<Taken> | undefined;

/**
 * Offers each row, at most `atOnce` at a time. A failure of the rows or of who takes them ends it, after those in flight
 * have been answered, so that what was taken is known; offering the file again goes on from there.
 */
export async function* offerEach<Row, Taken>(
  rows: AsyncIterable<Row>,
  take: Take<Row, Taken>,
  atOnce: number,
): AsyncGenerator<Offered<Row, Taken>> {
  const inFlight: Promise<Settled<Row, Taken>>[] = [];
  let failure: Settled<Row, Taken>["failure"];
  const settle = async (): Promise<Offered<Row, Taken> | undefined> => {
    const { offered, failure: failed } = await (inFlight.shift() as Promise<Settled<Row, Taken>>);
    failure ??= failed;
    return offered;
  };
  try {
    for await (const row of rows) {
      inFlight.push(offer(row, take));
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

interface Settled<Row, Taken> {
  readonly offered?: Offered<Row, Taken>;
  readonly failure?: { readonly error: unknown };
}

async function offer<Row, Taken>(row: Row, take: Take<Row, Taken>): Promise<Settled<Row, Taken>> {
  try {
    return { offered: { row, taken: await take(row) } };
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
