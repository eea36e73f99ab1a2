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
/** Who registered for a draw is in no line before it. */
const lotPartition = ({ hall, place, day }: Site & { readonly day: string }): string =>
  keyOf("WAIT", "lot", hall, place, day);
const lineKey = (waiter: Waiter): Key =>
  waiter.lot === "open"
    ? { pk: lotPartition(waiter), sk: keyOf(waiter.code) }
    : { pk: linePartition(waiter), sk: keyOf(waiter.joinedAt, waiter.code) };

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
  linePut(waiter),
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

/** Was not drawn: from the list of the draw into the line of the day. */
export function loseWrites(before: Waiter, joinedAt: string): readonly Write[] {
  const after: Waiter = { ...before, lot: "lost", joinedAt, version: before.version + 1 };
  return [
    {
      kind: "put",
      key: waiterKey(before.code),
      item: itemOf(after),
      when: { text: "#version = :before", values: { before: before.version } },
      otherwise: () => new WaiterGone(),
    },
    { kind: "delete", key: lineKey(before), when: exists, otherwise: () => new WaiterGone() },
    linePut(after),
  ];
}

const linePut = (waiter: Waiter): Write => ({
  kind: "put",
  key: lineKey(waiter),
  item: { expiresAt: epochSecondsOf(startOfDay(addDays(waiter.day, 1))) },
});

export const waiterChanged = () => conflict("booking_changed");

export interface WaitingStore {
  read(code: string): Promise<Waiter | undefined>;
  /** Who waits for a day, first come first, from behind `after`; one page. */
  line(site: Site & { readonly day: string }, limit: number, after?: StoredItem): Promise<LinePage>;
  /** Codes of all who registered for the draw of a day, as they stand. One query a thousand or so. */
  lots(site: Site & { readonly day: string }): Promise<readonly string[]>;
  /** How many registered for the draw of a day; counts no further than `most`. One query. */
  lotCount(site: Site & { readonly day: string }, most: number): Promise<number>;
  /** Up to a hundred entries in one request. */
  readMany(codes: readonly string[]): Promise<readonly (Waiter | undefined)[]>;
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
    async lots(site) {
      const where = { text: "#pk = :pk", values: { pk: lotPartition(site) } };
      const codes: string[] = [];
      let after: StoredItem | undefined;
      do {
        const page = await table.query({ where, ...(after === undefined ? {} : { after }) });
        codes.push(...page.items.map(({ sk }) => sk));
        after = page.next as StoredItem | undefined;
      } while (after !== undefined);
      return codes;
    },
    async lotCount(site, most) {
      const where = { text: "#pk = :pk", values: { pk: lotPartition(site) } };
      return (await table.query({ where, limit: most, consistent: false })).items.length;
    },
    readMany: async (codes) => (await table.getMany(codes.map(waiterKey))).map(waiterIn),
    async ahead(waiter, most) {
      const { pk, sk } = lineKey(waiter);
      const where = { text: "#pk = :pk AND #sk < :sk", values: { pk, sk } };
      return (await table.query({ where, limit: most, consistent: false })).items.length;
    },
  };
}
