/**
 * Where it is kept who asks alike: `ALIKE#group#<number of the first> / GROUP`; the keys of its title lead to it as
 * `ALIKE#key#<unit>#<key> / instant#<id>`, and each request as `ALIKE#of#<number> / GROUP`. What is on the desk of a unit
 * is a list of the index byStep.
 */
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Group, GroupState } from "./alike.ts";
import { stateOf } from "./alike.ts";

const KIND = "ALIKE";
const groupKey = (id: string): Key => ({ pk: keyOf(KIND, "group", id), sk: "GROUP" });
const ofKey = (reference: string): Key => ({ pk: keyOf(KIND, "of", reference), sk: "GROUP" });
const listOf = (unit: string, state: GroupState) => keyOf(KIND, unit, state);

/** Of one key; a key that leads to more is of a title that many share in part, and the newest are looked at. */
const MOST_OF_A_KEY = 8;

export interface Candidate {
  readonly id: string;
  readonly title: string;
}

export type AlikeStore = ReturnType<typeof openAlikeStore>;

export function openAlikeStore(table: Table) {
  return {
    async groupIdOf(reference: string): Promise<string | undefined> {
      const item = await table.get(ofKey(reference));
      return item === undefined ? undefined : String(item.id);
    },
    read: async (id: string): Promise<Group | undefined> => groupIn(await table.get(groupKey(id))),
    /** As many queries as there are keys, each of a few small items, whatever there is. */
    async candidates(unit: string, keys: readonly string[]): Promise<readonly Candidate[]> {
      const pages = await Promise.all(
        keys.map((key) =>
          table.query({
            where: { text: "#pk = :pk", values: { pk: keyOf(KIND, "key", unit, key) } },
            limit: MOST_OF_A_KEY,
            descending: true,
          }),
        ),
      );
      const found = pages.flatMap(({ items }) =>
        items.map((item): [string, string] => [String(item.id), String(item.title)]),
      );
      return [...new Map(found)].map(([id, title]) => ({ id, title }));
    },
    /** A group of one, with the keys of its title that lead to it. Raises `taken` when the request has a group. */
    createWrites(group: Group, keys: readonly string[], taken: () => Error): readonly Write[] {
      const { id, unit, title, members } = group;
      const at = members[0]?.at ?? "";
      return [
        { kind: "put", key: groupKey(id), item: itemOf(group), when: isNew, otherwise: taken },
        { kind: "put", key: ofKey(id), item: { id }, when: isNew, otherwise: taken },
        ...keys.map(
          (key): Write => ({
            kind: "put",
            key: { pk: keyOf(KIND, "key", unit, key), sk: keyOf(at, id) },
            item: { id, title },
          }),
        ),
      ];
    },
    /** Raises `changed` when somebody was faster. `member`: the request that joins, if one does. */
    changeWrites(before: Group, after: Group, changed: () => Error, member?: string): readonly Write[] {
      const when = { text: "#version = :before", values: { before: before.version } };
      return [
        { kind: "put", key: groupKey(after.id), item: itemOf(after), when, otherwise: changed },
        ...(member === undefined
          ? []
          : [
              {
                kind: "put",
                key: ofKey(member),
                item: { id: after.id },
                when: isNew,
                otherwise: changed,
              } as const,
            ]),
      ];
    },
    commit: (writes: readonly Write[]): Promise<void> => table.commit(writes),
    /** One page of a unit's groups, the one that was asked for last first; one query and one read of what it found. */
    async list(
      unit: string,
      state: GroupState,
      { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<{ readonly groups: readonly Group[]; readonly next: string | undefined }> {
      const list = listOf(unit, state);
      const place = cursor === undefined ? undefined : placeOf(cursor);
      const page = await table.query({
        index: "byStep",
        where: { text: "#stepQueue = :list", values: { list } },
        limit,
        descending: true,
        ...(place === undefined ? {} : { after: { ...place, stepQueue: list } }),
      });
      const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      const next = page.next?.queueOrder;
      return {
        groups: items.flatMap((item) => groupIn(item) ?? []),
        next: typeof next === "string" ? Buffer.from(next).toString("base64url") : undefined,
      };
    },
  };
}

const groupIn = (item: StoredItem | undefined): Group | undefined => item?.group as Group | undefined;

function itemOf(group: Group): Item {
  const state = stateOf(group);
  const last = group.members.at(-1)?.at ?? "";
  return {
    group,
    version: group.version,
    ...(state === undefined
      ? {}
      : { stepQueue: listOf(group.unit, state), queueOrder: keyOf(last, group.id) }),
  };
}

function placeOf(cursor: string) {
  const queueOrder = Buffer.from(cursor, "base64url").toString("utf8");
  const id = /^[\dT:.Z-]{20,24}#(\d{6}G\d{11}[A-Z])$/.exec(queueOrder)?.[1];
  return id === undefined ? undefined : { ...groupKey(id), queueOrder };
}
