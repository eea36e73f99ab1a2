/** Finding in a column: by the index, and what was taken back since it was made is left out. */
import type { Search } from "../search/search.service.ts";
import type { GazetteCard } from "./gazette.record.ts";
import type { Gazette } from "./gazette.service.ts";
import type { GazetteKind } from "./gazette.ts";

const MOST_FOUND = 50;

/** Rows that a text finds, the best first. One read. */
export async function findInColumn(
  {
    gazette,
    gazetteSearch,
  }: { readonly gazette: Pick<Gazette, "readCards">; readonly gazetteSearch: Search },
  kind: GazetteKind,
  text: string,
): Promise<readonly GazetteCard[]> {
  const { searcher } = await gazetteSearch.current();
  const { hits, how } = searcher.search({ text, filters: { kind }, limit: MOST_FOUND });
  // What is only near is no answer to a question.
  const ids =
    how === "nearest" ? [] : hits.flatMap(({ id, others }) => [id, ...others.map((other) => other.id)]);
  return ids.length === 0 ? [] : gazette.readCards(ids.slice(0, MOST_FOUND));
}
