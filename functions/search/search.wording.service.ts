/** Reading and changing the words of searches; each change is a version, on record, and found by within a minute. */
import type { AuditStore } from "../audit/audit.store.ts";
import type { AuditEntry } from "../audit/audit.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { conflict, forbidden, invalid } from "../kit/problem.ts";
import type { SearchWords } from "./search.ts";
import type { KeptWords, WordingStore } from "./search.wording.store.ts";
import type { WordsText } from "./search.wording.ts";
import { lineOfPinned, readWords } from "./search.wording.ts";

export interface WordingParts {
  readonly store: WordingStore;
  readonly audit: AuditStore;
  readonly clock: Clock;
  /** Those of these codes that nobody can find, because there is no such thing. */
  readonly unknownIds: (ids: readonly string[]) => Promise<readonly string[]>;
}

export type Wording = ReturnType<typeof openWording>;

export const WORDS_SUBJECT = "search:words";

export function openWording({ store, audit, clock, unknownIds }: WordingParts) {
  /** The record of an act, for who may change words. Throws 403 for everybody else, and that is on record. */
  async function demand(actor: Staff, action: string): Promise<Omit<AuditEntry, "result">> {
    const entry = { at: clock(), by: byOf(actor), action, subject: WORDS_SUBJECT };
    const denied = denial(actor, "words.write", { unit: actor.unit });
    if (denied === undefined) return entry;
    await audit.record({ ...entry, result: "refused", reason: denied });
    throw forbidden(denied);
  }

  async function save(text: WordsText, by: { actor: Staff; expectedVersion?: number }): Promise<KeptWords> {
    const { actor, expectedVersion } = by;
    const entry = await demand(actor, "search.words");
    const { at } = entry;
    const { words, errors } = readWords(text);
    if (words === undefined) throw invalid(errors);
    const ids = [...new Set(words.pinned.flatMap((pinned) => pinned.ids))];
    const unknown = await unknownIds(ids);
    const line = unknown.length === 0 ? undefined : lineOfPinned(text, unknown);
    if (line !== undefined) throw invalid([{ field: "pinned", code: `words.unknown_code.${line}` }]);
    const before = await store.read();
    if (expectedVersion !== undefined && expectedVersion !== before.version) throw conflict("words_changed");
    const person = { id: actor.id, name: actor.name };
    const kept = { version: before.version + 1, words, changedAt: at, by: person };
    await store.commit([...store.writes(kept), audit.write({ ...entry, result: "done" })]);
    return kept;
  }

  return {
    /** For whoever may look into an office at all. Throws 403 for everybody else. */
    async read(actor: Staff): Promise<KeptWords> {
      const denied = denial(actor, "guide.read_drafts", { unit: actor.unit });
      if (denied !== undefined) throw forbidden(denied);
      return store.read();
    },
    /** For what publishes them. */
    current: async (): Promise<SearchWords> => (await store.read()).words,
    /** Has the index made anew from what citizens read, should it ever not tell the truth. Throws 403. */
    async askRebuild(actor: Staff): Promise<void> {
      const entry = await demand(actor, "search.rebuild");
      const asked = { at: entry.at, byId: actor.id };
      await store.commit([store.rebuildWrite(asked), audit.write({ ...entry, result: "done" })]);
    },
    /** Throws 403 for who may not, 422 with the field that is wrong, 409 `words_changed` for the slower of two. */
    save,
  };
}
