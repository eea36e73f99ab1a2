/** The cases that the clock has to look at, of every kind, in the order of their days. */
import type { StoredItem, Table } from "../kit/table.ts";
import type { caseWork } from "./case.ts";

const BATCH = 50;

export interface Work {
  readonly work: (typeof caseWork)[keyof typeof caseWork];
  /** Exclusive: only what is to be looked at before this day. */
  readonly before?: string;
}

/** Their heads as they are stored, a batch at a time; a case that a job changes meanwhile is not seen twice. */
export async function* itemsAtWork(
  table: Pick<Table, "query" | "getMany">,
  { work, before }: Work,
): AsyncGenerator<StoredItem> {
  const where =
    before === undefined
      ? { text: "#work = :work", values: { work } }
      : { text: "#work = :work AND #workAt < :before", values: { work, before } };
  let after: Awaited<ReturnType<typeof table.query>>["next"];
  do {
    const page = await table.query({
      index: "byWork",
      where,
      limit: BATCH,
      ...(after === undefined ? {} : { after }),
    });
    const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
    for (const item of items) if (item !== undefined) yield item;
    after = page.next;
  } while (after !== undefined);
}
