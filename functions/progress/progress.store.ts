/**
 * Reading a case together with the tries on it, in one request; and where tries are kept: `TRY#number#reference` and
 * `TRY#address#hash`. An address is personal data, so only its keyed hash is stored.
 */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import type { Tries, TriesStore } from "../kit/tries.ts";
import { openTriesStore, triesIn } from "../kit/tries.ts";
import type { Vault } from "../kit/vault.ts";

export interface TrackedCase {
  /** The stored head, not yet decoded: decoding takes time, which would tell that the case exists. */
  readonly item: StoredItem | undefined;
  readonly number: Tries;
  readonly address: Tries;
}

export interface ProgressStore extends TriesStore {
  /** One read request, whether the case exists or not. */
  read(reference: string, address: string): Promise<TrackedCase>;
  /** What proves the applicant, straight from the stored head. */
  accessOf(item: StoredItem | undefined): DisclosureHead["access"] | undefined;
}

export interface ProgressStoreOptions {
  readonly table: Table;
  readonly vault: Vault;
  /** Where the head of a case is kept; cases have a store of their own. */
  readonly headKey: (reference: string) => Key;
}

export function openProgressStore({ table, vault, headKey }: ProgressStoreOptions): ProgressStore {
  return {
    async read(reference, address) {
      const number = { pk: keyOf("TRY", "number", reference), sk: "PROGRESS" };
      const from = { pk: keyOf("TRY", "address", vault.hash("address", address)), sk: "PROGRESS" };
      const [item, byNumber, byAddress] = await table.getMany([headKey(reference), number, from]);
      return { item, number: triesIn(number, byNumber), address: triesIn(from, byAddress) };
    },
    accessOf: (item) => (item?.head as Pick<DisclosureHead, "access"> | undefined)?.access,
    ...openTriesStore(table),
  };
}
