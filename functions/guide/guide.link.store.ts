/**
 * Where it is kept what became of the links of a guide: `GUIDE#id / LINKS`. While citizens read the guide and it has
 * links, the item stands before the clock at the time of its next check; when a link is broken, in a list of its unit.
 */
import type { Instant } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import type { GuideChange } from "./guide.change.ts";
import type { LinkResult } from "./guide.link.ts";
import { linksOf } from "./guide.link.ts";
import { guidePartition } from "./guide.list.store.ts";
import type { GuideCard, LiveGuide } from "./guide.record.ts";

const LINK_WORK = "guideLinks";
const linksKey = (id: string): Key => ({ pk: guidePartition(id), sk: "LINKS" });

export interface CheckedLinks {
  readonly live: LiveGuide;
  readonly results: readonly LinkResult[];
  readonly at: Instant;
  readonly nextAt: Instant;
  readonly isBroken: boolean;
}

export type LinkStore = ReturnType<typeof openLinkStore>;

export function openLinkStore(table: Table) {
  return {
    async read(id: string): Promise<readonly LinkResult[]> {
      return resultsOf(await table.get(linksKey(id)));
    },
    /** In the order of the ids, 100 at most. */
    readMany: async (ids: readonly string[]): Promise<readonly (readonly LinkResult[])[]> =>
      (await table.getMany(ids.map(linksKey))).map(resultsOf),
    /** What was found of a version that nobody can read yet; the clock and the lists stay as they are. */
    async keep(id: string, results: readonly LinkResult[]): Promise<void> {
      const update = { text: "SET #links = :links", values: { links: results } };
      await table.commit([{ kind: "update", key: linksKey(id), update }]);
    },
    /** The guides whose links are to be looked at by now, those that have waited the longest first: one query. */
    async due(now: Instant, limit: number): Promise<readonly string[]> {
      const where = { text: "#work = :work AND #workAt <= :now", values: { work: LINK_WORK, now } };
      const page = await table.query({ index: "byWork", where, limit });
      return page.items.map(({ pk }) => pk.slice("GUIDE#".length));
    },
    /** What was found of the guide that has the longest time until its next check: all of it was alive. */
    async surest(now: Instant): Promise<readonly LinkResult[]> {
      const where = { text: "#work = :work AND #workAt > :now", values: { work: LINK_WORK, now } };
      const [found] = (await table.query({ index: "byWork", where, limit: 1, descending: true })).items;
      return found === undefined ? [] : resultsOf(await table.get({ pk: found.pk, sk: found.sk }));
    },
    /** A guide that has gone meanwhile does not come back. */
    async keepChecked(checked: CheckedLinks): Promise<void> {
      const { live, results, nextAt, isBroken } = checked;
      const listed = isBroken ? ", #card = :card, #stepQueue = :list, #queueOrder = :order" : "";
      const unlisted = isBroken ? "" : " REMOVE #card, #stepQueue, #queueOrder";
      const values = { links: results, next: nextAt, ...(isBroken ? listing(checked) : {}) };
      const update = { text: `SET #links = :links, #workAt = :next${listed}${unlisted}`, values };
      const when = { text: "attribute_exists(#work)" };
      const gone = new Error("nobody reads it any more");
      try {
        await table.commit([{ kind: "update", key: linksKey(live.id), update, when, otherwise: () => gone }]);
      } catch (error) {
        if (error !== gone) throw error;
      }
    },
  };
}

function listing({ live, at }: CheckedLinks) {
  const { id, unit, guide, version, state } = live;
  const checkedOn = live.checkedOn ?? guide.checkedOn;
  const card: GuideCard = {
    kind: "guide",
    ...{ id, unit, state },
    name: guide.taskName,
    n: version,
    changedAt: at,
    ...(checkedOn === undefined ? {} : { checkedOn }),
  };
  return { card, list: keyOf("GUIDES", unit, "links"), order: keyOf(at, id) };
}

const resultsOf = (item: StoredItem | undefined): readonly LinkResult[] =>
  (item?.links as readonly LinkResult[] | undefined) ?? [];

/** What follows for the links when citizens read another version, or none: they are looked at in the next run. */
export function linkWrites(
  before: { readonly live?: unknown } | undefined,
  change: GuideChange,
): readonly Write[] {
  const { live, head } = change;
  if (live?.kind !== "publish" && live?.kind !== "end") return [];
  const key = linksKey(head.id);
  const unlisted = "#card, #stepQueue, #queueOrder";
  if (live.kind === "publish" && linksOf(live.live.guide).length > 0) {
    const values = { work: LINK_WORK, at: live.live.publishedAt };
    const update = { text: `SET #work = :work, #workAt = :at REMOVE ${unlisted}`, values };
    return [{ kind: "update", key, update }];
  }
  // Of a guide that was never read there is nothing before the clock.
  if (before?.live === undefined) return [];
  return [{ kind: "update", key, update: { text: `REMOVE #work, #workAt, ${unlisted}` } }];
}
