/** What follows from a new request: it is put together with those that ask alike. */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import type { Change } from "../kit/table.stream.ts";
import { openStreamJob } from "../kit/table.stream.ts";
import type { StoredItem } from "../kit/table.ts";
import type { Alike } from "./alike.service.ts";

export interface AlikeStreamServices {
  readonly alike: Pick<Alike, "place">;
  /** The head in an item of the table, if it is one of a disclosure request. */
  readonly headIn: (item: StoredItem | undefined) => DisclosureHead | undefined;
  readonly log: Log;
}

/** Two that come together may each begin a group; the desk then shows two, and neither is lost. */
export const alikeStreamJob = ({ alike, headIn, log }: AlikeStreamServices) =>
  openStreamJob({
    atOnce: 1,
    onError: (error) => log.error("request not compared", errorAttributes(error)),
    async work({ before, after }: Change) {
      if (before !== undefined) return;
      const head = headIn(after);
      if (head !== undefined) await alike.place(head);
    },
  });
