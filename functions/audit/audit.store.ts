/** Where the record is kept: `AUDIT#subject / instant#id`, so that reading a case never pays for its record. */
import type { Instant } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Table, Write } from "../kit/table.ts";
import type { AuditEntry } from "./audit.ts";

export interface AuditStore {
  /** The entry as a write, to go into the transaction of what it records. */
  write(entry: AuditEntry): Write;
  record(entry: AuditEntry): Promise<void>;
  /** The newest entries of a subject first. */
  list(subject: string, limit: number, before?: Instant): Promise<readonly AuditEntry[]>;
  /** All entries of a subject, the oldest first; for proving, not for pages. */
  all(subject: string): Promise<readonly AuditEntry[]>;
}

export function openAuditStore(table: Table, random: Random): AuditStore {
  const write = (entry: AuditEntry): Write => ({
    kind: "put",
    key: { pk: keyOf("AUDIT", entry.subject), sk: keyOf(entry.at, randomId(random)) },
    item: { entry },
  });
  return {
    write,
    record: (entry) => table.commit([write(entry)]),
    async list(subject, limit, before = "9") {
      const values = { pk: keyOf("AUDIT", subject), before };
      const where = { text: "#pk = :pk AND #sk < :before", values };
      const page = await table.query({ where, limit, descending: true });
      return page.items.map((item) => item.entry as AuditEntry);
    },
    async all(subject) {
      const where = { text: "#pk = :pk", values: { pk: keyOf("AUDIT", subject) } };
      const entries: AuditEntry[] = [];
      let after: Item | undefined;
      do {
        const page = await table.query({ where, ...(after === undefined ? {} : { after }) });
        entries.push(...page.items.map((item) => item.entry as AuditEntry));
        after = page.next;
      } while (after !== undefined);
      return entries;
    },
  };
}
