/**
 * Finding seats for a visit: try those that seem free, each try one transaction of the caller's; after three lost ones
 * read how the slots really stand; refuse only on what was read. Of all who try for the same seats in one round at least
 * one gets theirs, so a round that everybody loses cannot happen.
 */
import type { Instant } from "../kit/clock.ts";
import { busy } from "../kit/problem.ts";
import { shareReads } from "./booking.board.service.ts";
import type { Chosen } from "./booking.choice.ts";
import { chooseSeats } from "./booking.choice.ts";
import type { Pool } from "./booking.hall.ts";
import { lanesOf } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { planDay } from "./booking.plan.ts";
import { bookingProblems } from "./booking.problem.ts";
import { SeatLost } from "./booking.seat.store.ts";
import { obstacleTo, type Seat } from "./booking.seat.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { siteOf } from "./booking.visit.ts";

const LOST_BEFORE_READING = 3;
/** A person who loses so often is told to try again; with 2,000 for 50 seats nobody comes near it. */
const MOST_ROUNDS = 30;

export interface Wish {
  readonly visit: PlannedVisit;
  readonly pool: Pool;
  /** Where to begin among the free seats; from a hash, so that people spread. */
  readonly start: number;
  /** Seats that are the booking's already and may stay. */
  readonly own?: readonly Chosen[];
}

const nameOf = ({ time, lane }: Chosen): string => `${time} ${lane}`;

export type Seating = ReturnType<typeof openSeating>;

export function openSeating({ seats, board, nearest, clock, calendar }: BookingParts) {
  const shared = shareReads<readonly Seat[]>();

  /** How every slot of the visit stands now. One request a slot, shared with whoever asks at the same time. */
  async function readSlots({ hall, place, day, steps }: PlannedVisit): Promise<readonly Seat[]> {
    const highest = Math.max(...place.counters.flatMap(lanesOf));
    const site = siteOf({ hall, place });
    const read = steps.map(({ time }) =>
      shared([site.hall, site.place, day, time].join(" "), () => seats.slot({ ...site, day, time }, highest)),
    );
    const found = (await Promise.all(read)).flat();
    for (const seat of found) board.learnSeat(seat, seat);
    return found;
  }

  /** What can be said without reading: nobody is there that day, it is not open yet, or it is over. */
  async function refuseEarly({ visit, pool }: Wish, now: Instant): Promise<void> {
    const { place, day, time } = visit;
    const plan = planDay(place, day, calendar);
    const near = { day, time, pool };
    if (plan.closure !== undefined) throw bookingProblems.dayClosed(plan.closure, await nearest(visit, near));
    if (now < plan.opensAt) throw bookingProblems.notOpen(plan.opensAt, now);
    const planned = plan.seats.find((seat) => seat.time === time);
    if (planned !== undefined && planned.closesAt <= now && pool !== "walk_in")
      throw bookingProblems.over(await nearest(visit, near));
  }

  /** Why a visit cannot be had, from how its slots stand. */
  async function refusal({ visit, pool }: Wish, standing: readonly Seat[], now: Instant) {
    const first = standing.filter(({ time }) => time === visit.time);
    const obstacles = new Set(first.map((seat) => obstacleTo(seat, { pool, now })));
    const alternatives = await nearest(visit, { day: visit.day, time: visit.time, pool });
    if (first.length === 0) return bookingProblems.notPublished(alternatives);
    if (obstacles.size === 1 && obstacles.has("not_open")) {
      const opensAt = first.map((seat) => seat.opensAt).toSorted()[0] ?? now;
      return bookingProblems.notOpen(opensAt, now);
    }
    if (obstacles.size === 1 && obstacles.has("over")) return bookingProblems.over(alternatives);
    return bookingProblems.full(alternatives);
  }

  /**
   * Runs `attempt` with seats until one succeeds. An attempt that raises `SeatLost` is tried with others; whatever else
   * it raises goes on. Raises 409 with alternatives when there is nothing to be had.
   */
  async function seat<Result>(
    wish: Wish,
    attempt: (chosen: readonly Chosen[]) => Promise<Result>,
  ): Promise<Result> {
    const { visit, pool, start } = wish;
    const { steps, party, day } = visit;
    const site = { ...siteOf(visit), day };
    const own = new Set((wish.own ?? []).map(nameOf));
    await refuseEarly(wish, clock());
    const lost = new Set<string>();
    let lostSinceRead = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const now = clock();
      const wanting = { pool, now };
      const seems = (seat: Chosen) => !lost.has(nameOf(seat)) && board.mayBeFree(site, seat, wanting);
      const choose = (isFree: (seat: Chosen) => boolean) =>
        chooseSeats({ steps, party, start, isFree: (seat) => own.has(nameOf(seat)) || isFree(seat) });
      let chosen = lostSinceRead < LOST_BEFORE_READING ? choose(seems) : undefined;
      if (chosen === undefined) {
        const standing = await readSlots(visit);
        const free = new Set(standing.filter((one) => obstacleTo(one, wanting) === undefined).map(nameOf));
        chosen = choose((one) => free.has(nameOf(one)));
        if (chosen === undefined) throw await refusal(wish, standing, now);
        lost.clear();
        lostSinceRead = 0;
      }
      try {
        return await attempt(chosen);
      } catch (error) {
        if (!(error instanceof SeatLost)) throw error;
        board.learnSeat(error.seat, error.old);
        lost.add(nameOf(error.seat));
        lostSinceRead = error.old === undefined ? LOST_BEFORE_READING : lostSinceRead + 1;
      }
    }
    throw busy();
  }

  return { seat };
}
