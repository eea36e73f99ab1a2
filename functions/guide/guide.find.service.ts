/**
 * An office's own guides by what somebody types: a whole code, or words of the name. What citizens read is found by
 * the search that they use, so that the work is the same for ten guides and for ten thousand; what they do not read
 * (drafts, what waits, what is over) stands in lists of its own, of which the first pages are looked through.
 */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { forbidden } from "../kit/problem.ts";
import type { Search } from "../search/search.service.ts";
import { MOST_HITS, type SearchHit } from "../search/search.ts";
import { cardOf } from "./guide.list.store.ts";
import type { GuideCard, GuideHead, GuideListName } from "./guide.record.ts";
import { isGivenUp, isGuideId } from "./guide.record.ts";
import type { GuideStore } from "./guide.store.ts";

export interface GuideFindParts {
  readonly store: Pick<GuideStore, "readHead" | "readHeads" | "list">;
  readonly search: Search;
  readonly clock: Clock;
}

export type FoundGuides = { readonly id: string } | { readonly cards: readonly GuideCard[] };
export type GuideFinding = ReturnType<typeof openGuideFinding>;

/** What citizens cannot find; what was published a moment ago is in no index yet, and stands first in its list. */
const besideIndex = ["draft", "review", "waiting", "abolished"] as const satisfies readonly GuideListName[];
const LOOKED_THROUGH = 200;
/** While there is no index at all: an office that has just begun. */
const LOOKED_THROUGH_WITHOUT = 1000;
const MOST_SHOWN = 100;

export function openGuideFinding({ store, search, clock }: GuideFindParts) {
  async function inList(unit: string, list: GuideListName, wanted: { text: string; limit: number }) {
    const { cards } = await store.list({ unit, list, today: dayOf(clock()), limit: wanted.limit });
    return cards.filter(({ name }) => comparable(name).includes(wanted.text));
  }

  /** Of the unit's own name and of all others, because one office may keep guides of several organs. */
  async function inIndex(unit: string, text: string): Promise<readonly GuideCard[]> {
    const { searcher } = await search.current();
    const asked = [{ unit }, {}].map((filters) => searcher.search({ text, filters, limit: MOST_HITS }));
    const ids = asked.flatMap(({ how, hits }) =>
      how === "nearest" || how === "all" ? [] : hits.flatMap(idsOf).slice(0, MOST_HITS),
    );
    const heads: GuideHead[] = [];
    const wanted = [...new Set(ids)];
    for (let from = 0; from < wanted.length; from += MOST_HITS)
      heads.push(...(await store.readHeads(wanted.slice(from, from + MOST_HITS))));
    return heads.filter((head) => head.unit === unit && head.live !== undefined).map(cardOf);
  }

  /** Throws 403 for another unit. */
  return async function find(actor: Staff, asked: { unit: string; text: string }): Promise<FoundGuides> {
    const { unit } = asked;
    const denied = denial(actor, "guide.read_drafts", { unit });
    if (denied !== undefined) throw forbidden(denied);
    const head = isGuideId(asked.text) ? await store.readHead(asked.text) : undefined;
    if (head !== undefined && !isGivenUp(head) && denial(actor, "guide.read_drafts", head) === undefined)
      return { id: head.id };
    const text = comparable(asked.text);
    if (text === "") return { cards: [] };
    if ((await search.current()).version === "")
      return { cards: await inList(unit, "all", { text, limit: LOOKED_THROUGH_WITHOUT }) };
    const [live, ...others] = await Promise.all([
      inIndex(unit, asked.text),
      ...besideIndex.map((list) => inList(unit, list, { text, limit: LOOKED_THROUGH })),
    ]);
    const cards = [...live, ...others.flat()];
    const one = cards.filter(({ id }, place) => cards.findIndex((each) => each.id === id) === place);
    // Who types a part of a name means that; other words help where no name has it.
    const named = one.filter(({ name }) => comparable(name).includes(text));
    return { cards: (named.length > 0 ? named : one).slice(0, MOST_SHOWN) };
  };
}

const idsOf = ({ id, others }: SearchHit): readonly string[] => [id, ...others.map((other) => other.id)];

/** Names are compared without spaces and case. */
const comparable = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
