/** What happens by the stream and by the clock: cases are counted, and what is pending goes into the new year. */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import type { Change } from "../kit/table.stream.ts";
import { openStreamJob } from "../kit/table.stream.ts";
import type { StoredItem } from "../kit/table.ts";
import type { Counts } from "./report.count.service.ts";
import { changeOf, factsOf, marksOf } from "./report.count.ts";
import { feeMoves } from "./report.fee.ts";

export interface CountStreamServices {
  readonly counts: Pick<Counts, "count" | "rollOver">;
  /** The head in an item of the table, if it is one. */
  readonly headIn: (item: StoredItem | undefined) => DisclosureHead | undefined;
  readonly log: Log;
}

/** Cases of one unit meet in the same counters, so that more at once would only wait for each other. */
const AT_ONCE = 2;

/** Most changes of a case leave it in its cells; they cost no read. */
function isMoved(before: DisclosureHead | undefined, after: DisclosureHead): boolean {
  if (before === undefined) return true;
  const year = Number(after.clock.submittedOn.slice(0, 4));
  const [was, is] = [factsOf(before), factsOf(after)];
  const { added, removed } = changeOf(marksOf(was, year), marksOf(is, year));
  return added.length + removed.length + feeMoves(was.fees ?? [], is.fees ?? []).length > 0;
}

export function countStreamJob({ counts, headIn, log }: CountStreamServices) {
  return openStreamJob({
    atOnce: AT_ONCE,
    onError: (error) => log.error("case not counted", errorAttributes(error)),
    async work({ before, after }: Change) {
      const head = headIn(after);
      if (head !== undefined && isMoved(headIn(before), head)) await counts.count(head);
    },
  });
}

export const rollOverJob =
  ({ counts }: Pick<CountStreamServices, "counts">) =>
  (): Promise<number> =>
    counts.rollOver();
