/** How the rest of the product asks, with one index in each function instance, and how it changes what is found. */
import type { Clock } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { errorAttributes, type Log } from "../kit/log.ts";
import { readDocuments } from "./search.documents.ts";
import { openIndex } from "./search.query.ts";
import { scanNames } from "./search.scan.ts";
import type { IndexBucket, IndexStore, IndexVersion } from "./search.store.ts";
import { FORMAT, openIndexStore } from "./search.store.ts";
import type { SearchDocument, Searcher, SearchWords } from "./search.ts";

/** One index for the whole of a request, so that its parts agree. */
export interface CurrentIndex {
  /** Changes with every publish; `""` while there is no index. Fit for an ETag and for the name of the names pack. */
  readonly version: string;
  readonly searcher: Searcher;
}

export interface Search {
  /** Loads at the first use and looks for a newer index every 50 seconds at most. Never fails: at worst it finds nothing. */
  current(): Promise<CurrentIndex>;
}

export interface IndexChange {
  /** New and changed documents, by their ids. */
  readonly changed?: readonly SearchDocument[];
  /** Ids; those that are not there are left alone. */
  readonly removed?: readonly string[];
  /** Replaces the words of the office; left out, they stay as they are. */
  readonly words?: SearchWords;
  /** What is changed is all there is; what is stored is not looked at, for it may be damaged. */
  readonly isWhole?: boolean;
}

export interface Publishing {
  /**
   * Rebuilds from what is stored plus the change, and answers the new version. Two at a time lose nothing: whoever
   * comes second builds again on what the first has made. Throws `busy` when others are faster again and again.
   */
  publishIndex(change: IndexChange): Promise<string>;
  /** Goes back to the version before; undefined when there is none. What came since must be published again. */
  rollBackIndex(): Promise<string | undefined>;
}

export interface SearchOptions {
  readonly bucket: IndexBucket;
  readonly clock: Clock;
  readonly log: Log;
  /** Which index; those of several capabilities are kept apart. */
  readonly name?: string;
}

export const GUIDES = "guides";
/** What is published is to be found within a minute; the stream and the build need some of it. */
const CHECK_SECONDS = 50;
/** A version may go while it is read, when others publish fast. */
const MOST_TRIES = 3;
const ASKED = ["terms", "postings", "rows", "words"];

export function openSearch({ bucket, clock, log, name = GUIDES }: SearchOptions): Search {
  const store = openIndexStore(bucket, name);
  let held: CurrentIndex | undefined;
  let checkAt = "";
  let checking: Promise<CurrentIndex> | undefined;

  async function check(): Promise<CurrentIndex> {
    try {
      held = await newest(store, held);
    } catch (error) {
      log.error("search index not readable", errorAttributes(error));
      // Whatever was read before is better than names alone.
      if (held === undefined || held.version === "") held = await namesOnly(store, log);
    }
    checkAt = plusSeconds(clock(), CHECK_SECONDS);
    return held;
  }

  return {
    async current() {
      if (held !== undefined && clock() < checkAt) return held;
      checking ??= check().finally(() => {
        checking = undefined;
      });
      return checking;
    },
  };
}

const nothing: CurrentIndex = { version: "", searcher: scanNames([]) };

async function newest(store: IndexStore, held: CurrentIndex | undefined): Promise<CurrentIndex> {
  let failed: { readonly version: string; readonly error: unknown } | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const current = (await store.manifest())?.manifest.current;
    if (current === undefined) return nothing;
    if (current.version === held?.version) return held;
    if (current.version === failed?.version) break;
    try {
      if (current.format !== FORMAT) throw new RangeError("the index has another form");
      return { version: current.version, searcher: openIndex(await store.readFiles(current, ASKED)) };
    } catch (error) {
      failed = { version: current.version, error };
    }
  }
  throw failed?.error;
}

/** The names of this version or of the one before; its version says so, so that nobody takes it for the whole. */
async function namesOnly(store: IndexStore, log: Log): Promise<CurrentIndex> {
  const manifest = await store.manifest().then(
    (found) => found?.manifest,
    () => undefined,
  );
  for (const kept of [manifest?.current, manifest?.earlier]) {
    const searcher = kept && (await namesOf(store, kept, log));
    if (searcher !== undefined) return { version: `${kept?.version}-names`, searcher };
  }
  return nothing;
}

async function namesOf(store: IndexStore, of: IndexVersion, log: Log): Promise<Searcher | undefined> {
  try {
    const { documents = new Uint8Array() } = await store.readFiles(of, ["documents"]);
    const searcher = scanNames(readDocuments(documents).documents);
    log.warn("search falls back to names", { version: of.version });
    return searcher;
  } catch (error) {
    log.error("search has no names either", { version: of.version, ...errorAttributes(error) });
    return undefined;
  }
}
