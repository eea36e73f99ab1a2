/**
 * Finding seats for a visit: try those that seem free, each try one transaction of the caller's; after three lost ones
 * read how the slots really stand; refuse only on what was read. Of all who try for the same seats in one round at least
 * one gets theirs, so a round that everybody loses cannot happen.
 */
import { busy } from "../kit/problem.ts";
import { shareReads } from "./booking.board.service.ts";
import type { Chosen, Step } from "./booking.choice.ts";
import { chooseSeats } from "./booking.choice.ts";
import type { Pool } from "./booking.hall.ts";
import { highestLaneOf } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { openRefusals } from "./booking.refusal.service.ts";
import type { Comer, Releases } from "./booking.release.service.ts";
import { SeatLost } from "./booking.seat.store.ts";
import { obstacleTo, type Seat, type Wanting } from "./booking.seat.ts";
import type { PlannedVisit } from "./booking.visit.ts";
import { siteOf } from "./booking.visit.ts";

const LOST_BEFORE_READING = 3;
/** A person who loses so often is told to try again; with 2,000 for 50 seats nobody comes near it. */
const MOST_ROUNDS = 30;

export interface Wish {
  readonly visit: PlannedVisit;
  readonly pool: Pool;
  /** Who wants it, where it matters who came before its hour. */
  readonly comer: Comer;
  /** Where to begin among the free seats; from a hash, so that people spread. */
  readonly start: number;
  /** Seats that are the booking's already and may stay. */
  readonly own?: readonly Chosen[];
}

const nameOf = ({ time, lane }: Chosen): string => `${time} ${lane}`;

export type Seating = ReturnType<typeof openSeating>;

/** One person's search: what they have lost so far. */
class Search {
  /** How much later than for the first the seats open for them. */
  readonly late: number;
  constructor(late: number) {
    this.late = late;
  }
  readonly lost = new Set<string>();
  sinceRead = 0;

  lose({ seat, old }: SeatLost): void {
    this.lost.add(nameOf(seat));
    // A seat that was never published says that nothing is known of this slot.
    this.sinceRead = old === undefined ? LOST_BEFORE_READING : this.sinceRead + 1;
  }
  forget(): void {
    this.lost.clear();
    this.sinceRead = 0;
  }
}

export function openSeating(parts: BookingParts, releases: Pick<Releases, "lateness">) {
  const { seats, board, clock } = parts;
  const refusals = openRefusals(parts);
  const shared = shareReads<readonly Seat[]>();

  /** How every slot of the visit stands now. One request a slot, shared with whoever asks at the same time. */
  async function readSlots({ hall, place, day, steps }: PlannedVisit): Promise<readonly Seat[]> {
    const highest = highestLaneOf(place);
    const site = siteOf({ hall, place });
    const read = steps.map(({ time }) =>
      shared([site.hall, site.place, day, time].join(" "), async () => {
        const found = await seats.slot({ ...site, day, time }, highest);
        for (const seat of found) board.learnSeat(seat, seat);
        return found;
      }),
    );
    return (await Promise.all(read)).flat();
  }

  const choose = ({ visit, start, own = [] }: Wish, lanesOfStep: (step: Step) => readonly number[]) => {
    const mine = new Set(own.map(nameOf));
    const free = new Map(visit.steps.map((step) => [step.time, new Set(lanesOfStep(step))]));
    const isFree = (seat: Chosen) => mine.has(nameOf(seat)) || free.get(seat.time)?.has(seat.lane) === true;
    return chooseSeats({ steps: visit.steps, party: visit.party, start, isFree });
  };

  /**
   * Seats to try, as far as is known here. When all that seem free are being claimed in this process, it waits for one
   * of these claims instead, because a second transaction for the same seat could only lose.
   */
  async function guess(wish: Wish, { lost, late }: Search): Promise<readonly Chosen[] | "wait" | undefined> {
    const { visit, pool, start } = wish;
    const site = { ...siteOf(visit), day: visit.day };
    const wanting = { pool, now: clock(), late };
    const claimed: Promise<unknown>[] = [];
    const seems = (step: Step) =>
      board
        .mayBeFree({ ...site, time: step.time }, step.lanes, wanting)
        .filter((lane) => !lost.has(nameOf({ time: step.time, lane })));
    const unclaimed = (step: Step) =>
      seems(step).filter((lane) => {
        const claim = board.claimOn({ ...site, time: step.time, lane });
        if (claim !== undefined) claimed.push(claim);
        return claim === undefined;
      });
    const chosen = choose(wish, unclaimed);
    if (chosen !== undefined || claimed.length === 0) return chosen;
    await claimed[start % claimed.length];
    return "wait";
  }

  /** Seats that are free as they stand; raises why there are none. */
  async function look(wish: Wish, { late }: Search): Promise<readonly Chosen[]> {
    const now = clock();
    const wanting = { pool: wish.pool, now, late };
    const standing = await readSlots(wish.visit);
    const free = Map.groupBy(
      standing.filter((seat) => obstacleTo(seat, wanting) === undefined),
      ({ time }) => time,
    );
    const chosen = choose(wish, ({ time, lanes }) => {
      const there = new Set(free.get(time)?.map(({ lane }) => lane));
      return lanes.filter((lane) => there.has(lane));
    });
    if (chosen === undefined) throw await refusals.standing(wish, standing, wanting);
    return chosen;
  }

  /**
   * Runs `attempt` with seats until one succeeds. An attempt that raises `SeatLost` is tried with others; whatever else
   * it raises goes on; it is told who takes them and by when they must have opened. Raises 409 with alternatives when there is nothing to be had.
   */
  async function seat<Result>(
    wish: Wish,
    attempt: (chosen: readonly Chosen[], wanting: Omit<Wanting, "now">) => Promise<Result>,
  ): Promise<Result> {
    await refusals.early(wish, clock());
    const { visit, pool, comer } = wish;
    // The desk and the hotline have seats of their own, which are not shared out at an hour.
    const late = pool === "public" ? await releases.lateness(visit, visit.day, comer) : 0;
    const search = new Search(late);
    for (let round = 0; round < MOST_ROUNDS; ) {
      const guessed = search.sinceRead < LOST_BEFORE_READING ? await guess(wish, search) : undefined;
      if (guessed === "wait") continue;
      const chosen = guessed ?? (await look(wish, search));
      if (guessed === undefined) search.forget();
      round += 1;
      try {
        const wanted = chosen.map((one) => ({ ...siteOf(visit), day: visit.day, ...one }));
        return await board.claim(wanted, () => attempt(chosen, { pool, late }));
      } catch (error) {
        if (!(error instanceof SeatLost)) throw error;
        board.learnSeat(error.seat, error.old);
        search.lose(error);
      }
    }
    throw busy();
  }

  return { seat };
}
