/** Counting on the real engine: heads of requests in every stage of their life, and what counts them. */
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import type { DisclosureEvent, DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { fold } from "../../functions/disclosure/disclosure.case.ts";
import type { Table } from "../../functions/kit/table.ts";
import { openCounts } from "../../functions/report/report.count.service.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import { cellKey, factsOf, marksOf, tallyOf } from "../../functions/report/report.count.ts";
import type { Counted } from "../../functions/report/report.table.ts";
import { clockAt } from "../support/world.ts";

export const calendar = chinaCalendar();
export const numberAt = (place: number): string => `440305G26${String(place).padStart(9, "0")}A`;

/** The head after each of the events. */
export const lifeOf = (reference: string, events: readonly DisclosureEvent[]): DisclosureHead[] =>
  events.map((_, index) => fold(reference, events.slice(0, index + 1), calendar));

export function openCounting(table: Table, units: readonly string[] = ["zfb"]) {
  const clock = clockAt("2026-03-02T02:00:00.000Z");
  const store = openCountStore(table);
  const known = new Map<string, DisclosureHead>();
  const heads = {
    readHeads: async (references: readonly string[]) => references.map((each) => known.get(each)),
  };
  const counts = openCounts({ table, store, clock: clock.now, heads, units });
  return { clock, store, counts, known };
}

/** What the counters should be, from the heads alone. */
export function expectedCounts(
  heads: Iterable<DisclosureHead>,
  where: { unit: string; year: number },
  now: number,
) {
  const tally = tallyOf([...heads].flatMap((head) => marksOf(factsOf(head), now)));
  const counted: Counted = (row, column) => tally.get(cellKey({ ...where, row, column })) ?? 0;
  return counted;
}
