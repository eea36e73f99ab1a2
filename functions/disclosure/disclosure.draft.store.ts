/**
 * Where drafts are kept: one item under the hash of the draft's id, so that the table holds no key to a draft. Each
 * page and each file is an attribute of its own, sealed: two tabs that save different pages lose nothing.
 */

import type { CaseFile } from "../attachment/attachment.ts";
import { MOST_FILES } from "../attachment/attachment.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { conflict, Problem } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Expression, Key, StoredItem, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { Draft } from "./disclosure.draft.ts";
import { DRAFT_SECONDS } from "./disclosure.draft.ts";
import type { ApplicationValues } from "./disclosure.ts";

/** The only word of a draft in an index: it is there to be cleared away. */
const WORK = "draft";
const SWEPT_AT_ONCE = 100;

export const draftExpired = (): Problem => new Problem(410, "draft_expired");
export const tooManyFiles = (): Problem => conflict("too_many_files");

export interface DraftMoment {
  readonly id: string;
  readonly now: Instant;
}

export type DraftStore = ReturnType<typeof openDraftStore>;

export function openDraftStore(table: Table, vault: Vault) {
  const keyOfDraft = (id: string): Key => ({ pk: keyOf("DRAFT", vault.hash("draft", id)), sk: "DRAFT" });
  const seal = (key: Key, part: string, value: unknown) =>
    vault.seal(JSON.stringify(value), `${key.pk} ${part}`);
  const open = (key: Key, part: string, sealed: unknown): unknown =>
    JSON.parse(vault.open(String(sealed), `${key.pk} ${part}`));

  function draftFrom(item: StoredItem): Draft {
    const pages = Object.entries(item.pages as Record<string, unknown>).map(([attribute, sealed]) => {
      const { page, answers } = open(item, attribute, sealed) as { page: string; answers: ApplicationValues };
      return [page, answers] as const;
    });
    const files = Object.entries(item.files as Record<string, unknown>)
      .map(([id, sealed]) => open(item, id, sealed) as { at: Instant; file: CaseFile })
      .sort((one, other) => (one.at < other.at ? -1 : 1));
    return {
      pages: Object.fromEntries(pages),
      files: files.map(({ file }) => file),
      notice: item.notice as string | undefined,
    };
  }

  /** Changes a draft that is still alive and lets it live for another day. Throws 410 when it is not. */
  async function change({ id, now }: DraftMoment, wanted: Change): Promise<StoredItem> {
    const until = draftEnds(now);
    const when = `attribute_exists(#pk) AND #until > :now${wanted.when ? ` AND (${wanted.when.text})` : ""}`;
    return table.update({
      kind: "update",
      key: keyOfDraft(id),
      update: {
        text: `SET #until = :until, #workAt = :until, #expiresAt = :expiresAt${wanted.set ?? ""}${wanted.remove ?? ""}`,
        values: { ...wanted.values, until, expiresAt: expiryOf(until), now },
      },
      when: { text: when, values: wanted.when?.values ?? {} },
      otherwise: (old) =>
        old === undefined || String(old.until) <= now || !wanted.otherwise
          ? draftExpired()
          : wanted.otherwise(),
    });
  }

  return {
    async create({ id, now }: DraftMoment): Promise<void> {
      const until = draftEnds(now);
      const lives = { until, expiresAt: expiryOf(until), work: WORK, workAt: until };
      const item = { ...lives, pages: {}, files: {} };
      await table.commit([{ kind: "put", key: keyOfDraft(id), item, when: isNew, otherwise: draftExpired }]);
    },
    /** Undefined when there is none or its day is over, whether or not the engine has removed it already. */
    async read({ id, now }: DraftMoment): Promise<Draft | undefined> {
      const item = await table.get(keyOfDraft(id));
      return item === undefined || String(item.until) <= now ? undefined : draftFrom(item);
    },
    async savePage(moment: DraftMoment, page: string, answers: ApplicationValues): Promise<void> {
      const attribute = attributeOf(page);
      const sealed = seal(keyOfDraft(moment.id), attribute, { page, answers });
      await change(moment, { set: `, #pages.#${attribute} = :sealed`, values: { sealed } });
    },
    /** Adds a file once. Throws 409 `too_many_files` for a sixth, however many tabs try. */
    async addFile(moment: DraftMoment, file: CaseFile, notice: string): Promise<void> {
      const name = aliasOf(file.id);
      const sealed = seal(keyOfDraft(moment.id), file.id, { at: moment.now, file });
      const room = `size(#files) < :most OR attribute_exists(#files.${name})`;
      await change(moment, {
        set: `, #files.${name} = :sealed, #notice = :notice`,
        values: { sealed, notice },
        when: { text: room, values: { most: MOST_FILES } },
        otherwise: tooManyFiles,
      });
    },
    /** ApplicationValues whether the bytes may go too: not once the draft was handed in, they may belong to a case. */
    async removeFile(moment: DraftMoment, fileId: string): Promise<{ readonly owned: boolean }> {
      const name = aliasOf(fileId);
      const item = await change(moment, { remove: ` REMOVE #files.${name}` });
      return { owned: item.work === WORK };
    },
    async setNotice(moment: DraftMoment, notice: string): Promise<void> {
      await change(moment, { set: ", #notice = :notice", values: { notice } });
    },
    async clearNotice(moment: DraftMoment): Promise<void> {
      await change(moment, { remove: " REMOVE #notice" });
    },
    /**
     * The draft as it is handed in. From here on its files belong to the case that may come of it, even if nobody
     * lives to say so, and are no longer cleared away with the draft.
     */
    async handIn(moment: DraftMoment): Promise<Draft> {
      return draftFrom(await change(moment, { remove: " REMOVE #work" }));
    },
    /** Deletes the draft and gives the ids of its files, for as long as they were its own. */
    async discard(id: string): Promise<readonly string[]> {
      const key = keyOfDraft(id);
      const item = await table.get(key);
      if (item === undefined) return [];
      await table.commit([{ kind: "delete", key }]);
      return item.work === WORK ? fileIdsOf(item) : [];
    },
    /** Drafts whose day is over, with the ids of their files, which must go before the draft does. */
    async findExpired(now: Instant): Promise<readonly ExpiredDraft[]> {
      const where: Expression = {
        text: "#work = :work AND #workAt <= :now",
        values: { work: WORK, now },
      };
      const page = await table.query({ index: "byWork", where, limit: SWEPT_AT_ONCE });
      const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      return items
        .filter((item) => item !== undefined)
        .filter((item) => item.work === WORK && String(item.until) <= now)
        .map((item) => ({ key: { pk: item.pk, sk: item.sk }, fileIds: fileIdsOf(item) }));
    },
    async removeExpired(key: Key): Promise<void> {
      await table.commit([{ kind: "delete", key }]);
    },
  };
}

export interface ExpiredDraft {
  readonly key: Key;
  readonly fileIds: readonly string[];
}

interface Change {
  /** More of the SET clause, beginning with a comma. */
  readonly set?: string;
  /** A REMOVE clause, beginning with a space. */
  readonly remove?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly when?: Expression;
  readonly otherwise?: () => Error;
}

const draftEnds = (savedAt: Instant): Instant => plusSeconds(savedAt, DRAFT_SECONDS);

/** A day later than the draft itself: the sweep must still find it, to take its files along. */
const expiryOf = (until: Instant): number => epochSecondsOf(plusSeconds(until, DRAFT_SECONDS));

const fileIdsOf = (item: StoredItem): readonly string[] => Object.keys(item.files as object);

/** Names of attributes in an expression know no hyphen. */
const attributeOf = (page: string): string => `page_${page.replaceAll(/\W/g, "_")}`;

/** File ids are ours (`f` and hexadecimal digits); anything else never reaches an expression. */
function aliasOf(fileId: string): string {
  if (!/^f[0-9a-f]{1,64}$/.test(fileId)) throw new Problem(422, "unknown_file");
  return `#${fileId}`;
}
