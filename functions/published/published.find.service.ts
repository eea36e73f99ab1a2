/** Finding what is published: by the index, and what was taken back since it was made is left out. */
import type { Search } from "../search/search.service.ts";
import type { Published } from "./published.service.ts";
import type { PublicAnswer } from "./published.ts";

const MOST_FOUND = 50;

/** The published answers that a text finds, the best first; what was taken back since the index was made is left out. */
export async function findPublished(
  {
    published,
    answerSearch,
  }: { readonly published: Pick<Published, "readManyPublic">; readonly answerSearch: Search },
  text: string,
  limit = MOST_FOUND,
): Promise<{ readonly total: number; readonly answers: readonly PublicAnswer[] }> {
  const { searcher } = await answerSearch.current();
  const { hits, how } = searcher.search({ text, limit });
  // What is only near is no answer to a question, and everything none to a text without a word in it.
  const ids =
    how === "nearest" || how === "all"
      ? []
      : hits.flatMap(({ id, others }) => [id, ...others.map((other) => other.id)]);
  const answers = await published.readManyPublic(ids.slice(0, limit));
  return { total: answers.length, answers };
}
