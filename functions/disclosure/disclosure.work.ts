/** The cases that the clock has to look at, in the order of their days. */
import type { caseWork } from "../case/case.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

const BATCH = 50;

export interface Work {
  readonly work: (typeof caseWork)[keyof typeof caseWork];
  /** Exclusive: only what is to be looked at before this day. */
  readonly before?: string;
}

/** Their heads as they are stored, a batch at a time; a case that a job changes meanwhile is not seen twice. */
export async function* headsAtWork(
  { table, cases }: Pick<DisclosureParts, "table" | "cases">,
  { work, before }: Work,
): AsyncGenerator<DisclosureHead> {
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
    for (const head of items.map(cases.readHeadFrom)) if (head !== undefined) yield head;
    after = page.next;
  } while (after !== undefined);
}
