/** Due dates that were provisional are counted again: the notice with next year's holidays may be out by now. */

import { caseWork } from "../case/case.ts";
import type { Write } from "../kit/table.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { dueDate } from "./disclosure.clock.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { headsAtWork } from "./disclosure.work.ts";

export function openRecount(parts: DisclosureParts) {
  const { table, cases, calendar } = parts;

  async function recount(head: DisclosureHead): Promise<number> {
    const due = dueDate(head.clock, calendar);
    if (due.on === head.due.on && due.provisional === head.due.provisional) return 0;
    return table.commit(cases.recountWrites(head, { ...head, due }) as readonly Write[]).then(
      () => 1,
      // A command was first; it counted the date itself.
      (error) => (error === cases.outrun ? 0 : Promise.reject(error)),
    );
  }

  /** Recounts every provisional date; answers with how many were looked at and how many moved or became firm. */
  async function recheckDueDates(): Promise<{ looked: number; changed: number }> {
    const result = { looked: 0, changed: 0 };
    // What waits for a silence may be provisional as well, and stands in the index under that word alone.
    for (const work of Object.values(caseWork))
      for await (const head of headsAtWork(parts, { work })) {
        result.looked += 1;
        result.changed += await recount(head);
      }
    return result;
  }

  return { recheckDueDates };
}
