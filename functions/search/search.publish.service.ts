/** How the rest of the product changes what is found. */
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { errorAttributes } from "../kit/log.ts";
import { busy } from "../kit/problem.ts";
import { buildIndex } from "./search.build.ts";
import { readDocuments } from "./search.documents.ts";
import type { IndexChange, Publishing, SearchOptions } from "./search.service.ts";
import { GUIDES } from "./search.service.ts";
import type { IndexStore, IndexVersion, StoredManifest } from "./search.store.ts";
import { FORMAT, openIndexStore } from "./search.store.ts";
import type { IndexFiles } from "./search.ts";
import { noWords } from "./search.ts";

export interface PublishingOptions extends SearchOptions {
  readonly random: Random;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

const MOST_TRIES = 12;

export function openPublishing(options: PublishingOptions): Publishing {
  const { bucket, clock, random, log, name = GUIDES } = options;
  const store = openIndexStore(bucket, name);
  const sleep = options.sleep ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));

  /** The version that was put; undefined when another publisher was faster. */
  async function attempt(change: IndexChange): Promise<string | undefined> {
    const read = await store.manifest();
    const files = await rebuilt(store, read, change);
    const version = versionAt(clock, random);
    const current = {
      version,
      format: FORMAT,
      publishedAt: clock(),
      files: await store.writeFiles(version, files),
    };
    const before = read?.manifest;
    const manifest = { schema: 1, current, ...(before && { earlier: before.current }) } as const;
    if (!(await isReplaced(store, manifest, read))) {
      await forget(current);
      return undefined;
    }
    if (before?.earlier !== undefined) await forget(before.earlier);
    log.info("search index published", { version, sizeBytes: sum(Object.values(current.files)) });
    return version;
  }

  /** Files that stay behind cost a little storage and nothing else. */
  async function forget(of: IndexVersion): Promise<void> {
    try {
      await store.removeFiles(of);
    } catch (error) {
      log.warn("search index not removed", { version: of.version, ...errorAttributes(error) });
    }
  }

  return {
    async publishIndex(change) {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const version = await attempt(change);
        if (version !== undefined) return version;
        await sleep((random(1)[0] ?? 0) * (tries + 1));
      }
      throw busy();
    },
    async rollBackIndex() {
      const read = await store.manifest();
      const earlier = read?.manifest.earlier;
      if (read === undefined || earlier === undefined) return undefined;
      const manifest = { schema: 1, current: earlier, earlier: read.manifest.current } as const;
      if (!(await isReplaced(store, manifest, read))) throw busy();
      log.warn("search index rolled back", { version: earlier.version });
      return earlier.version;
    },
  };
}

async function rebuilt(
  store: IndexStore,
  read: StoredManifest | undefined,
  change: IndexChange,
): Promise<IndexFiles> {
  const current = read?.manifest.current;
  if (current === undefined || change.isWhole)
    return buildIndex(change.changed ?? [], change.words ?? noWords);
  const stored = await store.readFiles(current, ["documents"]);
  const { documents, words } = readDocuments(stored.documents ?? new Uint8Array());
  // Only saves work, so an index that is damaged there is made whole again.
  const known = current.format === FORMAT ? ["rows", "words"] : [];
  const earlier = await store.readFiles(current, known).catch(() => undefined);
  const removed = new Set(change.removed);
  const next = [...documents, ...(change.changed ?? [])].filter(({ id }) => !removed.has(id));
  return buildIndex(next, change.words ?? words, earlier);
}

/** A request that was answered too late may have been carried out all the same, and is refused when sent again. */
async function isReplaced(
  store: IndexStore,
  manifest: StoredManifest["manifest"],
  read: StoredManifest | undefined,
): Promise<boolean> {
  if (await store.replaceManifest(manifest, read)) return true;
  return (await store.manifest())?.manifest.current.version === manifest.current.version;
}

/** Sorts by time, and no two are the same. */
const versionAt = (clock: Clock, random: Random): string =>
  `${clock().replace(/[^0-9]/g, "")}-${Buffer.from(random(6)).toString("hex")}`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
