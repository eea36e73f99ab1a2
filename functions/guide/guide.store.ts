/**
 * Where guides are kept: `GUIDE#id / LIVE` (what citizens read, one item), `GUIDE#id / VERSION#000001` (each version,
 * for ever) and `GUIDE#id / HEAD` (where they stand). Office lists are ranges of the generic indexes: the head is in
 * the lists of all guides and of what is live, a version in that of its state while somebody must act on it.
 */
import type { Day } from "../calendar/calendar.day.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { Expression, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { GuideChange, LiveChange } from "./guide.change.ts";
import { linkWrites } from "./guide.link.store.ts";
import type { GuideListing, GuidePage } from "./guide.list.store.ts";
import { GUIDE_WORK, guidePartition, headLists, listGuides, versionLists } from "./guide.list.store.ts";
import type { EndedGuide, GuideHead, GuideVersion, LiveGuide } from "./guide.record.ts";

const headKey = (id: string): Key => ({ pk: guidePartition(id), sk: "HEAD" });
const liveKey = (id: string): Key => ({ pk: guidePartition(id), sk: "LIVE" });
const versionKey = (id: string, n: number): Key => ({
  pk: guidePartition(id),
  sk: keyOf("VERSION", String(n).padStart(6, "0")),
});

export type GuideStore = ReturnType<typeof openGuideStore>;

export function openGuideStore(table: Table) {
  return {
    async readLive(id: string): Promise<LiveGuide | EndedGuide | undefined> {
      return liveOf(await table.get(liveKey(id), { consistent: false }));
    },
    /** Several in one request, in the order asked for, as they are at this moment. */
    async readManyLive(ids: readonly string[]): Promise<readonly (LiveGuide | EndedGuide | undefined)[]> {
      return (await table.getMany(ids.map(liveKey))).map(liveOf);
    },
    async readHead(id: string): Promise<GuideHead | undefined> {
      return (await table.get(headKey(id)))?.head as GuideHead | undefined;
    },
    /** Up to 100 in one request; those that are not there are left out. */
    async readHeads(ids: readonly string[]): Promise<readonly GuideHead[]> {
      const items = await table.getMany(ids.map(headKey));
      return items.flatMap((item) => (item?.head as GuideHead | undefined) ?? []);
    },
    async readVersion(id: string, n: number): Promise<GuideVersion | undefined> {
      return (await table.get(versionKey(id, n)))?.version as GuideVersion | undefined;
    },
    /** All versions, the newest first; `limit` bounds the work, older ones are read by their number. */
    async readVersions(id: string, limit: number): Promise<readonly GuideVersion[]> {
      const where = {
        text: "#pk = :pk AND begins_with(#sk, :version)",
        values: { pk: guidePartition(id), version: "VERSION#" },
      };
      const { items } = await table.query({ where, limit, descending: true });
      return items.map((item) => item.version as GuideVersion);
    },
    writes: (before: GuideHead | undefined, change: GuideChange): readonly Write[] => [
      headWrite(before, change.head),
      ...versionWrites(change),
      ...change.moved.map(({ n, state, ended }) => movedWrite(versionKey(change.head.id, n), state, ended)),
      ...(change.live === undefined ? [] : [liveWrite(change.head.id, change.live)]),
      ...linkWrites(before, change),
    ],
    commit: (writes: readonly Write[]): Promise<void> => table.commit(writes),
    list: (listing: GuideListing): Promise<GuidePage> => listGuides(table, listing),
    /** Heads of which a date has come by `today`, the earliest first. */
    async due(today: Day, limit: number): Promise<readonly GuideHead[]> {
      const where = { text: "#work = :work AND #workAt <= :today", values: { work: GUIDE_WORK, today } };
      const page = await table.query({ index: "byWork", where, limit });
      const found = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      return found.flatMap((item) => (item?.head as GuideHead | undefined) ?? []);
    },
  };
}

/** Whoever was first moved the head; the other one is told, whatever else their command would have written. */
function headWrite(before: GuideHead | undefined, head: GuideHead): Write {
  const item = { head, revision: head.revision, ...headLists(head) };
  const key = headKey(head.id);
  if (before === undefined)
    return { kind: "put", key, item, when: isNew, otherwise: () => conflict("guide_exists") };
  const when = { text: "#revision = :before", values: { before: before.revision } };
  return { kind: "put", key, item, when, otherwise: () => conflict("guide_changed") };
}

function versionWrites({ version, head }: GuideChange): readonly Write[] {
  if (version === undefined) return [];
  const item = { version, ...versionLists(version, head) };
  return [{ kind: "put", key: versionKey(version.id, version.n), item }];
}

function movedWrite(key: Key, state: string, ended: string | undefined): Write {
  const set = ended === undefined ? "" : ", #version.#endedAt = :ended";
  const values = { state, ...(ended === undefined ? {} : { ended }) };
  const text = `SET #version.#state = :state${set} REMOVE #card, #queueOrder, #stepQueue`;
  return { kind: "update", key, update: { text, values } };
}

function liveWrite(id: string, change: LiveChange): Write {
  const key = liveKey(id);
  if (change.kind === "publish") return { kind: "put", key, item: { live: change.live } };
  if (change.kind === "end") return { kind: "put", key, item: { live: change.ended } };
  return { kind: "update", key, update: liveUpdate(change) };
}

function liveUpdate(change: Exclude<LiveChange, { kind: "publish" | "end" }>): Expression {
  if (change.kind === "check") return { text: "SET #live.#checkedOn = :on", values: { on: change.on } };
  if (change.kind === "resume")
    return { text: "SET #live.#state = :state REMOVE #live.#reason", values: { state: "published" } };
  const values = { state: "paused", reason: change.reason };
  return { text: "SET #live.#state = :state, #live.#reason = :reason", values };
}

const liveOf = (item: StoredItem | undefined): LiveGuide | EndedGuide | undefined =>
  item?.live as LiveGuide | EndedGuide | undefined;

/** A change of what citizens read, out of the stream; undefined for every other change. */
export function changedLive({ before, after }: Change) {
  const item = after ?? before;
  if (item?.sk !== "LIVE" || !item.pk.startsWith("GUIDE#")) return undefined;
  const [was, is] = [liveOf(before), liveOf(after)];
  const id = (is ?? was)?.id;
  return id === undefined ? undefined : { id, before: was, after: is };
}
