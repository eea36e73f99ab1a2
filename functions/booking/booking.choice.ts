/** Which seats to try: the free ones that fit, beginning at another place for each person, so that few collide. Pure. */
import type { TimeOfDay } from "./booking.time.ts";

export interface Chosen {
  readonly time: TimeOfDay;
  readonly lane: number;
}

/** One slot of a visit, and the lanes on which what is due then is given. */
export interface Step {
  readonly time: TimeOfDay;
  readonly lanes: readonly number[];
}

export interface Choosing {
  /** The slots of the visit in a row; several services follow each other. */
  readonly steps: readonly Step[];
  /** How many people come; each needs a seat in each slot. */
  readonly party: number;
  /** Whether a seat may be tried, as far as is known. */
  readonly isFree: (seat: Chosen) => boolean;
  /** Where to begin among the free ones; any whole number from 0. */
  readonly start: number;
}

/** Seats for everybody in every slot, on one counter each where that can be; undefined when there are not enough. */
export function chooseSeats(choosing: Choosing): readonly Chosen[] | undefined {
  const { steps, party } = choosing;
  const staying = lanesForAll(choosing);
  if (staying.length >= party) {
    const lanes = rotated(staying, choosing.start).slice(0, party);
    return steps.flatMap(({ time }) => lanes.map((lane) => ({ time, lane })));
  }
  return changingCounters(choosing);
}

/** The lanes that fit and are free in every slot. */
function lanesForAll({ steps, isFree }: Choosing): readonly number[] {
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  return first.lanes
    .filter((lane) => isFree({ time: first.time, lane }))
    .filter((lane) => rest.every(({ time, lanes }) => lanes.includes(lane) && isFree({ time, lane })));
}

/** Whoever has to change the counter does so as late as possible: lanes of the slot before come first. */
function changingCounters({ steps, party, isFree, start }: Choosing): readonly Chosen[] | undefined {
  const chosen: Chosen[] = [];
  let before: readonly number[] = [];
  for (const { time, lanes } of steps) {
    const free = rotated(
      lanes.filter((lane) => isFree({ time, lane })),
      start,
    );
    const kept = before.filter((lane) => free.includes(lane));
    before = [...kept, ...free.filter((lane) => !kept.includes(lane))].slice(0, party);
    if (before.length < party) return undefined;
    chosen.push(...before.map((lane) => ({ time, lane })));
  }
  return chosen;
}

const rotated = (lanes: readonly number[], start: number): readonly number[] => {
  const place = lanes.length === 0 ? 0 : start % lanes.length;
  return [...lanes.slice(place), ...lanes.slice(0, place)];
};
