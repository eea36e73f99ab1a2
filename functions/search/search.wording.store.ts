/** Where the words of searches are kept: `SEARCH#WORDS / CURRENT`, and each version for ever beside it. */
import type { Instant } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { SearchWords } from "./search.ts";
import { noWords } from "./search.ts";

/** The words with who changed them last; version 0 is that of an office that has never changed any. */
export interface KeptWords {
  readonly version: number;
  readonly words: SearchWords;
  readonly changedAt?: Instant;
  readonly by?: { readonly id: string; readonly name: string };
}

const partition = keyOf("SEARCH", "WORDS");
const current: Key = { pk: partition, sk: "CURRENT" };
/** Put whenever somebody asks for the index to be made anew from what citizens read; the stream does it. */
const rebuild: Key = { pk: partition, sk: "REBUILD" };
const versionKey = (n: number): Key => ({ pk: partition, sk: keyOf("VERSION", String(n).padStart(6, "0")) });

export type WordingStore = ReturnType<typeof openWordingStore>;

export function openWordingStore(table: Table) {
  return {
    read: async (): Promise<KeptWords> => keptOf(await table.get(current)) ?? { version: 0, words: noWords },
    /** The next version; raises 409 `words_changed` when somebody else was first. */
    writes(kept: KeptWords): readonly Write[] {
      const before = kept.version - 1;
      const when = before === 0 ? isNew : { text: "#version = :before", values: { before } };
      const item = { kept, version: kept.version };
      return [
        { kind: "put", key: current, item, when, otherwise: () => conflict("words_changed") },
        { kind: "put", key: versionKey(kept.version), item, when: isNew },
      ];
    },
    rebuildWrite: (asked: { readonly at: Instant; readonly byId: string }): Write => ({
      kind: "put",
      key: rebuild,
      item: { asked },
    }),
    commit: (writes: readonly Write[]): Promise<void> => table.commit(writes),
  };
}

const keptOf = (item: StoredItem | undefined): KeptWords | undefined => item?.kept as KeptWords | undefined;

/** Whether a change of the table is one of the words. */
export const isWordsChange = ({ after }: Change): boolean =>
  after?.pk === partition && after.sk === "CURRENT";

export const isRebuildChange = ({ after }: Change): boolean =>
  after?.pk === partition && after.sk === "REBUILD";
