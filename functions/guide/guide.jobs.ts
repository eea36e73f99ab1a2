/** What follows from a change of what citizens read: it is found, or found no more, within a minute. */
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import type { Change } from "../kit/table.stream.ts";
import { openStreamBatchJob } from "../kit/table.stream.ts";
import { isRebuildChange } from "../search/search.jobs.ts";
import type { Publishing } from "../search/search.service.ts";
import type { SearchWords } from "../search/search.ts";
import { documentOf, isFoundOtherwise } from "./guide.document.ts";
import type { LiveGuide } from "./guide.record.ts";
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

export interface GuideRebuildServices {
  readonly guides: Pick<Guides, "everyLive">;
  readonly wording: { readonly current: () => Promise<SearchWords> };
  readonly publishing: Pick<Publishing, "publishIndex">;
  readonly units: readonly string[];
  readonly log: Log;
}

/** As often as guides may change while all of them are read; what changes after that has a record of its own. */
const MOST_PASSES = 3;

/**
 * The whole index anew from what citizens read. While that is read and published, other changes may be published and
 * then lost, so it is read once more, and what differs is published after it.
 */
export function guideRebuildJob(services: GuideRebuildServices) {
  const { wording, publishing, log } = services;
  return openStreamBatchJob({
    wanted: isRebuildChange,
    onError: (error) => log.error("index not rebuilt", errorAttributes(error)),
    async work() {
      const changed = await readAll(services);
      let known = new Map(changed.map((live) => [live.id, markOf(live)]));
      const words = await wording.current();
      await publishing.publishIndex({ changed: changed.map(documentOf), words, isWhole: true });
      log.info("index rebuilt", { guides: changed.length });
      for (let pass = 0; pass < MOST_PASSES; pass += 1) {
        const now = await readAll(services);
        const news = now.filter((live) => known.get(live.id) !== markOf(live));
        const there = new Set(now.map(({ id }) => id));
        const removed = [...known.keys()].filter((id) => !there.has(id));
        if (news.length === 0 && removed.length === 0) return;
        await publishing.publishIndex({ changed: news.map(documentOf), removed });
        known = new Map(now.map((live) => [live.id, markOf(live)]));
      }
    },
  });
}

const markOf = ({ version, publishedAt }: LiveGuide): string => `${version} ${publishedAt}`;

async function readAll({ guides, units }: GuideRebuildServices): Promise<readonly LiveGuide[]> {
  const all: LiveGuide[] = [];
  for await (const some of guides.everyLive(units)) all.push(...some);
  return all;
}
