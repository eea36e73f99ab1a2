/** How the rest of the product searches and publishes. */
import type { SearchDocument, Searcher, SearchWords } from "./search.ts";

/** One index for the whole of a request, so that its parts agree. */
export interface CurrentIndex {
  /** Changes with every publish; `""` while there is no index. Fit for an ETag and for the name of the names pack. */
  readonly version: string;
  readonly searcher: Searcher;
}

export interface Search {
  /** Loads at the first use and looks for a newer index at most once a minute. Never fails: at worst it finds nothing. */
  current(): Promise<CurrentIndex>;
}

export interface IndexChange {
  /** New and changed documents, by their ids. */
  readonly changed?: readonly SearchDocument[];
  /** Ids; those that are not there are left alone. */
  readonly removed?: readonly string[];
  /** Replaces the words of the office; left out, they stay as they are. */
  readonly words?: SearchWords;
}

export interface Publishing {
  /** Rebuilds from what is stored plus the change; two at a time lose nothing. Answers the new version. */
  publishIndex(change: IndexChange): Promise<string>;
  /** Goes back to the version before; undefined when there is none. */
  rollBackIndex(): Promise<string | undefined>;
}
