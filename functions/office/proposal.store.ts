/**
 * Where answers in the making are kept: `CASE#reference / PROPOSAL#person`, the text sealed, for a month after the
 * last save. Text and files are attributes of their own, so that saving one never loses the other.
 */
import * as v from "valibot";
import type { CaseFile } from "../attachment/attachment.ts";
import { fileSchema } from "../attachment/attachment.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { busy } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { ProposalDraft, ProposalText } from "./proposal.ts";
import { NO_TEXT } from "./proposal.ts";

export interface DraftOwner {
  readonly reference: string;
  readonly staffId: string;
  readonly at: Instant;
}

export interface ProposalStore {
  read(owner: DraftOwner): Promise<ProposalDraft | undefined>;
  saveText(owner: DraftOwner, text: ProposalText): Promise<void>;
  /** Changes the list of files as it stands at this moment, whoever else changes it. */
  changeFiles(owner: DraftOwner, change: (files: readonly CaseFile[]) => readonly CaseFile[]): Promise<void>;
  /** Nothing of a case can be deleted by an office, so a draft is emptied and left to expire. */
  clear(owner: DraftOwner): Promise<void>;
}

const item = v.object({
  text: v.optional(v.string()),
  files: v.optional(v.array(fileSchema), []),
  filesVersion: v.optional(v.number(), 0),
  expiresAt: v.number(),
});
const KEPT_SECONDS = 30 * 24 * 3600;
const MAX_ATTEMPTS = 5;

class FilesChanged extends Error {
  override readonly name = "FilesChanged";
}

export function openProposalStore(table: Table, vault: Vault): ProposalStore {
  const keyFor = ({ reference, staffId }: DraftOwner): Key => ({
    pk: keyOf("CASE", reference),
    sk: keyOf("PROPOSAL", staffId),
  });
  const context = ({ reference, staffId }: DraftOwner) => `CASE ${reference} PROPOSAL ${staffId}`;
  const expiry = ({ at }: DraftOwner) => epochSecondsOf(plusSeconds(at, KEPT_SECONDS));

  /** An expired item may linger for days; only its version still counts then. */
  async function readItem(owner: DraftOwner) {
    const found = await table.get(keyFor(owner));
    const stored = found === undefined ? undefined : v.parse(item, found);
    const alive = stored !== undefined && stored.expiresAt > epochSecondsOf(owner.at);
    return { kept: alive ? stored : undefined, filesVersion: stored?.filesVersion ?? 0 };
  }

  async function changeFiles(
    owner: DraftOwner,
    change: (files: readonly CaseFile[]) => readonly CaseFile[],
    attempt = 0,
  ): Promise<void> {
    const { kept, filesVersion } = await readItem(owner);
    try {
      await table.update({
        kind: "update",
        key: keyFor(owner),
        update: {
          text: "SET #files = :files, #filesVersion = :next, #expiresAt = :expiresAt",
          values: { files: change(kept?.files ?? []), next: filesVersion + 1, expiresAt: expiry(owner) },
        },
        when: {
          text: "attribute_not_exists(#filesVersion) OR #filesVersion = :before",
          values: { before: filesVersion },
        },
        otherwise: () => new FilesChanged(),
      });
    } catch (error) {
      if (!(error instanceof FilesChanged)) throw error;
      if (attempt >= MAX_ATTEMPTS) throw busy(error);
      await changeFiles(owner, change, attempt + 1);
    }
  }

  return {
    changeFiles: (owner, change) => changeFiles(owner, change),
    async read(owner) {
      const { kept } = await readItem(owner);
      if (kept === undefined) return undefined;
      const text = kept.text === undefined ? "{}" : vault.open(kept.text, context(owner));
      return { ...NO_TEXT, ...(JSON.parse(text) as Partial<ProposalText>), files: kept.files };
    },
    async saveText(owner, { outcome, reply, objection, earlier, pointer }) {
      if ((await readItem(owner)).kept === undefined) await changeFiles(owner, () => []);
      await table.update({
        kind: "update",
        key: keyFor(owner),
        update: {
          text: "SET #text = :text, #expiresAt = :expiresAt",
          values: {
            text: vault.seal(JSON.stringify({ outcome, reply, objection, earlier, pointer }), context(owner)),
            expiresAt: expiry(owner),
          },
        },
      });
    },
    clear: (owner) =>
      table.commit([
        { kind: "put", key: keyFor(owner), item: { expiresAt: epochSecondsOf(owner.at), filesVersion: 0 } },
      ]),
  };
}
