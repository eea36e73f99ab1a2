/**
 * Where it is counted what came of the hints: `BEFORE#month / COUNT`, one number for each event. That an event of a
 * draft was counted stands beside it under a keyed hash for two days, so that a second tap counts once.
 */
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { BeforeEvent } from "./before.ts";
import { beforeEvents } from "./before.ts";

const countKey = (month: string): Key => ({ pk: keyOf("BEFORE", month), sk: "COUNT" });

export interface Counted {
  readonly month: string;
  readonly event: BeforeEvent;
  /** Of the draft, so that it is counted once. */
  readonly mark: string;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

export type BeforeStore = ReturnType<typeof openBeforeStore>;

export function openBeforeStore(table: Table) {
  return {
    /** One transaction of two small items; nothing when it was counted before. */
    async count({ month, event, mark, expiresAt }: Counted): Promise<void> {
      const counted = new Error("counted before");
      try {
        await table.commit([
          {
            kind: "put",
            key: { pk: keyOf("BEFORE", mark), sk: event },
            item: { expiresAt },
            when: isNew,
            otherwise: () => counted,
          },
          {
            kind: "update",
            key: countKey(month),
            update: { text: `ADD #${event} :one`, values: { one: 1 } },
          },
        ]);
      } catch (error) {
        if (error !== counted) throw error;
      }
    },
    async read(month: string): Promise<Readonly<Record<BeforeEvent, number>>> {
      const item = await table.get(countKey(month));
      const numbers = beforeEvents.map((event) => [event, Number(item?.[event] ?? 0)]);
      return Object.fromEntries(numbers) as Record<BeforeEvent, number>;
    },
  };
}
