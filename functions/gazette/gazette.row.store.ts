/** The rows of an item: in its column while it is public, and in the lists of its office while somebody must see it there. */
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Key, Write } from "../kit/table.ts";
import type { GazetteChange } from "./gazette.change.ts";
import type { GazetteHead, GazetteListName, GazetteRow } from "./gazette.record.ts";
import { cardOf, goesStale } from "./gazette.record.ts";
import type { GazetteKind } from "./gazette.ts";

export const column = (kind: GazetteKind): string => keyOf("GAZETTECOLUMN", kind);
export const desk = (unit: string, list: GazetteListName): string => keyOf("GAZETTEDESK", unit, list);

interface Row {
  readonly key: Key;
  readonly item: Item;
}

/** The rows of an item: leaves where it no longer is, and stands where it is now. */
export function rowWrites(
  before: GazetteHead | undefined,
  head: GazetteHead,
  live: GazetteChange["live"],
): readonly Write[] {
  const now = [...deskRows(head), ...columnRows(head, live)];
  const place = ({ pk, sk }: Key): string => `${pk} ${sk}`;
  const stays = new Set([...now.map(({ key }) => key), ...columnKeys(head)].map(place));
  const were = before === undefined ? [] : [...deskRows(before).map(({ key }) => key), ...columnKeys(before)];
  return [
    ...were.filter((key) => !stays.has(place(key))).map((key) => ({ kind: "delete", key }) as const),
    ...now.map(({ key, item }) => ({ kind: "put", key, item }) as const),
  ];
}

const columnKeys = ({ id, kind, live }: GazetteHead): readonly Key[] =>
  live?.state === "published" ? [{ pk: column(kind), sk: keyOf(live.on, live.publishedAt, id) }] : [];

/** What a check changes no row of a column shows. */
const columnRows = (head: GazetteHead, live: GazetteChange["live"]): readonly Row[] =>
  live?.state === "published" ? columnKeys(head).map((key) => ({ key, item: { row: cardOf(live) } })) : [];

function deskRows({ id, unit, kind, work, live }: GazetteHead): readonly Row[] {
  const row = (list: GazetteListName, order: string, shown: Omit<GazetteRow, "id" | "kind">): Row => ({
    key: { pk: desk(unit, list), sk: keyOf(order, id) },
    item: { row: { id, kind, ...shown } satisfies GazetteRow },
  });
  const rows: Row[] = [];
  if (work !== undefined) {
    const at = work.state === "waiting" ? (work.content.from ?? work.changedAt) : work.changedAt;
    rows.push(row(work.state, at, { title: work.content.title, author: work.author.name, at }));
  }
  if (live !== undefined) {
    const { state, title, changedAt, checkedOn } = live;
    rows.push(row(state, changedAt, { title, at: changedAt }));
    if (state === "published" && goesStale(kind))
      rows.push(row("stale", checkedOn, { title, at: checkedOn }));
  }
  return rows;
}
