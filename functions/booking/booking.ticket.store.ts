/**
 * Where queue tickets are kept: `QUEUE#hall#place#day / TICKET#code`, once a person, place and day. The item is the outbox of what its
 * person is told; a booking asks for the signed ticket alone and reads nothing of this.
 */
import * as v from "valibot";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Site } from "./booking.seat.ts";
import type { QueueEntry } from "./booking.ticket.ts";
import { partsOfEntryCode, queueEntrySchema } from "./booking.ticket.ts";

/** As long as a notice that failed waits for somebody of the office. */
const RETENTION_SECONDS = 30 * 24 * 3600;

const partition = ({ hall, place, day }: Site & { readonly day: string }): string =>
  keyOf("QUEUE", hall, place, day);
function entryKey(code: string): Key {
  const { own, ...site } = partsOfEntryCode(code);
  return { pk: partition(site), sk: keyOf("TICKET", own) };
}

export const queueEntryIn = (item: StoredItem | undefined): QueueEntry | undefined =>
  item?.pk.startsWith(keyOf("QUEUE", "")) === true
    ? v.parse(queueEntrySchema, JSON.parse(item.entry as string))
    : undefined;

class TicketStood extends Error {
  override readonly name = "TicketStood";
}

export type QueueEntryStore = ReturnType<typeof openQueueEntryStore>;

export function openQueueEntryStore(table: Pick<Table, "get" | "getMany" | "query" | "commit">) {
  return {
    read: async (code: string): Promise<QueueEntry | undefined> =>
      queueEntryIn(await table.get(entryKey(code))),
    /** Up to a hundred in one request. */
    readMany: async (codes: readonly string[]): Promise<readonly (QueueEntry | undefined)[]> =>
      (await table.getMany(codes.map(entryKey))).map(queueEntryIn),
    /** How many there are for a day; counts no further than `most`. One query. */
    async count(site: Site & { readonly day: string }, most: number): Promise<number> {
      const where = { text: "#pk = :pk", values: { pk: partition(site) } };
      return (await table.query({ where, limit: most, consistent: false })).items.length;
    },
    /** The first one counts: whoever takes a ticket again is not told again. One write unit. */
    async keep(entry: QueueEntry): Promise<void> {
      const expiresAt = epochSecondsOf(plusSeconds(entry.opensAt, RETENTION_SECONDS));
      try {
        await table.commit([
          {
            kind: "put",
            key: entryKey(entry.code),
            item: { entry: JSON.stringify(entry), expiresAt },
            when: isNew,
            otherwise: () => new TicketStood("this person has a ticket"),
          },
        ]);
      } catch (error) {
        if (!(error instanceof TicketStood)) throw error;
      }
    },
  };
}
