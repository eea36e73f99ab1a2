/**
 * Where imports are kept: `<name>#id / HEAD` for a time, in the list of their unit by their day. The file itself is in the
 * bucket and is removed with the record.
 */
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import { type ImportBase, type ImportCard, type ImportPlace, importState } from "./sheet.import.ts";

const MOST_SHOWN = 20;

export interface ImportStore<Record extends ImportBase> {
  read(id: string): Promise<Record | undefined>;
  /** A file that was handed in already stays as it is: raises 409 `import_exists`. */
  add(record: Record): Promise<void>;
  /** Raises 409 `import_moved` when somebody else has moved it on. */
  move(before: Record, after: Record): Promise<void>;
  /** The last imports of a unit, the newest first. */
  list(unit: string): Promise<readonly ImportCard[]>;
}

export function openImportStore<Record extends ImportBase>(
  table: Table,
  { name, list, keptSeconds }: ImportPlace,
): ImportStore<Record> {
  const keyFor = (id: string): Key => ({ pk: keyOf(name, id), sk: "HEAD" });
  const itemOf = (record: Record) => {
    const { id, unit, at, by, file, found } = record;
    const card: ImportCard = {
      kind: "import",
      id,
      name: file.name,
      at,
      by: by.name,
      rows: found.rows,
      state: importState(record),
    };
    return {
      record,
      fileId: file.id,
      revision: record.revision,
      card,
      unitQueue: keyOf(list, unit),
      queueOrder: keyOf(at, id),
      expiresAt: epochSecondsOf(plusSeconds(at, keptSeconds)),
    };
  };

  return {
    async read(id) {
      return (await table.get(keyFor(id)))?.record as Record | undefined;
    },
    async add(record) {
      const write = { kind: "put", key: keyFor(record.id), item: itemOf(record), when: isNew } as const;
      await table.commit([{ ...write, otherwise: () => conflict("import_exists") }]);
    },
    async move(before, after) {
      const when = { text: "#revision = :before", values: { before: before.revision } };
      const write = { kind: "put", key: keyFor(after.id), item: itemOf(after), when } as const;
      await table.commit([{ ...write, otherwise: () => conflict("import_moved") }]);
    },
    async list(unit) {
      const where = { text: "#unitQueue = :unit", values: { unit: keyOf(list, unit) } };
      const page = await table.query({ index: "byUnit", where, limit: MOST_SHOWN, descending: true });
      return page.items.map((item) => item.card as ImportCard);
    },
  };
}
