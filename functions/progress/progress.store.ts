/**
 * Reading a case together with the tries on it, in one request; and where tries are kept: `TRY#number#reference` and
 * `TRY#address#hash`. An address is personal data, so only its keyed hash is stored.
 */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import { TRY_WINDOW_SECONDS } from "./progress.ts";

/** The tries on a number or from an address as they were read; undefined `at` when nothing is stored. */
export interface Tries {
  readonly key: Key;
  readonly at: readonly Instant[] | undefined;
}

export interface TrackedCase {
  /** The stored head, not yet decoded: decoding takes time, which would tell that the case exists. */
  readonly item: StoredItem | undefined;
  readonly number: Tries;
  readonly address: Tries;
}

export interface ProgressStore {
  /** One read request, whether the case exists or not. */
  read(reference: string, address: string): Promise<TrackedCase>;
  /** What proves the applicant, straight from the stored head. */
  accessOf(item: StoredItem | undefined): DisclosureHead["access"] | undefined;
  /** Replaces the tries unless somebody else was first; then `saved` is false and `tries` is what stands there. */
  replace(before: Tries, at: readonly Instant[]): Promise<{ saved: boolean; tries: Tries }>;
}

class Changed extends Error {
  readonly old: StoredItem | undefined;
  constructor(old: StoredItem | undefined) {
    super("the tries have changed");
    this.old = old;
  }
}

export interface ProgressStoreOptions {
  readonly table: Table;
  readonly vault: Vault;
  /** Where the head of a case is kept; cases have a store of their own. */
  readonly headKey: (reference: string) => Key;
}

export function openProgressStore({ table, vault, headKey }: ProgressStoreOptions): ProgressStore {
  const triesOf = (key: Key, item: StoredItem | undefined): Tries => ({
    key,
    at: item?.at as readonly Instant[] | undefined,
  });
  return {
    async read(reference, address) {
      const number = { pk: keyOf("TRY", "number", reference), sk: "PROGRESS" };
      const from = { pk: keyOf("TRY", "address", vault.hash("address", address)), sk: "PROGRESS" };
      const [item, byNumber, byAddress] = await table.getMany([headKey(reference), number, from]);
      return { item, number: triesOf(number, byNumber), address: triesOf(from, byAddress) };
    },
    accessOf: (item) => (item?.head as Pick<DisclosureHead, "access"> | undefined)?.access,
    async replace(before, at) {
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
            : {
                ...write,
                kind: "put",
                item: { at, expiresAt: epochSecondsOf(newest) + TRY_WINDOW_SECONDS },
              },
        ]);
        return { saved: true, tries: { key, at: newest === undefined ? undefined : at } };
      } catch (error) {
        if (!(error instanceof Changed)) throw error;
        return { saved: false, tries: triesOf(key, error.old) };
      }
    },
  };
}
