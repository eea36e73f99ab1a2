/** The write that offers a seat to somebody who waited for it. */
import type { Instant } from "../kit/clock.ts";
import type { Write } from "../kit/table.ts";
import { seatWrite } from "./booking.seat.store.ts";
import type { SeatId } from "./booking.seat.ts";

export interface Offering {
  readonly code: string;
  readonly now: Instant;
  readonly heldUntil: Instant;
  /** A seat that opens later than this has not been given back a moment ago, so it is not there to be offered. */
  readonly restsUntil: Instant;
  /** When everybody may have it, should nobody end the offer. */
  readonly opensAt: Instant;
}

/** Holds a seat for somebody who waited, also while it rests after it was given back. */
export const offerWrite = (seat: SeatId, { code, now, heldUntil, restsUntil, opensAt }: Offering): Write => ({
  ...seatWrite(seat),
  when: {
    text: "#state = :free AND #pool = :pool AND attribute_not_exists(#shut) AND #opensAt <= :rests AND :now < #closesAt",
    values: { free: "free", pool: "public", rests: restsUntil, now },
  },
  update: {
    text: "SET #state = :to, #holder = :code, #heldUntil = :heldUntil, #opensAt = :opensAt",
    values: { to: "held", code, heldUntil, opensAt },
  },
});
