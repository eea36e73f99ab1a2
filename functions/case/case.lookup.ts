/**
 * How an office finds a case by what a caller says: the applicant's name, the last four digits of the phone. Only
 * keyed hashes are kept, per unit, so that a unit finds its own cases and the keys say nothing of a person.
 */
import type { Instant } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Table, Write } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";

/** `number`: the one that a register from before this system gave. */
export type LookupKind = "name" | "phone4" | "identity" | "number";

export interface LookupStore {
  writes(found: LookupEntry): readonly Write[];
  /** One page of the cases that match, the newest first, by one read. */
  find(wanted: Wanted, page: { limit: number; cursor?: string | undefined }): Promise<FoundPage>;
}

export interface Wanted {
  readonly unit: string;
  readonly kind: LookupKind;
  readonly value: string;
}

export interface FoundPage {
  readonly references: readonly string[];
  /** Leads to the page after this one; undefined after the last. */
  readonly next: string | undefined;
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
    async find({ unit, kind, value }, { limit, cursor }) {
      const pk = partition(unit, kind, value);
      const sk = cursor === undefined ? undefined : positionOf(cursor);
      // One more than is shown tells whether there is another page, without a page that turns out empty.
      const { items } = await table.query({
        where: { text: "#pk = :pk", values: { pk } },
        limit: limit + 1,
        descending: true,
        ...(sk === undefined ? {} : { after: { pk, sk } }),
      });
      const shown = items.slice(0, limit);
      const last = items.length > limit ? shown.at(-1)?.sk : undefined;
      return {
        references: shown.map((item) => String(item.reference)),
        next: last === undefined ? undefined : Buffer.from(last).toString("base64url"),
      };
    },
  };
}

/** A cursor holds an instant and a reference only; what is searched for comes with each request. */
function positionOf(cursor: string): string | undefined {
  const position = Buffer.from(cursor, "base64url").toString("utf8");
  return /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z#[0-9A-Z]{6,40}$/.test(position) ? position : undefined;
}
