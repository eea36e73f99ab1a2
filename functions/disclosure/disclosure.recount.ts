/** Due dates that were provisional are counted again: the notice with next year's holidays may be out by now. */
import type { Write } from "../kit/table.ts";
import { dueDate } from "./disclosure.clock.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

const BATCH = 50;

export function openRecount(parts: DisclosureParts) {
  const { table, cases, calendar } = parts;

  /** Recounts every provisional date; answers with how many were looked at and how many moved or became firm. */
  async function recheckDueDates(): Promise<{ looked: number; changed: number }> {
    const where = { text: "#work = :work", values: { work: "recount" } };
    const result = { looked: 0, changed: 0 };
    let after: Awaited<ReturnType<typeof table.query>>["next"];
    do {
      const page = await table.query({
        index: "byWork",
        where,
        limit: BATCH,
        ...(after === undefined ? {} : { after }),
      });
      const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      for (const head of items.map(cases.readHeadFrom)) {
        if (head === undefined) continue;
        result.looked += 1;
        const due = dueDate(head.clock, calendar);
        if (due.on === head.due.on && due.provisional === head.due.provisional) continue;
        const moved = await table
          .commit(cases.recountWrites(head, { ...head, due }) as readonly Write[])
          .then(
            () => 1,
            // A command was first; it counted the date itself.
            (error) => (error === cases.outrun ? 0 : Promise.reject(error)),
          );
        result.changed += moved;
      }
      after = page.next;
    } while (after !== undefined);
    return result;
  }

  return { recheckDueDates };
}
