/**
 * What this process believes to be free, so that a claim seldom meets a taken seat: the hints of days that it has read
 * and the seats that it has seen taken. It may be wrong in both directions; only the seats themselves decide.
 */
import type { Clock, Instant } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { Chosen } from "./booking.choice.ts";
import type { Pool } from "./booking.hall.ts";
import type { DayHint } from "./booking.hint.store.ts";
import { hintOf, lanesFree, type SlotHint } from "./booking.hint.ts";
import type { Seat, SeatId, Site, Slot } from "./booking.seat.ts";

const KEPT_MILLISECONDS = 2_000;
const MOST_KEPT = 5_000;

export type Board = ReturnType<typeof openBoard>;

const dayOfSite = ({ hall, place }: Site, day: string): string => `${hall} ${place} ${day}`;
const nameOf = (seat: SeatId): string => `${dayOfSite(seat, seat.day)} ${seat.time} ${seat.lane}`;

interface Kept<Value> {
  readonly until: number;
  readonly value: Value;
}

export function openBoard(clock: Clock) {
  const days = new Map<string, Kept<ReadonlyMap<string, SlotHint>>>();
  /** One seat, as seen or as taken by us; undefined: certainly not free. */
  const seats = new Map<string, Kept<SlotHint | undefined>>();

  const now = () => millisecondsOf(clock());
  function keep<Value>(map: Map<string, Kept<Value>>, name: string, value: Value): void {
    if (map.size >= MOST_KEPT) map.clear();
    map.set(name, { until: now() + KEPT_MILLISECONDS, value });
  }
  function known<Value>(map: Map<string, Kept<Value>>, name: string): Kept<Value> | undefined {
    const found = map.get(name);
    if (found === undefined || found.until > now()) return found;
    map.delete(name);
    return undefined;
  }

  return {
    learnDay(site: Site, day: string, hint: DayHint | undefined): void {
      keep(days, dayOfSite(site, day), new Map((hint?.slots ?? []).map((slot) => [slot.time, slot])));
    },
    learnSeat(seat: SeatId, seen: Seat | undefined): void {
      keep(seats, nameOf(seat), seen === undefined ? undefined : hintOf([seen]));
    },
    took(taken: readonly SeatId[]): void {
      for (const seat of taken) keep(seats, nameOf(seat), undefined);
    },
    /** Whether a claim is worth trying; a seat of which nothing is known is. */
    mayBeFree(
      slot: Omit<Slot, "time">,
      { time, lane }: Chosen,
      { pool, now: at }: { pool: Pool; now: Instant },
    ): boolean {
      const seat = known(seats, nameOf({ ...slot, time, lane }));
      if (seat !== undefined) return seat.value !== undefined && lanesFree(seat.value, pool, at).length > 0;
      const day = known(days, dayOfSite(slot, slot.day));
      if (day === undefined) return true;
      const hint = day.value.get(time);
      return hint !== undefined && lanesFree(hint, pool, at).includes(lane);
    },
  };
}

/**
 * Lets callers that ask the same at the same time share a read which began after each of them asked: what it finds is
 * as true for each as a read of their own. A read under way is not joined, because it may be older than the question.
 */
export function shareReads<Value>() {
  const running = new Map<string, Promise<Value>>();
  const next = new Map<string, Promise<Value>>();
  return (name: string, read: () => Promise<Value>): Promise<Value> => {
    const joined = next.get(name);
    if (joined !== undefined) return joined;
    const before = running.get(name) ?? Promise.resolve();
    const mine = before
      .catch(() => {})
      .then(() => {
        next.delete(name);
        const started = read();
        running.set(name, started);
        const done = () => {
          if (running.get(name) === started) running.delete(name);
        };
        started.then(done, done);
        return started;
      });
    next.set(name, mine);
    return mine;
  };
}
