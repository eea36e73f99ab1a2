/** What people ask most, for the pages that show a few of it. */
import type { Searcher, Suggestion } from "../search/search.ts";

const MOST_ASKED = 8;

export const askedOf = ({ asked }: Searcher): readonly Suggestion[] => asked.slice(0, MOST_ASKED);
