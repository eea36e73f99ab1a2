/**
 * Where the gazette is kept: `GAZETTE#id / HEAD` (where it stands and what is being written), `LIVE` (what citizens
 * read, one item), `CARD` (its row, for what a search finds) and `VERSION#000001` (each text that was published, for
 * ever). Columns are ranges of `GAZETTECOLUMN#kind`, an office's lists of `GAZETTEDESK#unit#list`; neither needs an
 * index, and both hold rows and no texts.
 */
import type { Day } from "../calendar/calendar.day.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { GazetteChange } from "./gazette.change.ts";
import type {
  GazetteCard,
  GazetteHead,
  GazetteListName,
  GazetteRow,
  GazetteVersion,
  PublicItem,
  WithdrawnItem,
} from "./gazette.record.ts";
import { cardOf } from "./gazette.record.ts";
import { column, desk, rowWrites } from "./gazette.row.store.ts";
import type { GazetteKind } from "./gazette.ts";

const WORK = "gazette";
const partition = (id: string): string => keyOf("GAZETTE", id);
const partOf = (id: string, sk: "HEAD" | "LIVE" | "CARD"): Key => ({ pk: partition(id), sk });
const versionKey = (id: string, n: number): Key => ({
  pk: partition(id),
  sk: keyOf("VERSION", String(n).padStart(6, "0")),
});
export interface Portion {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
}

export type GazetteStore = ReturnType<typeof openGazetteStore>;

export function openGazetteStore(table: Table) {
  const list = async <Row>(pk: string, portion: Portion, wanted: { before?: Day; ascending?: true } = {}) => {
    const { before, ascending } = wanted;
    const after = portion.cursor === undefined ? undefined : placeOf(portion.cursor);
    // The engine refuses a position behind the range; what follows it is known to be nothing.
    if (after !== undefined && before !== undefined && after >= before) return { rows: [], next: undefined };
    const page = await table.query({
      where: {
        text: `#pk = :pk${before === undefined ? "" : " AND #sk < :before"}`,
        values: { pk, ...(before === undefined ? {} : { before }) },
      },
      limit: portion.limit,
      descending: ascending === undefined,
      consistent: false,
      ...(after === undefined ? {} : { after: { pk, sk: after } }),
    });
    const next =
      page.next === undefined ? undefined : Buffer.from(String(page.next.sk)).toString("base64url");
    return { rows: page.items.map((item) => item.row as Row), next } satisfies Listed<Row>;
  };

  return {
    readHead: async (id: string): Promise<GazetteHead | undefined> =>
      headIn(await table.get(partOf(id, "HEAD"))),
    /** What everybody may read, in one read. */
    readLive: async (id: string): Promise<PublicItem | WithdrawnItem | undefined> =>
      liveIn(await table.get(partOf(id, "LIVE"), { consistent: false })),
    readManyLive: async (
      ids: readonly string[],
    ): Promise<readonly (PublicItem | WithdrawnItem | undefined)[]> =>
      (await table.getMany(ids.map((id) => partOf(id, "LIVE")))).map(liveIn),
    /** Rows in the order of their ids, without those that nobody may read now. One read for all. */
    readCards: async (ids: readonly string[]): Promise<readonly GazetteCard[]> =>
      (await table.getMany(ids.map((id) => partOf(id, "CARD")))).flatMap(
        (item) => (item?.row as GazetteCard | undefined) ?? [],
      ),
    readVersion: async (id: string, n: number): Promise<GazetteVersion | undefined> =>
      (await table.get(versionKey(id, n)))?.version as GazetteVersion | undefined,
    /** Raises `gazette_changed` when it is not as it was read. */
    writes: (before: GazetteHead | undefined, { head, live, version }: GazetteChange): readonly Write[] => [
      headWrite(before, head),
      ...(version === undefined
        ? []
        : [{ kind: "put", key: versionKey(head.id, version.n), item: { version } } as const]),
      ...(live === undefined ? [] : liveWrites(head.id, live)),
      ...rowWrites(before, head, live),
    ],
    commit: (writes: readonly Write[]): Promise<void> => table.commit(writes),
    /** One query, the newest first. */
    listColumn: (kind: GazetteKind, portion: Portion) => list<GazetteCard>(column(kind), portion),
    /** One query: the newest first; of what is stale what was looked at the longest ago. */
    listDesk: (unit: string, name: GazetteListName, wanted: Portion & { readonly staleBefore: Day }) =>
      list<GazetteRow>(
        desk(unit, name),
        wanted,
        name === "stale" ? { before: wanted.staleBefore, ascending: true } : {},
      ),
    /** Items of which a day has come by `today`, the earliest first. */
    async due(today: Day, limit: number): Promise<readonly GazetteHead[]> {
      const where = { text: "#work = :work AND #workAt <= :today", values: { work: WORK, today } };
      const page = await table.query({ index: "byWork", where, limit });
      const found = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      return found.flatMap((item) => headIn(item) ?? []);
    },
  };
}

const headIn = (item: StoredItem | undefined) => item?.head as GazetteHead | undefined;
const liveIn = (item: StoredItem | undefined) => item?.live as PublicItem | WithdrawnItem | undefined;

function headWrite(before: GazetteHead | undefined, head: GazetteHead): Write {
  const { work, live } = head;
  const days = [work?.state === "waiting" ? work.content.from : undefined, live?.until]
    .filter((day) => day !== undefined)
    .sort();
  const item: Item = {
    head,
    version: head.version,
    ...(days[0] === undefined ? {} : { work: WORK, workAt: days[0] }),
  };
  const when = before === undefined ? isNew : { text: "#version = :seen", values: { seen: before.version } };
  return {
    kind: "put",
    key: partOf(head.id, "HEAD"),
    item,
    when,
    otherwise: () => conflict("gazette_changed"),
  };
}

function liveWrites(id: string, live: NonNullable<GazetteChange["live"]>): readonly Write[] {
  const key = partOf(id, "LIVE");
  if (live.state === "checked") {
    const update = { text: "SET #live.#checkedOn = :on", values: { on: live.on } };
    return [{ kind: "update", key, update }];
  }
  // Nobody may delete what was public: a row that nobody may read now is empty.
  const row = live.state === "published" ? { row: cardOf(live) } : {};
  return [
    { kind: "put", key, item: { live } },
    { kind: "put", key: partOf(id, "CARD"), item: row },
  ];
}

/** Where a page ended; whatever else somebody writes into an address begins at the first. */
function placeOf(cursor: string): string | undefined {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  return /^[\dT:.Z#-]{10,60}#[\w-]{22}$/.test(place) ? place : undefined;
}

/** The id of an item whose public text changed, out of the stream; undefined for every other change. */
export function changedItem({ before, after }: Change): string | undefined {
  const item = after ?? before;
  return item?.sk === "LIVE" && item.pk.startsWith("GAZETTE#") ? liveIn(item)?.id : undefined;
}
