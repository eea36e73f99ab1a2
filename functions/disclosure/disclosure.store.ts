/**
 * Where an application is kept: `CASE#reference / APPLICATION`, as the applicant sent it and never changed. What
 * identifies or reaches a person is sealed field by field, bound to this case and field.
 */

import * as v from "valibot";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import { applicationItemSchema, fromItem, toItem } from "./disclosure.item.ts";
import type { Application } from "./disclosure.ts";

const applicationKey = (reference: string) => ({ pk: keyOf("CASE", reference), sk: "APPLICATION" });

/** Which first submission a token belongs to; kept for a day, the longest that somebody would try again. */
const tokenKey = (tokenHash: string) => ({ pk: keyOf("IDEMPOTENCY", tokenHash), sk: "SUBMISSION" });

export interface TokenRecord {
  readonly reference: string;
  /** A keyed hash of what was submitted, to tell a repeat from another submission under the same token. */
  readonly contentHash: string;
}

interface StoreParts {
  readonly table: Table;
  readonly vault: Vault;
  readonly clock: Clock;
}

export interface DisclosureStore {
  applicationWrite(reference: string, application: Application, lang: "zh" | "en"): Write;
  readApplication(reference: string): Promise<{ application: Application; lang: "zh" | "en" } | undefined>;
  tokenWrite(
    tokenHash: string,
    record: TokenRecord,
    expiresAt: number,
    used: (old?: TokenRecord) => Error,
  ): Write;
  readToken(tokenHash: string): Promise<TokenRecord | undefined>;
}

export function openDisclosureStore({ table, vault, clock }: StoreParts): DisclosureStore {
  const now = () => epochSecondsOf(clock());
  const context = (reference: string, field: string) => `CASE ${reference} ${field}`;
  return {
    applicationWrite(reference, application, lang) {
      const stored = toItem(application, (value, field) => vault.seal(value, context(reference, field)));
      const item: Item = { application: stored, lang };
      return { kind: "put", key: applicationKey(reference), item, when: isNew };
    },
    async readApplication(reference) {
      const item = await table.get(applicationKey(reference));
      if (item === undefined) return undefined;
      const stored = v.parse(applicationItemSchema, item.application);
      const application = fromItem(stored, (value, field) => vault.open(value, context(reference, field)));
      return { application, lang: item.lang as "zh" | "en" };
    },
    tokenWrite: (tokenHash, record, expiresAt, used) => ({
      kind: "put",
      key: tokenKey(tokenHash),
      item: { ...record, expiresAt },
      when: isNew,
      otherwise: (old) => used(old as unknown as TokenRecord | undefined),
    }),
    readToken: async (tokenHash) => {
      const item = await table.get(tokenKey(tokenHash));
      // The engine deletes what has expired days later, so it is checked here.
      return item === undefined || Number(item.expiresAt) <= now()
        ? undefined
        : (item as unknown as TokenRecord);
    },
  };
}
