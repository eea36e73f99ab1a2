/**
 * The limit on wrong tries. A try is taken by a conditional write on what was read, so of any burst no more than the
 * limit get one; what is taken before a proof is given back when the proof holds.
 */
import type { Clock, Instant } from "../kit/clock.ts";
import { busy, tooMany } from "../kit/problem.ts";
import type { Tries, TriesStore } from "../kit/tries.ts";
import type { TrackedCase } from "./progress.store.ts";
import type { TryLimit } from "./progress.ts";
import { recentTries, secondsToWait, TRY_WINDOW_SECONDS, tryLimits } from "./progress.ts";

/** Tries that are counted together, and how many of them there may be. */
export interface Counted {
  readonly tries: Tries;
  readonly limit: TryLimit;
  /** Raised with the seconds to wait; 429 `too_many_tries` when left out. */
  readonly refuse?: (seconds: number) => Error;
}

/** A try that counts until it is given back. */
export interface TakenTry {
  readonly at: Instant;
  readonly counted: readonly Counted[];
}

export interface Limiter {
  /** Throws the refusal of whichever has to wait longest. Costs no request. */
  check(counted: readonly Counted[]): void;
  /** Counts a try on each, one write each and in their order. Throws when one of them has none left. */
  take(counted: readonly Counted[]): Promise<TakenTry>;
  giveBack(taken: TakenTry): Promise<void>;
}

/** What a try on a case is counted by: its number, and the address that it comes from. */
export const countedOf = ({ number, address }: TrackedCase): readonly Counted[] => [
  { tries: number, limit: tryLimits.number },
  { tries: address, limit: tryLimits.address },
];

/** Few on one number win; the rest of these rounds are for an address that many people share, and for many phones of one person. */
const MOST_ROUNDS = 30;

const refusalOf = ({ refuse }: Counted, seconds: number): Error =>
  refuse?.(seconds) ?? tooMany(seconds, "too_many_tries");
const secondsOf = ({ limit }: Counted): number => limit.seconds ?? TRY_WINDOW_SECONDS;

export function openLimiter(store: TriesStore, clock: Clock): Limiter {
  async function takeOne(counted: Counted, at: Instant): Promise<Counted> {
    let seen = counted.tries;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const recent = recentTries(seen.at ?? [], at, secondsOf(counted));
      const wait = secondsToWait(recent, counted.limit, at);
      if (wait !== undefined) throw refusalOf(counted, wait);
      const result = await store.replace(seen, [...recent, at], secondsOf(counted));
      if (result.saved) return { ...counted, tries: result.tries };
      seen = result.tries;
    }
    throw busy();
  }

  /** Gives up quietly after many lost races: the try then counts, which errs on the safe side. */
  async function giveOneBack(counted: Counted, at: Instant): Promise<void> {
    let seen = counted.tries;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const place = seen.at?.indexOf(at) ?? -1;
      if (place < 0) return;
      const rest = (seen.at ?? []).filter((_, index) => index !== place);
      const result = await store.replace(seen, rest, secondsOf(counted));
      if (result.saved) return;
      seen = result.tries;
    }
  }

  return {
    check(counted) {
      const now = clock();
      const waits = counted.flatMap((one) => {
        const seconds = secondsToWait(one.tries.at ?? [], one.limit, now);
        return seconds === undefined ? [] : [{ one, seconds }];
      });
      const [longest] = waits.toSorted((one, other) => other.seconds - one.seconds);
      if (longest !== undefined) throw refusalOf(longest.one, longest.seconds);
    },
    async take(counted) {
      const at = clock();
      const taken: Counted[] = [];
      try {
        for (const one of counted) taken.push(await takeOne(one, at));
        return { at, counted: taken };
      } catch (error) {
        // Who may not try by one count must not use up what others may try by another.
        await Promise.all(taken.map((one) => giveOneBack(one, at)));
        throw error;
      }
    },
    async giveBack({ at, counted }) {
      await Promise.all(counted.map((one) => giveOneBack(one, at)));
    },
  };
}
