/** Builds the words of searches and their log; whoever shows or publishes them calls it. */
import type { AuditStore } from "./audit/audit.store.ts";
import { isGuideId } from "./guide/guide.record.ts";
import type { Guides } from "./guide/guide.service.ts";
import type { Clock } from "./kit/clock.ts";
import type { Random } from "./kit/id.ts";
import type { Log } from "./kit/log.ts";
import type { Table } from "./kit/table.ts";
import type { SearchLog } from "./search/search.missed.service.ts";
import { openSearchLog } from "./search/search.missed.service.ts";
import { openMissedStore } from "./search/search.missed.store.ts";
import type { Wording } from "./search/search.wording.service.ts";
import { openWording } from "./search/search.wording.service.ts";
import { openWordingStore } from "./search/search.wording.store.ts";

export interface WordsGround {
  readonly table: Table;
  readonly audit: AuditStore;
  readonly clock: Clock;
}

/** As many as one read takes. */
const AT_ONCE = 100;

export function wordingOf(
  { table, audit, clock }: WordsGround,
  guides: Pick<Guides, "readManyLive">,
): Wording {
  async function unknownIds(ids: readonly string[]): Promise<readonly string[]> {
    const unknown = ids.filter((id) => !isGuideId(id));
    const asked = ids.filter(isGuideId);
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const some = asked.slice(from, from + AT_ONCE);
      const live = await guides.readManyLive(some);
      unknown.push(...some.filter((_, place) => (live[place]?.state ?? "abolished") === "abolished"));
    }
    return unknown;
  }
  return openWording({ store: openWordingStore(table), audit, clock, unknownIds });
}

export const searchLogOf = (
  ground: Pick<WordsGround, "table" | "clock"> & { readonly random: Random; readonly log: Log },
): SearchLog => openSearchLog({ ...ground, store: openMissedStore(ground.table) });
