/**
 * Counting cases into table 三 as they change. The stream calls `count` for each changed head, at least once and in any
 * order; each case is in the counters exactly once, because its counting and the counters move in one transaction.
 */
import { dayOf, yearOf } from "../calendar/calendar.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { Clock } from "../kit/clock.ts";
import { busy } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import type { CountStore } from "./report.count.store.ts";
import { changeOf, factsOf, marksOf } from "./report.count.ts";
import type { UnitYear } from "./report.counter.store.ts";
import { feeMoves } from "./report.fee.ts";
import { CARRIED_OUT } from "./report.row.ts";

export interface CountOptions {
  readonly table: Table;
  readonly store: CountStore;
  readonly clock: Clock;
  readonly heads: {
    readHeads(references: readonly string[]): Promise<readonly (DisclosureHead | undefined)[]>;
  };
  readonly units: readonly string[];
}

export type Counts = ReturnType<typeof openCounts>;

const MOST_ATTEMPTS = 8;
const PAGE = 50;

export function openCounts({ table, store, clock, heads, units }: CountOptions) {
  const thisYear = () => yearOf(dayOf(clock()));

  /** Counts a case as its head stands; gives whether anything moved. A head that was overtaken moves nothing. */
  async function count(head: DisclosureHead): Promise<boolean> {
    const facts = factsOf(head);
    const { reference, version } = head;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const before = await store.readCounting(reference);
      if (before !== undefined && before.version > version) return false;
      const after = marksOf(facts, thisYear());
      const change = changeOf(before?.marks ?? [], after);
      const fees = feeMoves(before?.fees ?? [], facts.fees ?? []);
      if (change.added.length + change.removed.length + fees.length === 0) return false;
      try {
        await table.commit(store.countWrites({ reference, facts, version, before, after, change, fees }));
        return true;
      } catch (error) {
        if (error !== store.outrun) throw error;
      }
    }
    throw busy();
  }

  /**
   * At the turn of a year: whatever is pending stands in row 25 of the new year too. Asked every quarter of an hour; it
   * costs one read once a year has been carried over. Gives how many cases it carried.
   */
  async function rollOver(): Promise<number> {
    const year = thisYear();
    const wanted = units.map((unit) => ({ unit, year }));
    const counts = await store.readCounts(wanted);
    let carried = 0;
    for (const [index, where] of wanted.entries())
      if (counts[index]?.rolledOver === false) carried += await carryOver(where);
    return carried;
  }

  async function carryOver({ unit, year }: UnitYear): Promise<number> {
    const cell = { unit, year: year - 1, row: CARRIED_OUT, column: "total" } as const;
    let carried = 0;
    let cursor: string | undefined;
    do {
      const page = await store.cases(cell, { limit: PAGE, cursor });
      for (const head of await heads.readHeads(page.entries.map(({ reference }) => reference)))
        if (head !== undefined && (await count(head))) carried += 1;
      cursor = page.next;
    } while (cursor !== undefined);
    await table.commit([store.rolledOverWrite({ unit, year })]);
    return carried;
  }

  return { count, rollOver };
}
