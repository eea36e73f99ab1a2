/**
 * Where the facts of statistics are kept: `HALLSTAT#hall#day / code`, one small item a booking, written anew at each of
 * its changes: counting them again gives the same, however often the stream brings a change.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { endOfDay } from "../calendar/calendar.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Key, Table, Write } from "../kit/table.ts";
import type { BookingFact } from "./booking.statistics.ts";
import { factSchema } from "./booking.statistics.ts";

/** Two years, for a comparison with the year before. */
const RETENTION_SECONDS = 2 * 366 * 24 * 3600;

const factKey = (hall: string, day: Day, code: string): Key => ({
  pk: keyOf("HALLSTAT", hall, day),
  sk: keyOf(code),
});

class NewerThere extends Error {
  override readonly name = "NewerThere";
}

/** Replaced only by what is newer, as the stream may bring an old change again. */
const factWrite = (
  hall: string,
  day: Day,
  { fact, version }: { fact: BookingFact; version: number },
): Write => ({
  kind: "put",
  key: factKey(hall, day, fact.code),
  item: { fact, version, expiresAt: epochSecondsOf(endOfDay(day)) + RETENTION_SECONDS },
  when: { text: "attribute_not_exists(#pk) OR #version < :version", values: { version } },
  otherwise: () => new NewerThere(),
});

export interface FactStore {
  save(hall: string, day: Day, fact: { fact: BookingFact; version: number }): Promise<void>;
  /** The booking has moved to another day. */
  remove(hall: string, day: Day, code: string): Promise<void>;
  /** One query of a day, a moment late. */
  day(hall: string, day: Day): Promise<readonly BookingFact[]>;
}

export const openFactStore = (table: Table): FactStore => ({
  async save(hall, day, fact) {
    try {
      await table.commit([factWrite(hall, day, fact)]);
    } catch (error) {
      if (!(error instanceof NewerThere)) throw error;
    }
  },
  remove: (hall, day, code) => table.commit([{ kind: "delete", key: factKey(hall, day, code) }]),
  async day(hall, day) {
    const where = { text: "#pk = :pk", values: { pk: keyOf("HALLSTAT", hall, day) } };
    const facts: BookingFact[] = [];
    let after: Item | undefined;
    do {
      const page = await table.query({ where, consistent: false, ...(after === undefined ? {} : { after }) });
      facts.push(...page.items.map((item) => v.parse(factSchema, item.fact)));
      after = page.next;
    } while (after !== undefined);
    return facts;
  },
});
