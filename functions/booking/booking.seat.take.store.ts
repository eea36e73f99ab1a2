/** The write that takes a seat, with all that must hold for it in its condition. */
import type { Instant } from "../kit/clock.ts";
import type { Expression, Write } from "../kit/table.ts";
import { seatWrite } from "./booking.seat.store.ts";
import type { SeatId, Wanting } from "./booking.seat.ts";
import { heldBefore, openedBy } from "./booking.seat.ts";

/** The condition that says what `obstacleTo` says, where it counts: inside the write. */
export function takeable({ pool, now, late = 0 }: Wanting): Expression {
  const inTime = "(#pool = :pool AND #opensAt <= :openedBy AND :now < #closesAt)";
  const spilled = pool === "walk_in" ? `(${inTime} OR #closesAt <= :now)` : inTime;
  const nobodys = "(#state = :free OR (#state = :held AND #heldUntil < :gone))";
  return {
    text: `attribute_not_exists(#shut) AND ${spilled} AND ${nobodys}`,
    values: {
      pool,
      now,
      openedBy: openedBy({ now, late }),
      free: "free",
      held: "held",
      gone: heldBefore(now),
    },
  };
}

export interface Taking extends Wanting {
  readonly code: string;
  /** Holds the seat until then, instead of booking it. */
  readonly heldUntil?: Instant | undefined;
}

/** Takes a seat that nobody has, for a code. */
export const takeWrite = (seat: SeatId, { code, heldUntil, ...wanting }: Taking): Write => ({
  ...seatWrite(seat),
  when: takeable(wanting),
  update:
    heldUntil === undefined
      ? { text: "SET #state = :to, #holder = :code REMOVE #heldUntil", values: { to: "booked", code } }
      : {
          text: "SET #state = :to, #holder = :code, #heldUntil = :heldUntil",
          values: { to: "held", code, heldUntil },
        },
});
