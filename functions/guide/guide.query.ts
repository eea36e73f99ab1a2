/** What stands in the address of a search, brought into bounds: nothing that is typed there is an error. */
import type { FacetName, SearchFilters } from "../search/search.ts";
import { facetNames } from "../search/search.ts";

/** Whoever types more than the field takes has pasted a text; its beginning is searched for. */
export const MOST_QUERY_CHARACTERS = 60;
const MOST_FILTER_CHARACTERS = 100;
/** With 20 rows a page, more than any county has. */
const MOST_PAGES = 100_000;

/** The first characters as people count them, half a surrogate pair taken out. */
const begin = (text: string | undefined, most: number): string =>
  [...(text ?? "").slice(0, most * 2).toWellFormed()].slice(0, most).join("").replaceAll("\ufffd", "");

export const textOf = (written: string | undefined): string =>
  begin(written?.trim(), MOST_QUERY_CHARACTERS).trim();

/** The filters that say something; an empty one is none. */
export function filtersOf(query: Readonly<Record<string, string | undefined>>): SearchFilters {
  const given = facetNames.map((name) => [name, begin(query[name], MOST_FILTER_CHARACTERS)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== "")) as Partial<Record<FacetName, string>>;
}

/** From 1; what is no such number is the first page. */
export function pageOf(written: string | undefined): number {
  if (written === undefined || !/^\d{1,15}$/.test(written)) return 1;
  return Math.min(Math.max(Number(written), 1), MOST_PAGES);
}

/** The place of the next page as a cursor, which a caller passes back unread. */
export const cursorOf = (offset: number): string => Buffer.from(String(offset)).toString("base64url");

/** 0 without a cursor; undefined for what is none of ours. */
export function offsetOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined || cursor === "") return 0;
  const written = /^[\w-]{1,20}$/.test(cursor) ? Buffer.from(cursor, "base64url").toString() : "";
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}
