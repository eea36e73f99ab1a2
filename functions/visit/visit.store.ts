/**
 * Where tickets are kept: `VISIT#hall#place#day / LIVE#number` while somebody waits or is served, and `DONE#number` when
 * that is over, so that calling reads only who is there. `COUNT` counts walk-ins, `TAKE#key` makes
 * the same form give one number, `SWEPT` says how far no-shows are, `MISSED#code` that a booking was one.
 */
import * as v from "valibot";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import { isOver } from "./visit.flow.ts";
import type { Queue, Ticket } from "./visit.ts";
import { ticketSchema } from "./visit.ts";

/** Somebody else changed the ticket first; `old` is how it stands, undefined when it is over. */
export class TicketChanged extends Error {
  override readonly name = "TicketChanged";
  readonly old: Ticket | undefined;
  constructor(old: Ticket | undefined) {
    super("the ticket has changed");
    this.old = old;
  }
}

/** The same form has given a number already. */
export class NumberTaken extends Error {
  override readonly name = "NumberTaken";
  readonly number: string;
  constructor(number: string) {
    super("this form has given a number");
    this.number = number;
  }
}

const partition = ({ hall, place, day }: Queue): string => keyOf("VISIT", hall, place, day);
const liveKey = (queue: Queue, number: string): Key => ({ pk: partition(queue), sk: keyOf("LIVE", number) });
const doneKey = (queue: Queue, number: string): Key => ({ pk: partition(queue), sk: keyOf("DONE", number) });

const takeKey = (queue: Queue, key: string): Key => ({ pk: partition(queue), sk: keyOf("TAKE", key) });

/** As long as bookings are kept, for complaints and statistics. */
const RETENTION_SECONDS = 180 * 24 * 3600;

/** Longer than anybody leaves a form open on the day. */
const FORM_SECONDS = 2 * 24 * 3600;

const itemOf = (ticket: Ticket): Item => ({
  ticket: JSON.stringify(ticket),
  version: ticket.version,
  expiresAt: epochSecondsOf(plusSeconds(ticket.arrivedAt, RETENTION_SECONDS)),
});
const ticketIn = (item: StoredItem | undefined): Ticket | undefined =>
  item?.ticket === undefined ? undefined : v.parse(ticketSchema, JSON.parse(item.ticket as string));

/** A ticket under a number that must be new. */
export const createTicketWrite = (ticket: Ticket): Write => ({
  kind: "put",
  key: liveKey(ticket, ticket.number),
  item: itemOf(ticket),
  when: isNew,
  otherwise: (old) => new TicketChanged(ticketIn(old)),
});

/** The next version of a ticket: one write while it goes on, two when it is over. */
export function ticketWrites(ticket: Ticket): readonly Write[] {
  const rest = {
    key: liveKey(ticket, ticket.number),
    when: { text: "#version = :before", values: { before: ticket.version - 1 } },
    otherwise: (old: StoredItem | undefined) => new TicketChanged(ticketIn(old)),
  };
  if (!isOver(ticket.state)) return [{ ...rest, kind: "put", item: itemOf(ticket) }];
  return [
    { ...rest, kind: "delete" },
    { kind: "put", key: doneKey(ticket, ticket.number), item: itemOf(ticket) },
  ];
}

/** Binds a form to the number that it gives; raises `NumberTaken` when it has given one. */
export const takeWrite = (ticket: Ticket, key: string): Write => ({
  kind: "put",
  key: takeKey(ticket, key),
  item: { number: ticket.number, expiresAt: epochSecondsOf(plusSeconds(ticket.arrivedAt, FORM_SECONDS)) },
  when: isNew,
  otherwise: (old) => new NumberTaken((old?.number as string | undefined) ?? ""),
});

export interface VisitStore {
  /** Who waits or is served; one query. Not consistent where a moment ago is good enough, for half the price. */
  live(queue: Queue, options?: { readonly consistent?: boolean }): Promise<readonly Ticket[]>;
  /** Whose visit is over. */
  done(queue: Queue): Promise<readonly Ticket[]>;
  /** One ticket, wherever it stands; one request. */
  read(queue: Queue, number: string): Promise<Ticket | undefined>;
  /** The number that a form has given already. */
  taken(queue: Queue, key: string): Promise<string | undefined>;
  /** The next count of who comes without a booking, from 1; after a crash one may be missing. */
  count(queue: Queue): Promise<number>;
  /** Codes of bookings that nobody came to, whoever has their seats now. */
  missed(queue: Queue): Promise<readonly string[]>;
  noteMissed(queue: Queue, code: string): Promise<void>;
  /** Up to which time of day the bookings of a queue have been looked at for no-shows. */
  sweptUntil(queue: Queue): Promise<string | undefined>;
  markSwept(queue: Queue, until: string): Promise<void>;
}

export function openVisitStore(table: Table): VisitStore {
  async function all(queue: Queue, prefix: string, consistent: boolean): Promise<readonly Ticket[]> {
    const where = {
      text: "#pk = :pk AND begins_with(#sk, :prefix)",
      values: { pk: partition(queue), prefix: keyOf(prefix, "") },
    };
    const found: Ticket[] = [];
    let after: Item | undefined;
    do {
      const page = await table.query({ where, consistent, ...(after === undefined ? {} : { after }) });
      found.push(...page.items.flatMap((item) => ticketIn(item) ?? []));
      after = page.next;
    } while (after !== undefined);
    return found;
  }
  const countKey = (queue: Queue): Key => ({ pk: partition(queue), sk: "COUNT" });
  const sweptKey = (queue: Queue): Key => ({ pk: partition(queue), sk: "SWEPT" });
  const expiresAt = ({ day }: Queue) =>
    epochSecondsOf(plusSeconds(`${day}T00:00:00.000Z`, RETENTION_SECONDS));

  return {
    live: (queue, { consistent = true } = {}) => all(queue, "LIVE", consistent),
    done: (queue) => all(queue, "DONE", false),
    async read(queue, number) {
      const [live, done] = await table.getMany([liveKey(queue, number), doneKey(queue, number)]);
      return ticketIn(live) ?? ticketIn(done);
    },
    async taken(queue, key) {
      return (await table.get(takeKey(queue, key)))?.number as string | undefined;
    },
    async count(queue) {
      const update = {
        text: "SET #expiresAt = :expiresAt ADD #count :one",
        values: { one: 1, expiresAt: expiresAt(queue) },
      };
      return (await table.update({ kind: "update", key: countKey(queue), update })).count as number;
    },
    async missed(queue) {
      const where = {
        text: "#pk = :pk AND begins_with(#sk, :prefix)",
        values: { pk: partition(queue), prefix: keyOf("MISSED", "") },
      };
      const codes: string[] = [];
      let after: Item | undefined;
      do {
        const page = await table.query({
          where,
          consistent: false,
          ...(after === undefined ? {} : { after }),
        });
        codes.push(...page.items.map(({ code }) => code as string));
        after = page.next;
      } while (after !== undefined);
      return codes;
    },
    noteMissed: (queue, code) =>
      table.commit([
        {
          kind: "put",
          key: { pk: partition(queue), sk: keyOf("MISSED", code) },
          item: { code, expiresAt: expiresAt(queue) },
        },
      ]),
    async sweptUntil(queue) {
      return (await table.get(sweptKey(queue)))?.until as string | undefined;
    },
    markSwept: (queue, until) =>
      table.commit([{ kind: "put", key: sweptKey(queue), item: { until, expiresAt: expiresAt(queue) } }]),
  };
}
