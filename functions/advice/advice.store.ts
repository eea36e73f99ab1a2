/**
 * Where questions and suggestions are kept beside their events: what was written, `CASE#reference / ADVICE`, name and
 * telephone sealed field by field; and what everybody may read of one, `ADVICE#id / ANSWER`. What is public also stands
 * in `ADVICELIST#all / instant#id`, the newest first, so that the citizens' function needs no index.
 */
import * as v from "valibot";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Change } from "../kit/table.stream.ts";
import type { Item, Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { PublicRecord } from "./advice.public.ts";
import type { Advice } from "./advice.ts";
import { adviceKinds } from "./advice.ts";

const KIND = "ADVICE";
const textKey = (reference: string): Key => ({ pk: keyOf("CASE", reference), sk: KIND });
const publicKey = (id: string): Key => ({ pk: keyOf(KIND, id), sk: "ANSWER" });
const PUBLIC = keyOf("ADVICELIST", "all");
const listKey = ({ publishedAt, id }: Pick<PublicRecord, "publishedAt" | "id">): Key => ({
  pk: PUBLIC,
  sk: keyOf(publishedAt, id),
});
const tokenKey = (tokenHash: string): Key => ({ pk: keyOf("IDEMPOTENCY", tokenHash), sk: KIND });

const stored = v.object({
  kind: v.picklist(adviceKinds),
  unit: v.string(),
  subject: v.string(),
  text: v.string(),
  name: v.optional(v.string()),
  phone: v.string(),
});

/** Which first submission a token belongs to, and a keyed hash of what it said. */
export interface AdviceToken {
  readonly reference: string;
  readonly contentHash: string;
}

export interface PublicPortion {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export type AdviceStore = ReturnType<typeof openAdviceStore>;

export function openAdviceStore({ table, vault, clock }: { table: Table; vault: Vault; clock: Clock }) {
  const context = (reference: string, field: string) => `ADVICE ${reference} ${field}`;

  return {
    textWrite(reference: string, { name, phone, ...rest }: Advice): Write {
      const seal = (value: string, field: string) => vault.seal(value, context(reference, field));
      const sealed = {
        phone: seal(phone, "phone"),
        ...(name === undefined ? {} : { name: seal(name, "name") }),
      };
      return { kind: "put", key: textKey(reference), item: { advice: { ...rest, ...sealed } }, when: isNew };
    },
    async readText(reference: string): Promise<Advice | undefined> {
      const item = await table.get(textKey(reference));
      if (item === undefined) return undefined;
      const { name, phone, ...rest } = v.parse(stored, item.advice);
      const open = (value: string, field: string) => vault.open(value, context(reference, field));
      return {
        ...rest,
        phone: open(phone, "phone"),
        ...(name === undefined ? {} : { name: open(name, "name") }),
      };
    },
    tokenWrite: (
      tokenHash: string,
      { record, expiresAt }: { record: AdviceToken; expiresAt: number },
      used: (old?: AdviceToken) => Error,
    ): Write => ({
      kind: "put",
      key: tokenKey(tokenHash),
      item: { ...record, expiresAt },
      when: isNew,
      otherwise: (old) => used(old as unknown as AdviceToken | undefined),
    }),
    async readToken(tokenHash: string): Promise<AdviceToken | undefined> {
      const item = await table.get(tokenKey(tokenHash));
      // The engine deletes what has expired days later, so it is checked here.
      const isOver = item === undefined || Number(item.expiresAt) <= epochSecondsOf(clock());
      return isOver ? undefined : (item as unknown as AdviceToken);
    },
    /** In the transaction of the event that makes it public or takes it back. */
    publicWrites: (record: PublicRecord): readonly Write[] => [
      { kind: "put", key: publicKey(record.id), item: { record } },
      record.state === "public"
        ? { kind: "put", key: listKey(record), item: { record } }
        : { kind: "delete", key: listKey(record) },
    ],
    readPublic: async (id: string): Promise<PublicRecord | undefined> =>
      recordIn(await table.get(publicKey(id))),
    /** One read for all, in their order; undefined where there is none. */
    readManyPublic: async (ids: readonly string[]): Promise<readonly (PublicRecord | undefined)[]> =>
      (await table.getMany(ids.map(publicKey))).map(recordIn),
    /** One query. */
    async listPublic({ limit, cursor }: PublicPortion) {
      const sk = cursor === undefined ? undefined : placeOf(cursor);
      const page = await table.query({
        where: { text: "#pk = :list", values: { list: PUBLIC } },
        limit,
        descending: true,
        consistent: false,
        ...(sk === undefined ? {} : { after: { pk: PUBLIC, sk } }),
      });
      const records = page.items.flatMap((item) => recordIn(item) ?? []);
      return { records, next: page.next === undefined ? undefined : cursorOf(page.next) };
    },
  };
}

const recordIn = (item: StoredItem | undefined): PublicRecord | undefined =>
  item?.record as PublicRecord | undefined;

const cursorOf = ({ sk }: Item): string => Buffer.from(String(sk)).toString("base64url");

/** A cursor says which came last; anything else begins at the front. */
function placeOf(cursor: string): string | undefined {
  const sk = Buffer.from(cursor, "base64url").toString("utf8");
  return /^[\dT:.Z-]{20,24}#[\w-]{22}$/.test(sk) ? sk : undefined;
}

/** What a change of the stream is about; undefined for every other change. */
export function changedRecord({ before, after }: Change): PublicRecord | undefined {
  const item = after ?? before;
  return item?.sk === "ANSWER" && item.pk.startsWith(`${KIND}#`) ? recordIn(item) : undefined;
}
