/** Where wrong tries are kept, whatever they were on: one item with their instants, replaced on what was read of it. */
import type { Instant } from "./clock.ts";
import { epochSecondsOf } from "./clock.ts";
import type { Key, StoredItem, Table } from "./table.ts";
import { isNew } from "./table.ts";

/** The tries on something as they were read; undefined `at` when nothing is stored. */
export interface Tries {
  readonly key: Key;
  readonly at: readonly Instant[] | undefined;
}

export interface TriesStore {
  /**
   * Replaces the tries unless somebody else was first; then `saved` is false and `tries` is what stands there. The newest
   * one is kept for so many seconds.
   */
  replace(
    before: Tries,
    at: readonly Instant[],
    seconds: number,
  ): Promise<{ readonly saved: boolean; readonly tries: Tries }>;
}

class Changed extends Error {
  readonly old: StoredItem | undefined;
  constructor(old: StoredItem | undefined) {
    super("the tries have changed");
    this.old = old;
  }
}

export const triesIn = (key: Key, item: StoredItem | undefined): Tries => ({
  key,
  at: item?.at as readonly Instant[] | undefined,
});

export const openTriesStore = (table: Pick<Table, "commit">): TriesStore => ({
  async replace(before, at, seconds) {
    const { key } = before;
    const write = {
      key,
      when: before.at === undefined ? isNew : { text: "#at = :before", values: { before: before.at } },
      otherwise: (old: StoredItem | undefined) => new Changed(old),
    };
    const newest = [...at].sort().at(-1);
    try {
      await table.commit([
        newest === undefined
          ? { ...write, kind: "delete" }
          : { ...write, kind: "put", item: { at, expiresAt: epochSecondsOf(newest) + seconds } },
      ]);
      return { saved: true, tries: { key, at: newest === undefined ? undefined : at } };
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      return { saved: false, tries: triesIn(key, error.old) };
    }
  },
});
