/** What is shown before a request is handed in, and what came of it. */
import { dayOf } from "../calendar/calendar.day.ts";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import type { Vault } from "../kit/vault.ts";
import { findPublished } from "../published/published.find.service.ts";
import type { Published } from "../published/published.service.ts";
import type { Search } from "../search/search.service.ts";
import type { BeforeStore } from "./before.store.ts";
import type { BeforeEvent } from "./before.ts";
import { isAlike, readsLikePetition, searchedFor } from "./before.ts";

export interface BeforeParts {
  readonly store: BeforeStore;
  readonly published: Pick<Published, "readManyPublic">;
  readonly answerSearch: Search;
  readonly guideSearch: Search;
  readonly unitName: (code: string) => string;
  readonly vault: Pick<Vault, "hash">;
  readonly clock: Clock;
}

export interface Hint {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
}

export interface Hints {
  readonly answers: readonly Hint[];
  readonly guides: readonly Hint[];
  readonly petition: boolean;
}

export interface BeforeCounts {
  /** Of the month that it is in Shanghai. */
  read(): Promise<{ readonly month: string; readonly numbers: Readonly<Record<BeforeEvent, number>> }>;
}

export type Before = ReturnType<typeof openBefore>;

/** More would be a page of results, and nobody asked for one. */
const MOST_HINTS = 3;
const MARK_SECONDS = 2 * 24 * 3600;

export const hasHints = ({ answers, guides, petition }: Hints): boolean =>
  petition || answers.length + guides.length > 0;

export function openBefore({
  store,
  published,
  answerSearch,
  guideSearch,
  unitName,
  vault,
  clock,
}: BeforeParts) {
  const monthNow = (): string => dayOf(clock()).slice(0, 7);

  async function guidesFor(text: string): Promise<readonly Hint[]> {
    const { searcher } = await guideSearch.current();
    const { hits, how } = searcher.search({ text, limit: MOST_HINTS });
    const alike = how === "nearest" || how === "all" ? [] : hits.filter(({ name }) => isAlike(text, name));
    return alike.map(({ id, name, unitName: unit }) => ({ id, name, unitName: unit }));
  }

  /** Counts an event of a draft, once. */
  const note = (draft: string, event: BeforeEvent): Promise<void> =>
    store.count({
      month: monthNow(),
      event,
      mark: vault.hash("before handing in", draft).slice(0, 22),
      expiresAt: epochSecondsOf(plusSeconds(clock(), MARK_SECONDS)),
    });

  /** Reads no more than two indexes that are held in memory and one batch of three items. */
  async function look(request: { readonly title: string; readonly description: string }): Promise<Hints> {
    const petition = readsLikePetition(`${request.title}。${request.description}`);
    const text = searchedFor(request);
    if (text === "") return { answers: [], guides: [], petition };
    const [found, guides] = await Promise.all([
      findPublished({ published, answerSearch }, text, MOST_HINTS),
      guidesFor(text),
    ]);
    const alike = found.answers.filter(({ content }) =>
      isAlike(text, `${content.subject}。${content.question}`),
    );
    const answers = alike.map(({ id, content, unit }) => ({
      id,
      name: content.subject,
      unitName: unitName(unit),
    }));
    return { answers, guides, petition };
  }

  return {
    look,
    note,
    async isToBeShown(draft: string, request: Parameters<typeof look>[0]): Promise<boolean> {
      const hints = await look(request);
      if (hints.petition) await note(draft, "petition");
      if (hints.answers.length + hints.guides.length > 0) await note(draft, "shown");
      return hasHints(hints);
    },
  };
}

export const openBeforeCounts = (store: Pick<BeforeStore, "read">, clock: Clock): BeforeCounts => ({
  async read() {
    const month = dayOf(clock()).slice(0, 7);
    return { month, numbers: await store.read(month) };
  },
});
