/**
 * How an office finds a case by what a caller says: the applicant's name, the last four digits of the phone. Only
 * keyed hashes are kept, per unit, so that a unit finds its own cases and the keys say nothing of a person.
 */
import type { Instant } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Table, Write } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";

export type LookupKind = "name" | "phone4" | "identity";

export interface LookupStore {
  writes(found: LookupEntry): readonly Write[];
  /** References of the newest matching cases first. */
  find(wanted: { unit: string; kind: LookupKind; value: string }, limit: number): Promise<readonly string[]>;
}

export interface LookupEntry {
  readonly unit: string;
  readonly reference: string;
  readonly at: Instant;
  readonly values: Readonly<Partial<Record<LookupKind, string>>>;
}

/** Names are compared without spaces and case; digits as they are. */
const comparable = (value: string): string => value.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

export function openLookupStore(table: Table, vault: Vault): LookupStore {
  const partition = (unit: string, kind: LookupKind, value: string) =>
    keyOf("LOOKUP", unit, kind, vault.hash(`lookup ${kind}`, comparable(value)));
  return {
    writes: ({ unit, reference, at, values }) =>
      Object.entries(values).map(([kind, value]) => ({
        kind: "put",
        key: { pk: partition(unit, kind as LookupKind, value), sk: keyOf(at, reference) },
        item: { reference },
      })),
    async find({ unit, kind, value }, limit) {
      const where = { text: "#pk = :pk", values: { pk: partition(unit, kind, value) } };
      const page = await table.query({ where, limit, descending: true });
      return page.items.map((item) => String(item.reference));
    },
  };
}
