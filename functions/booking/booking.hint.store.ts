/**
 * Where hints are kept: `AVAILABILITY#hall#place / DAY#2026-11-23` with one attribute a slot, and `/ MONTH#2026-11` with
 * one attribute a day. An attribute is only ever replaced by one that has seen more.
 */
import type { Day } from "../calendar/calendar.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import { type DayCounts, packDay, unpackDay, versionText } from "./booking.hint.month.ts";
import { type Sequence, type SlotHint, unpackSlot } from "./booking.hint.ts";
import type { Site } from "./booking.seat.ts";
import type { TimeOfDay } from "./booking.time.ts";

const hintPartition = ({ hall, place }: Site): string => keyOf("AVAILABILITY", hall, place);
const dayKey = (site: Site, day: Day): Key => ({ pk: hintPartition(site), sk: keyOf("DAY", day) });
const monthKey = (site: Site, month: string): Key => ({ pk: hintPartition(site), sk: keyOf("MONTH", month) });

/** `t0930`, and `t0930b1` for the second block of lanes, whose changes have a sequence of their own. */
const slotName = (time: TimeOfDay, block: number): string =>
  `t${time.replace(":", "")}${block === 0 ? "" : `b${block}`}`;
const SLOT_NAME = /^t(\d{2})(\d{2})(?:b(\d+))?$/;
const dayName = (day: Day): string => `d${day.slice(8)}`;

/** The hint of one block of a slot, packed, with the sequence that it has seen. */
export interface CountedBlock {
  readonly time: TimeOfDay;
  readonly block: number;
  readonly sequence: Sequence;
  readonly packed: string;
}

export interface DayHint {
  /** Grows with each change. */
  readonly version: number;
  readonly slots: readonly SlotHint[];
}

export interface HintStore {
  /** Half a read unit up to 4 KB, a moment late. */
  readDay(site: Site, day: Day): Promise<DayHint | undefined>;
  readMonth(site: Site, month: string): Promise<ReadonlyMap<Day, DayCounts>>;
  /** Puts what was counted in its place, block by block, unless newer counts are there. Gives the day as it is then. */
  saveDay(site: Site, day: Day, counted: readonly CountedBlock[]): Promise<DayHint>;
  saveMonth(site: Site, day: Day, counts: DayCounts, version: number): Promise<void>;
}

export function openHintStore(table: Table): HintStore {
  const outrun = new Error("newer counts are there");

  async function saveBlock(key: Key, one: CountedBlock): Promise<void> {
    const name = slotName(one.time, one.block);
    try {
      await table.commit([
        {
          kind: "update",
          key,
          // What is stored begins with its sequence, so it is smaller exactly when it has seen less.
          when: {
            text: `attribute_not_exists(#${name}) OR #${name} < :sequence`,
            values: { sequence: one.sequence },
          },
          update: {
            text: `SET #${name} = :packed ADD #version :one`,
            values: { packed: one.packed, one: 1 },
          },
          otherwise: () => outrun,
        },
      ]);
    } catch (error) {
      if (error !== outrun) throw error;
    }
  }

  /** All blocks in one write; when one of them has been outrun, each on its own. */
  async function saveAll(key: Key, counted: readonly CountedBlock[]): Promise<StoredItem | undefined> {
    const names = counted.map(({ time, block }) => slotName(time, block));
    const values = Object.fromEntries(
      counted.flatMap(({ packed, sequence }, n) => [
        [`p${n}`, packed],
        [`s${n}`, sequence],
      ]),
    );
    const fresh = names
      .map((name, n) => `(attribute_not_exists(#${name}) OR #${name} < :s${n})`)
      .join(" AND ");
    const sets = names.map((name, n) => `#${name} = :p${n}`).join(", ");
    const sequences = Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith("s")));
    const texts = Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith("p")));
    try {
      return await table.update({
        kind: "update",
        key,
        when: { text: fresh, values: sequences },
        update: { text: `SET ${sets} ADD #version :one`, values: { ...texts, one: 1 } },
        otherwise: () => outrun,
      });
    } catch (error) {
      if (error !== outrun) throw error;
      for (const one of counted) await saveBlock(key, one);
      return table.get(key);
    }
  }

  return {
    async readDay(site, day) {
      const item = await table.get(dayKey(site, day), { consistent: false });
      return item === undefined ? undefined : dayHintIn(item);
    },
    async readMonth(site, month) {
      const item = await table.get(monthKey(site, month), { consistent: false });
      const days = Object.entries(item ?? {}).filter(([name]) => /^d\d{2}$/.test(name));
      return new Map(days.map(([name, packed]) => [`${month}-${name.slice(1)}`, unpackDay(String(packed))]));
    },
    async saveDay(site, day, counted) {
      const item = await saveAll(dayKey(site, day), counted);
      return item === undefined ? { version: 0, slots: [] } : dayHintIn(item);
    },
    async saveMonth(site, day, counts, version) {
      const name = dayName(day);
      try {
        await table.commit([
          {
            kind: "update",
            key: monthKey(site, day.slice(0, 7)),
            when: {
              text: `attribute_not_exists(#${name}) OR #${name} < :version`,
              values: { version: versionText(version) },
            },
            update: { text: `SET #${name} = :packed`, values: { packed: packDay(counts, version) } },
            otherwise: () => outrun,
          },
        ]);
      } catch (error) {
        if (error !== outrun) throw error;
      }
    },
  };
}

/** The slots in order, the blocks of one put together. */
function dayHintIn(item: StoredItem): DayHint {
  const slots = new Map<TimeOfDay, SlotHint>();
  const packed = Object.entries(item).flatMap(([name, text]) => {
    const [, hours, minutes] = SLOT_NAME.exec(name) ?? [];
    return hours === undefined ? [] : [{ time: `${hours}:${minutes}`, text: String(text) }];
  });
  for (const { time, text } of packed) {
    const hint = unpackSlot(time, text);
    const before = slots.get(time);
    const groups = [...(before?.groups ?? []), ...hint.groups];
    slots.set(time, { time, until: Math.max(before?.until ?? 0, hint.until), groups });
  }
  const inOrder = [...slots.values()].toSorted((one, other) => (one.time < other.time ? -1 : 1));
  return { version: Number(item.version ?? 0), slots: inOrder };
}
