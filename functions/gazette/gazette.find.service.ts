/** Finding in a column: by the index, and what was taken back since it was made is left out. */
import type { Search } from "../search/search.service.ts";
import { documentNumberIn } from "./gazette.number.ts";
import type { GazetteCard } from "./gazette.record.ts";
import type { Gazette } from "./gazette.service.ts";
import type { GazetteKind } from "./gazette.ts";

const MOST_FOUND = 50;

/** Rows that a text finds, the best first; of a document's number that document alone, where there is one. One read. */
export async function findInColumn(
  {
    gazette,
    gazetteSearch,
  }: { readonly gazette: Pick<Gazette, "readCards">; readonly gazetteSearch: Search },
  kind: GazetteKind,
  text: string,
): Promise<readonly GazetteCard[]> {
  const { searcher } = await gazetteSearch.current();
  const number = documentNumberIn(text);
  const query = { text: number ?? text, filters: { kind }, limit: MOST_FOUND, focused: true };
  const { hits, how } = searcher.search(query);
  // What is only near is no answer to a question.
  const ids =
    how === "nearest" ? [] : hits.flatMap(({ id, others }) => [id, ...others.map((other) => other.id)]);
  const cards = ids.length === 0 ? [] : await gazette.readCards(ids.slice(0, MOST_FOUND));
  if (number === undefined) return cards;
  const exact = cards.filter(({ documentNumber }) => documentNumberIn(documentNumber ?? "") === number);
  return exact.length > 0 ? exact : cards;
}
