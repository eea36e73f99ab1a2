/**
 * Events are chained: each is stored with a hash over itself and the hash of the event before it, the head keeps the
 * last one, and the record of the command (which nobody may change) keeps it too. So an event that was changed, moved,
 * taken out or put in shows. Hashes are of the stored form, whose members have no order, and so are made with their
 * names sorted.
 */
import { createHash } from "node:crypto";

/** A link of the chain as it is stored beside its event. */
export interface Link {
  readonly previous?: string | undefined;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** An event as it was stored, with its link; events from before there was a chain have none. */
export interface StoredEvent {
  readonly event: { readonly n: number } & Readonly<Record<string, unknown>>;
  readonly previous?: string | undefined;
  readonly hash?: string | undefined;
}

/** JSON with sorted names and without what is undefined, as the engine keeps it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${members.join(",")}}`;
}

/** SHA-256 in hex of a value, whatever the order of its members. */
export const hashOf = (value: unknown): string =>
  createHash("sha256").update(canonicalJson(value)).digest("hex");

/** The link of an event of a case behind the hash of the one before. */
export const linkOf = (reference: string, previous: string | undefined, event: object): Link => ({
  previous,
  hash: hashOf([reference, previous ?? null, event]),
});

/**
 * `gap`: numbers do not follow. `event`: its hash is not that of its content. `previous`: it does not hang on the event
 * before. `unchained`: it has no link although the one before has. `head`: the case's head ends in another hash.
 * `record`: the record of the commands knows another event here, or one more.
 */
export type ChainFault = "gap" | "event" | "previous" | "unchained" | "head" | "record";

export interface ChainFacts {
  readonly reference: string;
  readonly events: readonly StoredEvent[];
  /** The hash that the head ends in. */
  readonly head?: string | undefined;
  /** The hashes of the commands that the record knows, see `commandHashes`. */
  readonly recorded?: readonly string[] | undefined;
}

export type ChainVerdict =
  | { readonly ok: true; readonly events: number; readonly chained: number }
  | { readonly ok: false; readonly fault: ChainFault; readonly n: number };

/** The hashes of the events among the entries of a case's record; letters and bundles have hashes of their own there. */
export const commandHashes = (
  entries: readonly { readonly action: string; readonly chain?: string }[],
): readonly string[] =>
  entries.flatMap(({ action, chain }) => (action.startsWith("case.") && chain !== undefined ? chain : []));

/** Whether the events of a case, in their order, are what was written and all that was written. */
export function verifyChain({ reference, events, head, recorded }: ChainFacts): ChainVerdict {
  let last: string | undefined;
  let chained = 0;
  for (const [index, stored] of events.entries()) {
    const fault = faultOf(reference, stored, { index, last });
    if (fault !== undefined) return { ok: false, fault, n: index + 1 };
    if (stored.hash === undefined) continue;
    last = stored.hash;
    chained += 1;
    if (recorded !== undefined && !recorded.includes(stored.hash))
      return { ok: false, fault: "record", n: index + 1 };
  }
  if (head !== last) return { ok: false, fault: "head", n: events.length };
  const hashes = new Set(events.map(({ hash }) => hash));
  if (recorded?.some((hash) => !hashes.has(hash)))
    return { ok: false, fault: "record", n: events.length + 1 };
  return { ok: true, events: events.length, chained };
}

function faultOf(
  reference: string,
  { event, previous, hash }: StoredEvent,
  { index, last }: { readonly index: number; readonly last: string | undefined },
): ChainFault | undefined {
  if (event.n !== index + 1) return "gap";
  if (hash === undefined) return last === undefined ? undefined : "unchained";
  if (previous !== last) return "previous";
  return linkOf(reference, previous, event).hash === hash ? undefined : "event";
}
