/** Where cases are kept: `CASE#reference / HEAD`, `CASE#reference / EVENT#000001`, and the queues beside the head. */
import * as v from "valibot";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { StoredEvent } from "./case.chain.ts";
import { linkOf } from "./case.chain.ts";
import type { QueueFilter } from "./case.queue.store.ts";
import { indexOf, positionOf, queueAttributes } from "./case.queue.store.ts";
import type { Card, CaseEvent, Head, QueueEntry } from "./case.ts";

export type { QueueFilter } from "./case.queue.store.ts";

export const casePartition = (reference: string): string => keyOf("CASE", reference);
export const headKey = (reference: string): Key => ({ pk: casePartition(reference), sk: "HEAD" });
const eventKey = (reference: string, n: number): Key => ({
  pk: casePartition(reference),
  sk: keyOf("EVENT", String(n).padStart(6, "0")),
});

export interface QueuePage {
  readonly cards: readonly Card[];
  readonly next: string | undefined;
}

export interface QueuePortion {
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** What is due last comes first, for lists of what is done. */
  readonly descending?: boolean | undefined;
}

export interface CaseStore<H extends Head, E extends CaseEvent> {
  readHead(reference: string): Promise<H | undefined>;
  /** Several heads in one request, in the order asked for. */
  readHeads(references: readonly string[]): Promise<(H | undefined)[]>;
  readEvents(reference: string): Promise<readonly E[]>;
  /** The events as they were stored, with their hashes; for proving them. */
  readStoredEvents(reference: string): Promise<readonly StoredEvent[]>;
  /** The head and first events of a new case. `taken` is raised when the reference is in use. */
  createWrites(head: H, events: readonly E[], taken: () => Error): readonly Write[];
  /** The next event and the moved head; raises 409 `case_changed` when another command was first. */
  appendWrites(before: H, head: H, event: E): readonly Write[];
  /** The same version with newly counted dates; raises `outrun` when a command was first. */
  recountWrites(before: H, head: H): readonly Write[];
  readonly outrun: Error;
  readHeadFrom(item: StoredItem | undefined): H | undefined;
  queue(filter: QueueFilter, page: QueuePortion): Promise<QueuePage>;
}

export interface CaseStoreOptions<H extends Head, E extends CaseEvent> {
  readonly table: Table;
  readonly head: v.GenericSchema<unknown, H>;
  readonly event: v.GenericSchema<unknown, E>;
  readonly queueOf: (head: H) => QueueEntry | undefined;
  /** The flow of these cases: the number of a case of another kind is here that of none. */
  readonly flow: string;
}

export function openCaseStore<H extends Head, E extends CaseEvent>(
  options: CaseStoreOptions<H, E>,
): CaseStore<H, E> {
  const { table, queueOf } = options;
  const readHeadFrom = (item: StoredItem | undefined) =>
    flowIn(item) === options.flow ? v.parse(options.head, item?.head) : undefined;
  const headItem = (head: H) => ({ head, version: head.version, ...queueAttributes(queueOf(head)) });

  const outrun = new Error("a command was first");
  const sameVersion = (head: H) => ({ text: "#version = :before", values: { before: head.version } });

  async function readItems(reference: string): Promise<readonly StoredItem[]> {
    const values = { pk: casePartition(reference), event: "EVENT#" };
    const where = { text: "#pk = :pk AND begins_with(#sk, :event)", values };
    const items: StoredItem[] = [];
    let after: StoredItem | undefined;
    do {
      const page = await table.query({ where, ...(after === undefined ? {} : { after }) });
      items.push(...page.items);
      after = page.next as StoredItem | undefined;
    } while (after !== undefined);
    return items;
  }

  return {
    outrun,
    readHeadFrom,
    recountWrites: (before, head) => [
      {
        kind: "put",
        key: headKey(head.reference),
        item: headItem(head),
        when: sameVersion(before),
        otherwise: () => outrun,
      },
    ],
    readHead: async (reference) => readHeadFrom(await table.get(headKey(reference))),
    readHeads: async (references) => (await table.getMany(references.map(headKey))).map(readHeadFrom),
    readEvents: async (reference) =>
      (await readItems(reference)).map((item) => v.parse(options.event, item.event)),
    readStoredEvents: async (reference) =>
      (await readItems(reference)).map((item) => item as unknown as StoredEvent),
    createWrites(head, events, taken) {
      let chain: string | undefined;
      const put = (key: Key, item: Item): Write => ({
        kind: "put",
        key,
        item,
        when: isNew,
        otherwise: taken,
      });
      const written = events.map((event) => {
        const link = linkOf(head.reference, chain, event);
        chain = link.hash;
        return put(eventKey(head.reference, event.n), { event, ...link });
      });
      return [put(headKey(head.reference), headItem({ ...head, chain })), ...written];
    },
    appendWrites(before, head, event) {
      const otherwise = () => conflict("case_changed");
      const when = sameVersion(before);
      const item = { event, ...linkOf(head.reference, before.chain, event) };
      const moved = headItem({ ...head, chain: item.hash });
      return [
        { kind: "put", key: eventKey(head.reference, event.n), item, when: isNew, otherwise },
        { kind: "put", key: headKey(head.reference), item: moved, when, otherwise },
      ];
    },
    async queue(filter, { limit, cursor, descending }) {
      const index = indexOf(filter);
      const after = cursor === undefined ? undefined : positionOf(cursor, index, headKey);
      // The engine refuses a position behind the range (and so would a page); what follows it is known to be nothing.
      if (after !== undefined && filter.dueBefore !== undefined && after.queueOrder >= filter.dueBefore)
        return { cards: [], next: undefined };
      const range = filter.dueBefore === undefined ? "" : " AND #queueOrder < :before";
      const page = await table.query({
        index: index.name,
        where: {
          text: `#${index.attribute} = :queue${range}`,
          values: {
            queue: index.value,
            ...(filter.dueBefore === undefined ? {} : { before: filter.dueBefore }),
          },
        },
        limit,
        ...(descending === undefined ? {} : { descending }),
        ...(after === undefined ? {} : { after }),
      });
      const next = page.next?.queueOrder;
      return {
        cards: page.items.map((item) => item.card as Card),
        next: typeof next === "string" ? Buffer.from(next).toString("base64url") : undefined,
      };
    },
  };
}

const flowIn = (item: StoredItem | undefined): unknown =>
  (item?.head as { readonly flow?: { readonly id?: unknown } } | undefined)?.flow?.id;
