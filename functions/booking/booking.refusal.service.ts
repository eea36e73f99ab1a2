/** Why a visit cannot be had: what can be said without reading, and what the seats themselves say. */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Problem } from "../kit/problem.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { LONGEST_REST_SECONDS } from "./booking.plan.difference.ts";
import { closesAtOf } from "./booking.plan.ts";
import { bookingProblems } from "./booking.problem.ts";
import type { Seat, Wanting } from "./booking.seat.ts";
import { obstacleTo } from "./booking.seat.ts";
import type { Wish } from "./booking.seating.service.ts";

/** Its counters work when it would begin, and at some later slot of it none does any more: a break, or the end of the day. */
function endsAfterClosing({ visit: { steps } }: Wish, seats: readonly Seat[]): boolean {
  const [first, ...later] = steps.map(({ time, lanes }) =>
    seats.some((seat) => seat.time === time && lanes.includes(seat.lane) && seat.state !== "closed"),
  );
  return first === true && later.includes(false);
}

export function openRefusals({ nearest, frames }: Pick<BookingParts, "nearest" | "frames">) {
  const alternatives = ({ visit, pool }: Wish) => nearest(visit, { day: visit.day, time: visit.time, pool });

  /** Raises when nobody is there that day, when it is not open yet, and when it is over. */
  async function early(wish: Wish, now: Instant): Promise<void> {
    const { place, day, time } = wish.visit;
    const { closure, opensAt } = frames(place, day);
    if (closure !== undefined) throw bookingProblems.dayClosed(closure, await alternatives(wish));
    if (now < opensAt) throw bookingProblems.notOpen(opensAt, now);
    if (closesAtOf(place.cutOff, day, time) <= now && wish.pool !== "walk_in")
      throw bookingProblems.over(await alternatives(wish));
  }

  async function standing(wish: Wish, seats: readonly Seat[], wanting: Wanting): Promise<Problem> {
    const { now } = wanting;
    const first = seats.filter(({ time }) => time === wish.visit.time);
    const obstacles = new Set(first.map((seat) => obstacleTo(seat, wanting)));
    const opensAt = first.map((seat) => seat.opensAt).toSorted()[0] ?? now;
    // Seats that somebody gave back open at a moment that is told to nobody: until then the slot is full.
    const rests = opensAt <= plusSeconds(now, LONGEST_REST_SECONDS);
    if (obstacles.size === 1 && obstacles.has("not_open") && !rests)
      return bookingProblems.notOpen(opensAt, now);
    const others = await alternatives(wish);
    if (first.length === 0) return bookingProblems.notPublished(others);
    if (obstacles.size === 1 && obstacles.has("over")) return bookingProblems.over(others);
    if (endsAfterClosing(wish, seats)) return bookingProblems.doesNotFit(others);
    return bookingProblems.full(others);
  }

  return { early, standing };
}
