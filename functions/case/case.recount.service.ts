/**
 * Due dates that were provisional are counted again, for cases of every kind in one pass: the notice with next year's
 * holidays may be out by now.
 */
import type { StoredItem, Table, Write } from "../kit/table.ts";
import type { CaseStore } from "./case.store.ts";
import { type Card, caseWork, type Head } from "./case.ts";
import { itemsAtWork } from "./case.work.service.ts";

/** What a kind of case says of its dates. */
export interface DatedKind {
  /** What has to be written, nothing where the date stays; undefined for a case of another kind. */
  look(item: StoredItem): readonly Write[] | undefined;
  /** Raised by the write when a command was first: it counted the date itself. */
  readonly outrun: Error;
}

/** `recounted`: the head by the calendar of now, or undefined where nothing changes. `card`: as the queue shows it. */
export const datedKind = <H extends Head>(
  cases: Pick<CaseStore<H, never>, "readHeadFrom" | "recountWrites" | "outrun">,
  recounted: (head: H, card: Pick<Card, "dueOn" | "provisional">) => H | undefined,
): DatedKind => ({
  outrun: cases.outrun,
  look(item) {
    const head = cases.readHeadFrom(item);
    if (head === undefined) return undefined;
    const next = recounted(head, item.card as Card);
    return next === undefined ? [] : cases.recountWrites(head, next);
  },
});

export interface Recount {
  readonly table: Pick<Table, "query" | "getMany" | "commit">;
  readonly kinds: readonly DatedKind[];
}

/** Recounts every provisional date; answers with how many were looked at and how many moved or became firm. */
export async function recheckDueDates({
  table,
  kinds,
}: Recount): Promise<{ looked: number; changed: number }> {
  const result = { looked: 0, changed: 0 };

  async function recount(item: StoredItem): Promise<void> {
    for (const { look, outrun } of kinds) {
      const writes = look(item);
      if (writes === undefined) continue;
      result.looked += 1;
      if (writes.length === 0) return;
      await table.commit(writes).then(
        () => {
          result.changed += 1;
        },
        (error) => (error === outrun ? undefined : Promise.reject(error)),
      );
      return;
    }
  }

  // What waits for a silence may be provisional as well, and stands in the index under that word alone.
  for (const work of Object.values(caseWork))
    for await (const item of itemsAtWork(table, { work })) await recount(item);
  return result;
}
