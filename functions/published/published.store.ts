/**
 * Where answers that everybody may read are kept: `PUBLISHED#id / ANSWER`. What a unit has in each state is a list of
 * the index byStep. What is published also stands in `PUBLICLIST#all / instant#id`, the newest first, so that the
 * citizens' function needs no index, in which it could see more than that.
 */
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { PublishedAnswer, PublishedState } from "./published.ts";

const KIND = "PUBLISHED";
const publishedKey = (id: string): Key => ({ pk: keyOf(KIND, id), sk: "ANSWER" });
const PUBLIC = keyOf("PUBLICLIST", "all");
const listKey = ({ publishedAt, id }: PublishedAnswer): Key => ({
  pk: PUBLIC,
  sk: keyOf(publishedAt ?? "", id),
});
const stateList = (unit: string, state: PublishedState) => keyOf(KIND, unit, state);

export interface PublishedPage {
  readonly answers: readonly PublishedAnswer[];
  readonly next: string | undefined;
}

export interface Portion {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export type PublishedStore = ReturnType<typeof openPublishedStore>;

export function openPublishedStore(table: Table) {
  return {
    read: async (id: string): Promise<PublishedAnswer | undefined> =>
      answerIn(await table.get(publishedKey(id))),
    /** The answers with these ids, in their order; undefined where there is none. One read for all. */
    readMany: async (ids: readonly string[]): Promise<readonly (PublishedAnswer | undefined)[]> =>
      (await table.getMany(ids.map(publishedKey))).map(answerIn),
    /** Raises `changed` when it is not as it was read. */
    writes: (
      before: PublishedAnswer | undefined,
      after: PublishedAnswer,
      changed: () => Error,
    ): readonly Write[] => [
      {
        kind: "put",
        key: publishedKey(after.id),
        item: itemOf(after),
        when:
          before === undefined ? isNew : { text: "#version = :before", values: { before: before.version } },
        otherwise: changed,
      },
      ...(before?.state === "published" ? [{ kind: "delete", key: listKey(before) } as const] : []),
      ...(after.state === "published"
        ? [{ kind: "put", key: listKey(after), item: { answer: after } } as const]
        : []),
    ],
    commit: (writes: readonly Write[]): Promise<void> => table.commit(writes),
    /** One query, and one read of what it found. */
    async listOfUnit(
      unit: string,
      state: PublishedState,
      { limit, cursor }: Portion,
    ): Promise<PublishedPage> {
      const list = stateList(unit, state);
      const place = cursor === undefined ? undefined : placeOf(cursor);
      const page = await table.query({
        index: "byStep",
        where: { text: "#stepQueue = :list", values: { list } },
        limit,
        descending: true,
        ...(place === undefined ? {} : { after: { ...place, stepQueue: list } }),
      });
      const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      return pageOf(items, page.next);
    },
    /** One query. */
    async listPublic({ limit, cursor }: Portion): Promise<PublishedPage> {
      const place = cursor === undefined ? undefined : placeOf(cursor);
      const page = await table.query({
        where: { text: "#pk = :list", values: { list: PUBLIC } },
        limit,
        descending: true,
        consistent: false,
        ...(place === undefined ? {} : { after: { pk: PUBLIC, sk: place.queueOrder } }),
      });
      return pageOf(page.items, page.next);
    },
  };
}

const pageOf = (items: readonly (StoredItem | undefined)[], next: Item | undefined): PublishedPage => ({
  answers: items.flatMap((item) => answerIn(item) ?? []),
  next: next === undefined ? undefined : cursorOf(next),
});

function itemOf(answer: PublishedAnswer): Item {
  const { id, unit, state, version, changedAt } = answer;
  return { answer, version, stepQueue: stateList(unit, state), queueOrder: keyOf(changedAt, id) };
}

const answerIn = (item: StoredItem | undefined): PublishedAnswer | undefined =>
  item?.answer as PublishedAnswer | undefined;

/** A cursor says which answer came last; the list comes from the request. */
const cursorOf = ({ sk, queueOrder }: Item): string =>
  Buffer.from(String(queueOrder ?? sk)).toString("base64url");

/** The place in a list of the index, and in the public one. */
function placeOf(cursor: string) {
  const queueOrder = Buffer.from(cursor, "base64url").toString("utf8");
  const id = /^[\dT:.Z-]{20,24}#([\w-]{22})$/.exec(queueOrder)?.[1];
  return id === undefined ? undefined : { ...publishedKey(id), queueOrder };
}

/** The answer that a change of the stream is about; undefined for every other change. */
export function changedAnswer({ before, after }: Change): PublishedAnswer | undefined {
  const item = after ?? before;
  return item?.sk === "ANSWER" && item.pk.startsWith(`${KIND}#`) ? answerIn(item) : undefined;
}
