/** Finding what was answered already: by words, and before somebody hands in the same. */
import type { Hint } from "../before/before.service.ts";
import { isAlike, readsLikeComplaint, searchedFor } from "../before/before.ts";
import type { Search } from "../search/search.service.ts";
import type { OpenRecord } from "./advice.public.ts";
import type { AdviceService } from "./advice.service.ts";

const MOST_FOUND = 50;
/** More would be a page of results, and nobody asked for one. */
const MOST_HINTS = 3;

export interface AdviceFinding {
  readonly advice: Pick<AdviceService, "readManyPublic">;
  readonly adviceSearch: Search;
}

/** What is public and a text finds, the best first; what was taken back since the index was made is left out. */
export async function findAdvice(
  { advice, adviceSearch }: AdviceFinding,
  text: string,
  limit = MOST_FOUND,
): Promise<readonly OpenRecord[]> {
  const { searcher } = await adviceSearch.current();
  const { hits, how } = searcher.search({ text, limit });
  // What is only near is no answer to a question, and everything none to a text without a word in it.
  if (how === "nearest" || how === "all") return [];
  const ids = hits.flatMap(({ id, others }) => [id, ...others.map((other) => other.id)]);
  return advice.readManyPublic(ids.slice(0, limit));
}

export interface AdviceHints {
  readonly answers: readonly { readonly id: string; readonly name: string }[];
  readonly guides: readonly Hint[];
  /** It reads like a complaint or a report. */
  readonly complaint: boolean;
}

export const hasHints = ({ answers, guides, complaint }: AdviceHints): boolean =>
  complaint || answers.length + guides.length > 0;

/** Two indexes that are held in memory, and one batch of three items. Hints alone: nobody is kept from handing in. */
export async function hintsFor(
  { guideSearch, ...finding }: AdviceFinding & { readonly guideSearch: Search },
  { subject, text }: { readonly subject: string; readonly text: string },
): Promise<AdviceHints> {
  const complaint = readsLikeComplaint(`${subject}。${text}`);
  const wanted = searchedFor({ title: subject, description: text });
  const [answers, guides] = await Promise.all([
    findAdvice(finding, wanted, MOST_HINTS),
    guidesFor(guideSearch, wanted),
  ]);
  const alike = answers.filter(({ content }) => isAlike(wanted, `${content.subject}。${content.question}`));
  return { answers: alike.map(({ id, content }) => ({ id, name: content.subject })), guides, complaint };
}

async function guidesFor(guideSearch: Search, text: string): Promise<readonly Hint[]> {
  const { searcher } = await guideSearch.current();
  const { hits, how } = searcher.search({ text, limit: MOST_HINTS });
  const alike = how === "nearest" || how === "all" ? [] : hits.filter(({ name }) => isAlike(text, name));
  return alike.map(({ id, name, unitName }) => ({ id, name, unitName }));
}
