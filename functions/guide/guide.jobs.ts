/** What follows from a change of what citizens read: it is found, or found no more, within a minute. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import type { Change } from "../kit/table.stream.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import type { Publishing } from "../search/search.service.ts";
import { documentOf, isFoundOtherwise } from "./guide.document.ts";
import type { Guides } from "./guide.service.ts";
import { changedLive } from "./guide.store.ts";

export interface GuideStreamServices {
  readonly guides: Pick<Guides, "readManyLive">;
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly log: Log;
}

/**
 * One build of the index for all guides of a batch. What is published is what citizens read now and not what the
 * record of the change held, so that a batch that comes again, or late, never brings back what is over.
 */
export function guideStreamJob({ guides, publishing, log }: GuideStreamServices) {
  return openStreamBatchJob({
    wanted: isWanted,
    onError: (error) => log.error("index not published", errorAttributes(error)),
    async work(changes) {
      const ids = [...new Set(changes.flatMap((change) => changedLive(change)?.id ?? []))];
      const live = await guides.readManyLive(ids);
      const found = live.flatMap((one) => (one === undefined || one.state === "abolished" ? [] : [one]));
      const removed = ids.filter((id) => !found.some((one) => one.id === id));
      const version = await publishing.publishIndex({ changed: found.map(documentOf), removed });
      log.info("index published", { version, changed: found.length, removed: removed.length });
    },
  });
}

function isWanted(change: Change): boolean {
  const live = changedLive(change);
  return live !== undefined && isFoundOtherwise(live.before, live.after);
}
