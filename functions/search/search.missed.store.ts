/**
 * Where the log of searches is kept: `SEARCHLOG#month / slot`, so many slots a month and no more, whatever is typed. A
 * phrase has the slot that its hash names; a phrase that was seen but once or twice, some days ago, gives way to another.
 */
import { createHash } from "node:crypto";
import { addDays, type Day, startOfDay } from "../calendar/calendar.day.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import type { MissedKind, MissedPhrase } from "./search.missed.ts";
import { monthOf } from "./search.missed.ts";

export const SLOTS = 1024;
const KEPT_DAYS = 400;
const GIVES_WAY_AFTER_DAYS = 3;
const GIVES_WAY_BELOW = 3;

const partition = (month: string): string => keyOf("SEARCHLOG", month);

export function slotOf(phrase: string): string {
  const place = createHash("sha256").update(phrase).digest().readUInt32BE(0) % SLOTS;
  return String(place).padStart(4, "0");
}

export type MissedStore = ReturnType<typeof openMissedStore>;

export function openMissedStore(table: Table) {
  /** One conditional update; a second write only when another phrase has the slot. */
  async function count(kind: MissedKind, phrase: string, day: Day): Promise<boolean> {
    const key: Key = { pk: partition(monthOf(day)), sk: slotOf(phrase) };
    const expiresAt = epochSecondsOf(startOfDay(addDays(day, KEPT_DAYS)));
    const taken = new Error("another phrase has the slot");
    const text = `SET #phrase = :phrase, #seenOn = :day, #expiresAt = :expiresAt ADD #${kind} :one, #total :one`;
    try {
      await table.commit([
        {
          kind: "update",
          key,
          update: { text, values: { phrase, day, expiresAt, one: 1 } },
          when: { text: "attribute_not_exists(#phrase) OR #phrase = :phrase" },
          otherwise: () => taken,
        },
      ]);
      return true;
    } catch (error) {
      if (error !== taken) throw error;
      return takeOver(key, { phrase, seenOn: day, expiresAt, [kind]: 1, total: 1 }, day);
    }
  }

  async function takeOver(key: Key, item: Record<string, unknown>, day: Day): Promise<boolean> {
    const kept = new Error("the phrase in the slot stays");
    const values = { few: GIVES_WAY_BELOW, old: addDays(day, -GIVES_WAY_AFTER_DAYS) };
    try {
      await table.commit([
        {
          kind: "put",
          key,
          item,
          when: { text: "#total < :few AND #seenOn < :old", values },
          otherwise: () => kept,
        },
      ]);
      return true;
    } catch (error) {
      if (error === kept) return false;
      throw error;
    }
  }

  return {
    count,
    /** All phrases of a month; a thousand small items at most, so one page holds them. */
    async read(month: string): Promise<readonly MissedPhrase[]> {
      const where = { text: "#pk = :pk", values: { pk: partition(month) } };
      const { items } = await table.query({ where, limit: SLOTS, consistent: false });
      return items.map(({ phrase, none = 0, shown = 0, chosen = 0, seenOn }) => ({
        phrase: String(phrase),
        none: Number(none),
        shown: Number(shown),
        chosen: Number(chosen),
        seenOn: String(seenOn),
      }));
    },
  };
}
