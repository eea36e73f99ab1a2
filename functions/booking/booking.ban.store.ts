/**
 * Where bans are kept: `BAN#hall / until#code#rule`, so that those in force are one query and the soonest over comes
 * first. An appeal that waits stands in `APPEAL#hall / at#code#rule` as well, until it is decided. `BANOF#hash` names the
 * bans of a person by the hash of their guard, so that they find their own.
 */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { BanRecord } from "./booking.ban.ts";
import { banForgottenAt, banSchema } from "./booking.ban.ts";

type BanId = Pick<BanRecord, "hall" | "until" | "code" | "rule">;

const banKey = ({ hall, until, code, rule }: BanId): Key => ({
  pk: keyOf("BAN", hall),
  sk: keyOf(until, code, rule),
});
const appealKey = (ban: BanRecord): Key => ({
  pk: keyOf("APPEAL", ban.hall),
  sk: keyOf(ban.appeal?.at ?? "", ban.code, ban.rule),
});
const ownKey = (hash: string, { hall, until, code, rule }: BanId): Key => ({
  pk: keyOf("BANOF", hash),
  sk: keyOf(hall, until, code, rule),
});
const banIn = (item: StoredItem | undefined): BanRecord | undefined =>
  item === undefined ? undefined : v.parse(banSchema, item.ban);

/** The next version of a ban, the first being 1; raises 409 `ban_changed` when somebody else was first. */
export const saveBanWrite = (ban: BanRecord): Write => ({
  kind: "put",
  key: banKey(ban),
  item: { ban, version: ban.version, expiresAt: epochSecondsOf(banForgottenAt(ban)) },
  when: ban.version === 1 ? isNew : { text: "#version = :before", values: { before: ban.version - 1 } },
  otherwise: () => conflict("ban_changed"),
});

/** By which its person finds it again. */
export const ownBanWrites = (ban: BanRecord): readonly Write[] =>
  ban.guards.map((hash) => ({
    kind: "put",
    key: ownKey(hash, ban),
    item: { expiresAt: epochSecondsOf(banForgottenAt(ban)) },
  }));

export const waitingAppealWrite = (ban: BanRecord): Write => ({
  kind: "put",
  key: appealKey(ban),
  item: { until: ban.until, expiresAt: epochSecondsOf(banForgottenAt(ban)) },
});
export const decidedAppealWrite = (ban: BanRecord): Write => ({ kind: "delete", key: appealKey(ban) });

export interface BanPage {
  readonly bans: readonly BanRecord[];
  /** From where the next page goes on; undefined on the last one. */
  readonly next: string | undefined;
}

export interface BanStore {
  read(id: BanId): Promise<BanRecord | undefined>;
  /** Those that end after an instant, or after the last one of a page, soonest first. */
  after(hall: string, from: Instant, limit: number): Promise<BanPage>;
  /** Those of a person in a hall, by the hashes of their guards, that end after an instant. */
  own(hall: string, hashes: readonly string[], after: Instant): Promise<readonly BanRecord[]>;
  /** Those whose appeal waits, longest waiting first. */
  appealed(hall: string, limit: number): Promise<readonly BanRecord[]>;
}

export function openBanStore(table: Table): BanStore {
  return {
    read: async (id) => banIn(await table.get(banKey(id))),
    async after(hall, from, limit) {
      const where = { text: "#pk = :pk AND #sk > :from", values: { pk: keyOf("BAN", hall), from } };
      const page = await table.query({ where, limit });
      const next = page.next === undefined ? undefined : String(page.next.sk);
      return { bans: page.items.flatMap((item) => banIn(item) ?? []), next };
    },
    async own(hall, hashes, after) {
      const pages = await Promise.all(
        hashes.map((hash) =>
          table.query({
            where: {
              text: "#pk = :pk AND #sk BETWEEN :from AND :to",
              values: { pk: keyOf("BANOF", hash), from: keyOf(hall, after), to: keyOf(hall, "9") },
            },
          }),
        ),
      );
      const keys = new Map(
        pages
          .flatMap(({ items }) => items)
          .map(({ sk }) => {
            const [, until = "", code = "", rule = ""] = sk.split("#");
            return [sk, banKey({ hall, until, code, rule })] as const;
          }),
      );
      return (await table.getMany([...keys.values()])).flatMap((item) => banIn(item) ?? []);
    },
    async appealed(hall, limit) {
      const where = { text: "#pk = :pk", values: { pk: keyOf("APPEAL", hall) } };
      const { items } = await table.query({ where, limit });
      const keys = items.map(({ sk, until }) => {
        const [, code = "", rule = ""] = sk.split("#");
        return banKey({ hall, until: String(until), code, rule });
      });
      return (await table.getMany(keys)).flatMap((item) => banIn(item) ?? []);
    },
  };
}
