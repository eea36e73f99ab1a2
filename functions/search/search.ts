/**
 * What a search speaks of: documents in, hits out, and the words an office adds. It knows nothing of guides; whoever
 * has something to be found makes documents of it.
 */

/** One thing that can be found. What it does not have is `""` or an empty list. */
export interface SearchDocument {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What people call it: 简称 and 俗称. */
  readonly aliases: readonly string[];
  readonly unit: string;
  readonly unitName: string;
  readonly audience: readonly string[];
  readonly topics: readonly string[];
  /** 一件事. */
  readonly lifeEvents: readonly string[];
  readonly kind: string;
  readonly area: string;
  readonly areaName: string;
  readonly phones: readonly string[];
  /** The rest of its text, in any order; read for its words only and never shown. */
  readonly body: string;
}

/** What the staff of an office edit, with the log of what was not found beside them. */
export interface SearchWords {
  /** Each list names one thing in several ways: `["社保卡", "社会保障卡", "医保卡"]`. */
  readonly synonyms: readonly (readonly string[])[];
  /** What people say around what they mean: 怎么办, 需要什么材料. */
  readonly stopPhrases: readonly string[];
  /** Answers that stand first when somebody asks for exactly this. */
  readonly pinned: readonly PinnedAnswer[];
}

export interface PinnedAnswer {
  readonly phrase: string;
  readonly ids: readonly string[];
}

export const noWords: SearchWords = { synonyms: [], stopPhrases: [], pinned: [] };

export const facetNames = ["unit", "audience", "topic", "kind", "area", "lifeEvent"] as const;
export type FacetName = (typeof facetNames)[number];

/** Each keeps the documents that have this value; a value that no document has keeps none. */
export type SearchFilters = { readonly [Name in FacetName]?: string | undefined };

export interface SearchQuery {
  /** Whatever a person typed. Empty browses everything that the filters keep, unit by unit in the order of pinyin. */
  readonly text: string;
  readonly filters?: SearchFilters;
  /** Both are brought into bounds, never refused. */
  readonly offset?: number;
  readonly limit?: number;
  /** Leaves out what shares only a little with the question: for a list that one reads, and not for a best guess. */
  readonly focused?: boolean;
}

export const DEFAULT_LIMIT = 20;
export const MOST_HITS = 100;

/** Whatever number was asked for, as a whole one between two bounds. */
export const within = (asked: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.floor(asked) || 0));

export interface SearchOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly areaName: string;
}

/** The best of the documents that share one name; `others` are those of the other offices, `MOST_OTHERS` at most. */
export interface SearchHit extends SearchOffice {
  readonly others: readonly SearchOffice[];
}

export const MOST_OTHERS = 50;

/**
 * How the hits were come by. `nearest`: nothing has what was asked for, and these are the closest names there are,
 * also outside the filters, or what people ask most where no name is close. `all`: nothing was asked for.
 */
export type SearchHow = "pinned" | "ranked" | "pinyin" | "code" | "nearest" | "all";

export interface SearchAnswer {
  /** How many hits the offset runs over: groups of one name, not documents. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly how: SearchHow;
}

export interface Suggestion {
  readonly id: string;
  readonly name: string;
}

export interface FacetCount {
  readonly value: string;
  /** The name of a unit or an area, otherwise the value itself. */
  readonly label: string;
  readonly count: number;
}

/** For each facet its values, most frequent first, counted under the filters of the other facets. */
export type Facets = { readonly [Name in FacetName]: readonly FacetCount[] };

/** A row of the names pack, with which a phone can search without a network. */
export interface NameRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  /** Pinyin initials of the name: `sbkgs` of 社保卡挂失. */
  readonly initials: string;
}

export interface Searcher {
  /** Never throws, and takes bounded time whatever the text. */
  search(query: SearchQuery): SearchAnswer;
  /** Names as one types, best first. */
  suggest(text: string, limit: number): readonly Suggestion[];
  facets(filters: SearchFilters): Facets;
  /** What people ask most: the phrases that an office has pinned an answer to, each with the first of its answers. */
  readonly asked: readonly Suggestion[];
  readonly documents: readonly NameRow[];
}

/** An index as it is stored, not yet compressed. */
export type IndexFiles = Readonly<Record<string, Uint8Array>>;
