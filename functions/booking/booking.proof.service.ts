/**
 * Opening a booking by its code and the last four digits of the telephone. A try is taken before it is looked at and
 * given back when it was right, so that a burst of guesses cannot outrun the limit; a missing code is a wrong try too.
 */
import type { Clock } from "../kit/clock.ts";
import type { Vault } from "../kit/vault.ts";
import { equalInConstantTime } from "../kit/vault.ts";
import { openLimiter } from "../progress/progress.limiter.ts";
import type { ProgressStore } from "../progress/progress.store.ts";
import { phone4Hash } from "./booking.draft.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import { bookingIn } from "./booking.store.ts";
import type { Booking } from "./booking.ts";

export interface ProofOptions {
  /** Reads a booking together with the tries on it, in one request. */
  readonly tries: Pick<ProgressStore, "read" | "replace">;
  readonly vault: Vault;
  readonly clock: Clock;
}

export type BookingProof = ReturnType<typeof openBookingProof>;

export function openBookingProof({ tries, vault, clock }: ProofOptions) {
  const limiter = openLimiter(tries, clock);
  return {
    /**
     * The booking, for whoever shows its telephone. Raises 404 `booking_not_found` for a wrong one as for a missing
     * code, and 429 `too_many_tries`.
     */
    async prove(
      shown: { readonly code: string; readonly phone4: string },
      address: string,
    ): Promise<Booking> {
      const tracked = await tries.read(shown.code, address);
      limiter.check(tracked);
      const taken = await limiter.take(tracked);
      const booking = bookingIn(tracked.item);
      const hash = phone4Hash(vault, shown.code, shown.phone4);
      if (!equalInConstantTime(Buffer.from(hash), Buffer.from(booking?.phone4 ?? "")))
        throw bookingProblems.notFound();
      await limiter.giveBack(taken);
      if (booking === undefined) throw bookingProblems.notFound();
      return booking;
    },
  };
}
