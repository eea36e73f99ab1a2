/** The nearest other times for an errand, from the hints: the same day first, then the days after it. */
import type { Day } from "../calendar/calendar.ts";
import { addDays } from "../calendar/calendar.ts";
import type { Clock, Instant } from "../kit/clock.ts";
import { shareReads } from "./booking.board.service.ts";
import type { Pool } from "./booking.hall.ts";
import type { DayHint, HintStore } from "./booking.hint.store.ts";
import { lanesFree } from "./booking.hint.ts";
import type { Alternative } from "./booking.problem.ts";
import type { Site } from "./booking.seat.ts";
import { minutesOf, type TimeOfDay } from "./booking.time.ts";
import type { Errand } from "./booking.visit.ts";
import { siteOf, visitAt } from "./booking.visit.ts";

const MOST_ALTERNATIVES = 5;
const DAYS_LOOKED_AT = 8;

export interface Near {
  readonly day: Day;
  readonly time: TimeOfDay;
  readonly pool: Pool;
}

/** When an errand can begin on a day, and for how many at a time. */
export function startsOn(
  hint: DayHint,
  errand: Errand,
  { day, pool, now }: { readonly day: Day; readonly pool: Pool; readonly now: Instant },
): readonly Alternative[] {
  const free = new Map(hint.slots.map((slot) => [slot.time, lanesFree(slot, pool, now)]));
  return hint.slots.flatMap(({ time }) => {
    const visit = visitAt(errand, { day, time });
    if (!visit.ok) return [];
    const counts = visit.value.steps.map(
      (step) => step.lanes.filter((lane) => free.get(step.time)?.includes(lane)).length,
    );
    return [{ day, time, free: Math.min(...counts) }];
  });
}

export function openNearest({ hints, clock }: { readonly hints: HintStore; readonly clock: Clock }) {
  const shared = shareReads<readonly (DayHint | undefined)[]>();
  const readDays = (site: Site, from: Day) =>
    shared(`${site.hall} ${site.place} ${from}`, () =>
      Promise.all(Array.from({ length: DAYS_LOOKED_AT }, (_, n) => hints.readDay(site, addDays(from, n)))),
    );

  return async (errand: Errand, near: Near): Promise<readonly Alternative[]> => {
    const now = clock();
    const days = await readDays(siteOf(errand), near.day);
    const starts = days.flatMap((hint, n) =>
      hint === undefined ? [] : startsOn(hint, errand, { day: addDays(near.day, n), pool: near.pool, now }),
    );
    const rank = ({ day, time }: Alternative) =>
      day === near.day
        ? `0 ${String(Math.abs(minutesOf(time) - minutesOf(near.time))).padStart(4, "0")}`
        : `1 ${day} ${time}`;
    return starts
      .filter(({ free }) => free >= errand.party)
      .filter(({ day, time }) => day !== near.day || time !== near.time)
      .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
      .slice(0, MOST_ALTERNATIVES);
  };
}
