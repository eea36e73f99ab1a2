/**
 * The log of searches that found nothing, or whose hits nobody opened. Noting never fails and never holds anybody up
 * for long: a search that found something costs nothing but for a small sample, and each instance of the function notes
 * so many a minute and no more, so that nobody can make it write without end.
 */
import { dayOf } from "../calendar/calendar.day.ts";
import { denial } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomBelow } from "../kit/id.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { forbidden } from "../kit/problem.ts";
import type { MissedStore } from "./search.missed.store.ts";
import type { MissedKind } from "./search.missed.ts";
import { countable, missedOf } from "./search.missed.ts";

export interface MissedParts {
  readonly store: MissedStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export type SearchLog = ReturnType<typeof openSearchLog>;

/** One search in so many is watched for whether a hit is opened. */
export const SAMPLED_ONE_IN = 10;
const MOST_A_MINUTE = 60;

export function openSearchLog({ store, clock, random, log }: MissedParts) {
  let minute = "";
  let noted = 0;

  function isAllowed(now: string): boolean {
    if (now.slice(0, 16) !== minute) [minute, noted] = [now.slice(0, 16), 0];
    noted += 1;
    return noted <= MOST_A_MINUTE;
  }

  async function note(kind: MissedKind, typed: string): Promise<void> {
    const now = clock();
    const phrase = countable(typed);
    if (phrase === undefined || !isAllowed(now)) return;
    try {
      await store.count(kind, phrase, dayOf(now));
    } catch (error) {
      log.warn("search not noted", errorAttributes(error));
    }
  }

  return {
    /** A search that found nothing, or only what is nearest. */
    none: (typed: string): Promise<void> => note("none", typed),
    /** Whether this search, which found something, is one of the sample. When it is, note it with `shown`. */
    isSampled: (): boolean => randomBelow(random, SAMPLED_ONE_IN) === 0,
    shown: (typed: string): Promise<void> => note("shown", typed),
    /** Of a search of the sample, a hit was opened. */
    chosen: (typed: string): Promise<void> => note("chosen", typed),
    /** What an office reads of one month, by one query. Throws 403 for who is nobody of an office. */
    async read(actor: Staff, month: string): Promise<ReturnType<typeof missedOf>> {
      const denied = denial(actor, "guide.read_drafts", { unit: actor.unit });
      if (denied !== undefined) throw forbidden(denied);
      return missedOf(await store.read(month));
    },
  };
}
