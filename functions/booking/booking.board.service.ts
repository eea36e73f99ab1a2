/**
 * What this process believes to be free, so that a claim seldom meets a taken seat: the hints of days that it has read
 * and the seats that it has seen taken. It may be wrong in both directions; only the seats themselves decide.
 */
import type { Clock } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { DayHint } from "./booking.hint.store.ts";
import { hintOf, lanesFree, type SlotHint } from "./booking.hint.ts";
import type { Seat, SeatId, Site, Slot, Wanting } from "./booking.seat.ts";
import { openedBy } from "./booking.seat.ts";

const KEPT_MILLISECONDS = 2_000;
/**
 * A seat that is taken stays out of guesses for longer: when eight o'clock lasts a minute, everybody who waits would
 * otherwise lose a transaction on it again and again. Whoever finds nothing to guess reads, so nobody misses a seat.
 */
const TAKEN_KEPT_MILLISECONDS = 60_000;
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

  /** Seats that a transaction of this process is about to take, until it has an outcome. */
  const claims = new Map<string, Promise<unknown>>();

  const now = () => millisecondsOf(clock());
  function keep<Value>(
    map: Map<string, Kept<Value>>,
    name: string,
    value: Value,
    milliseconds: number,
  ): void {
    if (map.size >= MOST_KEPT) map.clear();
    map.set(name, { until: now() + milliseconds, value });
  }
  function known<Value>(map: Map<string, Kept<Value>>, name: string): Kept<Value> | undefined {
    const found = map.get(name);
    if (found === undefined || found.until > now()) return found;
    map.delete(name);
    return undefined;
  }

  return {
    learnDay(site: Site, day: string, hint: DayHint | undefined): void {
      const slots = new Map((hint?.slots ?? []).map((slot) => [slot.time, slot]));
      keep(days, dayOfSite(site, day), slots, KEPT_MILLISECONDS);
    },
    learnSeat(seat: SeatId, seen: Seat | undefined): void {
      const isFree = seen?.state === "free" && seen.opensAt <= clock();
      const hint = seen === undefined ? undefined : hintOf([seen]);
      keep(seats, nameOf(seat), hint, isFree ? KEPT_MILLISECONDS : TAKEN_KEPT_MILLISECONDS);
    },
    took(taken: readonly SeatId[]): void {
      for (const seat of taken) keep(seats, nameOf(seat), undefined, TAKEN_KEPT_MILLISECONDS);
    },
    /** Runs a transaction that takes seats; until it has an outcome nobody else of this process tries for them. */
    claim<Result>(wanted: readonly SeatId[], work: () => Promise<Result>): Promise<Result> {
      const claimed = work();
      const names = wanted.map(nameOf);
      const over = claimed.then(ignored, ignored).then(() => {
        for (const name of names) if (claims.get(name) === over) claims.delete(name);
      });
      for (const name of names) claims.set(name, over);
      return claimed;
    },
    /** The claim on a seat that is under way; undefined when there is none. */
    claimOn: (seat: SeatId): Promise<unknown> | undefined => claims.get(nameOf(seat)),
    /** The lanes of a slot for which a claim is worth trying; one of which nothing is known is. */
    mayBeFree(slot: Slot, lanes: readonly number[], wanting: Wanting): readonly number[] {
      const { pool } = wanting;
      const at = openedBy(wanting);
      const day = known(days, dayOfSite(slot, slot.day));
      const hint = day?.value.get(slot.time);
      const free =
        day === undefined ? undefined : new Set(hint === undefined ? [] : lanesFree(hint, pool, at));
      return lanes.filter((lane) => {
        const seat = known(seats, nameOf({ ...slot, lane }));
        if (seat === undefined) return free === undefined || free.has(lane);
        return seat.value !== undefined && lanesFree(seat.value, pool, at).length > 0;
      });
    },
  };
}

const ignored = () => {};

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

/** As many as one request to the table takes. */
const MOST_GATHERED = 100;

/** Puts reads that are asked for in the same moment into one request; who asks the same shares one answer. */
export function gatherReads<Value>(readMany: (names: readonly string[]) => Promise<readonly Value[]>) {
  let waiting = new Map<string, PromiseWithResolvers<Value>>();
  async function read(some: readonly (readonly [string, PromiseWithResolvers<Value>])[]): Promise<void> {
    try {
      const values = await readMany(some.map(([name]) => name));
      for (const [n, [, outcome]] of some.entries()) outcome.resolve(values[n] as Value);
    } catch (error) {
      for (const [, outcome] of some) outcome.reject(error);
    }
  }
  function send(): void {
    const all = [...waiting];
    waiting = new Map();
    for (let start = 0; start < all.length; start += MOST_GATHERED)
      void read(all.slice(start, start + MOST_GATHERED));
  }
  return (name: string): Promise<Value> => {
    if (waiting.size === 0) setImmediate(send);
    const outcome = waiting.get(name) ?? Promise.withResolvers<Value>();
    waiting.set(name, outcome);
    return outcome.promise;
  };
}
