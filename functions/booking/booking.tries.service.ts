/**
 * Opening what lies under a code, a booking or an entry of a waiting list, for whoever shows its telephone. A try is taken
 * before it is looked at and given back when it was right, so that a burst of guesses cannot outrun the limits; a missing
 * code is a wrong try too.
 */

import type { Clock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import { openTriesStore, triesIn } from "../kit/tries.ts";
import type { Vault } from "../kit/vault.ts";
import { equalInConstantTime } from "../kit/vault.ts";
import type { Counted } from "../progress/progress.limiter.ts";
import { openLimiter } from "../progress/progress.limiter.ts";
import type { TryLimit } from "../progress/progress.ts";
import type { Shown } from "./booking.code.ts";
import { openParty, phone4Hash } from "./booking.draft.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import { phoneTries } from "./booking.tries.ts";

export interface ProofOptions {
  readonly table: Pick<Table, "getMany" | "commit">;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** What is kept of the telephone under a code. */
interface Kept {
  readonly code: string;
  readonly phone4: string;
  readonly sealed: string;
}

/** Where it lies, and how it is read. */
export interface Place<Found extends Kept> {
  readonly keyOf: (code: string) => Key;
  readonly read: (item: StoredItem | undefined) => Found | undefined;
}

/** The whole number opens it all the same, unless that has been tried too often. */
const tooManyTries = (whole: boolean) => (seconds: number) =>
  new Problem(429, "too_many_tries", { members: { whole }, retryAfterSeconds: seconds });

export function openPhoneProof({ table, vault, clock }: ProofOptions) {
  const limiter = openLimiter(openTriesStore(table), clock);

  /** What this try is counted by, unread: the address first, which nothing that is shown can get round. */
  function countsOf({ code, whole }: Shown, address: string) {
    const from = vault.hash("address", address);
    const key = (...parts: readonly string[]): Key => ({ pk: keyOf("TRY", ...parts), sk: "PROGRESS" });
    const count = (limit: TryLimit, refuse: (seconds: number) => Error, ...parts: readonly string[]) => ({
      ...{ key: key(...parts), limit, refuse },
    });
    const own =
      whole === undefined
        ? [
            count(phoneTries.here, tooManyTries(true), "code", code, from),
            count(phoneTries.everywhere, tooManyTries(true), "code", code),
          ]
        : [count(phoneTries.whole, tooManyTries(false), "whole", code, from)];
    return [count(phoneTries.address, tooManyTries(false), "address", from), ...own];
  }

  function proves(found: Kept | undefined, { code, phone4, whole }: Shown): boolean {
    const hash = phone4Hash(vault, code, phone4);
    const isRight = equalInConstantTime(Buffer.from(hash), Buffer.from(found?.phone4 ?? ""));
    if (!isRight || found === undefined || whole === undefined) return isRight;
    return openParty(vault, found).phone === whole;
  }

  /**
   * One read; a right try costs two writes for each count, a wrong one half of that. Raises 404 `booking_not_found` for a
   * wrong telephone as for a missing code, and 429 `too_many_tries`, which says whether the whole number would do.
   */
  return async <Found extends Kept>(place: Place<Found>, shown: Shown, address: string): Promise<Found> => {
    const counts = countsOf(shown, address);
    const [item, ...tried] = await table.getMany([place.keyOf(shown.code), ...counts.map(({ key }) => key)]);
    const counted = counts.map(
      ({ key, ...rest }, n): Counted => ({ ...rest, tries: triesIn(key, tried[n]) }),
    );
    for (const one of counted) limiter.check([one]);
    const taken = await limiter.take(counted);
    const found = place.read(item);
    if (!proves(found, shown) || found === undefined) throw bookingProblems.notFound();
    await limiter.giveBack(taken);
    return found;
  };
}
