/**
 * The limit on wrong tries. A try is taken by a conditional write on what was read, so of any burst no more than the
 * limit get one; what is taken before a proof is given back when the proof holds.
 */
import type { Clock, Instant } from "../kit/clock.ts";
import { busy, tooMany } from "../kit/problem.ts";
import type { ProgressStore, TrackedCase, Tries } from "./progress.store.ts";
import { recentTries, secondsToWait, tryLimits } from "./progress.ts";

/** A try that counts until it is given back. */
export interface TakenTry {
  readonly at: Instant;
  readonly number: Tries;
  readonly address: Tries;
}

export interface Limiter {
  /** Throws 429 when number or address has to wait. Costs no request. */
  check(tracked: TrackedCase): void;
  /** Counts a try on the number and from the address, one write each. Throws 429 when none is left. */
  take(tracked: TrackedCase): Promise<TakenTry>;
  giveBack(taken: TakenTry): Promise<void>;
}

/** At most five on a number win; the rest of these rounds are for an address that many people share. */
const MOST_ROUNDS = 12;

export function openLimiter(store: Pick<ProgressStore, "replace">, clock: Clock): Limiter {
  async function takeOne(tries: Tries, most: number, at: Instant): Promise<Tries> {
    let seen = tries;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const recent = recentTries(seen.at ?? [], at);
      const wait = secondsToWait(recent, most, at);
      if (wait !== undefined) throw tooMany(wait, "too_many_tries");
      const result = await store.replace(seen, [...recent, at]);
      if (result.saved) return result.tries;
      seen = result.tries;
    }
    throw busy();
  }

  /** Gives up quietly after many lost races: the try then counts, which errs on the safe side. */
  async function giveOneBack(tries: Tries, at: Instant): Promise<void> {
    let seen = tries;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const place = seen.at?.indexOf(at) ?? -1;
      if (place < 0) return;
      const rest = (seen.at ?? []).filter((_, index) => index !== place);
      const result = await store.replace(seen, rest);
      if (result.saved) return;
      seen = result.tries;
    }
  }

  return {
    check({ number, address }) {
      const now = clock();
      const waits = [
        secondsToWait(number.at ?? [], tryLimits.number, now) ?? 0,
        secondsToWait(address.at ?? [], tryLimits.address, now) ?? 0,
      ];
      const wait = Math.max(...waits);
      if (wait > 0) throw tooMany(wait, "too_many_tries");
    },
    async take({ number, address }) {
      const at = clock();
      const onNumber = await takeOne(number, tryLimits.number, at);
      try {
        return { at, number: onNumber, address: await takeOne(address, tryLimits.address, at) };
      } catch (error) {
        // The address may not try, so it must not use up what others may try on this number.
        await giveOneBack(onNumber, at);
        throw error;
      }
    },
    async giveBack({ at, number, address }) {
      await Promise.all([giveOneBack(number, at), giveOneBack(address, at)]);
    },
  };
}
