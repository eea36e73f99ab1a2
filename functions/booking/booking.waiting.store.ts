/**
 * Where the waiting list is kept: a person's entry under `WAIT#one#code / WAITER`, and its place in the line of its day
 * under `WAIT#list#hall#place#day / joined#code`, which holds no personal data. The place goes when the entry is offered
 * a seat or left, in the same transaction.
 */
import * as v from "valibot";
import { addDays, startOfDay } from "../calendar/calendar.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { exists, isNew } from "../kit/table.ts";
import type { Site } from "./booking.seat.ts";
import { type Waiter, waiterSchema } from "./booking.waiting.ts";

/** How long an entry is kept after its day, so that whoever waited can still see what became of it. */
const RETENTION_DAYS = 30;

export const waiterKey = (code: string): Key => ({ pk: keyOf("WAIT", "one", code), sk: "WAITER" });
const linePartition = ({ hall, place, day }: Site & { readonly day: string }): string =>
  keyOf("WAIT", "list", hall, place, day);
const lineKey = (waiter: Waiter): Key => ({
  pk: linePartition(waiter),
  sk: keyOf(waiter.joinedAt, waiter.code),
});

/** The code has an entry already: this person's earlier one, or somebody else's whose hash collides. */
export class WaiterStood extends Error {
  override readonly name = "WaiterStood";
  readonly old: Waiter | undefined;
  constructor(old: Waiter | undefined) {
    super("this code is on the waiting list");
    this.old = old;
  }
}

/** Somebody else has offered this person a seat, or they have left. */
export class WaiterGone extends Error {
  override readonly name = "WaiterGone";
}

export const waiterIn = (item: StoredItem | undefined): Waiter | undefined =>
  item?.sk === "WAITER" ? v.parse(waiterSchema, JSON.parse(item.waiter as string)) : undefined;

const itemOf = (waiter: Waiter) => ({
  waiter: JSON.stringify(waiter),
  version: waiter.version,
  expiresAt: epochSecondsOf(startOfDay(addDays(waiter.day, RETENTION_DAYS))),
});

export const joinWrites = (waiter: Waiter): readonly Write[] => [
  {
    kind: "put",
    key: waiterKey(waiter.code),
    item: itemOf(waiter),
    when: isNew,
    otherwise: (old) => new WaiterStood(waiterIn(old)),
  },
  {
    kind: "put",
    key: lineKey(waiter),
    item: { expiresAt: epochSecondsOf(startOfDay(addDays(waiter.day, 1))) },
  },
];

/** The entry is over and its place in the line goes; `error` is raised when somebody else was first. */
export const endWrites = (
  before: Waiter,
  state: "offered" | "left",
  error: () => Error,
): readonly [Write, Write] => [
  {
    kind: "put",
    key: waiterKey(before.code),
    item: itemOf({ ...before, state, version: before.version + 1 }),
    when: { text: "#version = :before", values: { before: before.version } },
    otherwise: error,
  },
  { kind: "delete", key: lineKey(before), when: exists, otherwise: error },
];

export const waiterChanged = () => conflict("booking_changed");

export interface WaitingStore {
  read(code: string): Promise<Waiter | undefined>;
  /** Who waits for a day, first come first, from behind `after`; one page. */
  line(site: Site & { readonly day: string }, limit: number, after?: StoredItem): Promise<LinePage>;
  /** How many came before; counts no further than `most`. */
  ahead(waiter: Waiter, most: number): Promise<number>;
}
export interface LinePage {
  readonly waiters: readonly Waiter[];
  readonly next: StoredItem | undefined;
}

export function openWaitingStore(table: Table): WaitingStore {
  return {
    read: async (code) => waiterIn(await table.get(waiterKey(code))),
    async line(site, limit, after) {
      const where = { text: "#pk = :pk", values: { pk: linePartition(site) } };
      const page = await table.query({ where, limit, ...(after === undefined ? {} : { after }) });
      const codes = page.items.map(({ sk }) => sk.slice(sk.indexOf("#") + 1));
      const found = await table.getMany(codes.map(waiterKey));
      return {
        waiters: found.flatMap((item) => waiterIn(item) ?? []),
        next: page.next as StoredItem | undefined,
      };
    },
    async ahead(waiter, most) {
      const { pk, sk } = lineKey(waiter);
      const where = { text: "#pk = :pk AND #sk < :sk", values: { pk, sk } };
      return (await table.query({ where, limit: most, consistent: false })).items.length;
    },
  };
}
