/** Rows beside what taking them in would come to, asked for by many at once. Pure. */
import { isAccepted, type OldRequest, type OldRow, type Taken } from "./old.ts";

export interface LookedAt {
  readonly row: OldRow;
  /** Undefined for a row that is none. */
  readonly taken: Taken | undefined;
}

export type Foresee = (some: readonly OldRequest[]) => Promise<readonly Taken[]>;

const AT_ONCE = 100;

export async function* foreseenRows(rows: AsyncIterable<OldRow>, foresee: Foresee): AsyncGenerator<LookedAt> {
  let some: OldRow[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < AT_ONCE) continue;
    yield* await ask(some, foresee);
    some = [];
  }
  yield* await ask(some, foresee);
}

async function ask(rows: readonly OldRow[], foresee: Foresee): Promise<readonly LookedAt[]> {
  const accepted = rows.filter(isAccepted);
  const taken = await foresee(accepted.map(({ old }) => old));
  const byRow = new Map(accepted.map((row, index) => [row.row, taken[index]] as const));
  return rows.map((row) => ({ row, taken: byRow.get(row.row) }));
}
