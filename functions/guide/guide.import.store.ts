/**
 * Where imports are kept: `GUIDEIMPORT#id / HEAD` for a month, in the list of their unit by their day. The file itself
 * is in the bucket and is removed with the record.
 */
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import { type ImportCard, type ImportRecord, importState } from "./guide.import.record.ts";

const KEPT_SECONDS = 30 * 24 * 3600;
const MOST_SHOWN = 20;

export type ImportStore = ReturnType<typeof openImportStore>;

const keyFor = (id: string): Key => ({ pk: keyOf("GUIDEIMPORT", id), sk: "HEAD" });

const itemOf = (record: ImportRecord) => {
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
    unitQueue: keyOf("GUIDEIMPORTS", unit),
    queueOrder: keyOf(at, id),
    expiresAt: epochSecondsOf(plusSeconds(at, KEPT_SECONDS)),
  };
};

export function openImportStore(table: Table) {
  return {
    async read(id: string): Promise<ImportRecord | undefined> {
      return (await table.get(keyFor(id)))?.record as ImportRecord | undefined;
    },
    /** A file that was handed in already stays as it is. */
    async add(record: ImportRecord): Promise<void> {
      const write = { kind: "put", key: keyFor(record.id), item: itemOf(record), when: isNew } as const;
      await table.commit([{ ...write, otherwise: () => conflict("import_exists") }]);
    },
    /** Throws 409 `import_moved` when somebody else has moved it on. */
    async move(before: ImportRecord, after: ImportRecord): Promise<void> {
      const when = { text: "#revision = :before", values: { before: before.revision } };
      const write = { kind: "put", key: keyFor(after.id), item: itemOf(after), when } as const;
      await table.commit([{ ...write, otherwise: () => conflict("import_moved") }]);
    },
    /** The last imports of a unit, the newest first. */
    async list(unit: string): Promise<readonly ImportCard[]> {
      const where = { text: "#unitQueue = :unit", values: { unit: keyOf("GUIDEIMPORTS", unit) } };
      const page = await table.query({ index: "byUnit", where, limit: MOST_SHOWN, descending: true });
      return page.items.map((item) => item.card as ImportCard);
    },
  };
}
