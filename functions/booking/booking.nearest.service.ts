/** The nearest other times for an errand, from the hints: the same day first, then the days after it. */
import type { Day } from "../calendar/calendar.ts";
import { addDays } from "../calendar/calendar.ts";
import type { Clock, Instant } from "../kit/clock.ts";
import { shareReads } from "./booking.board.service.ts";
import type { Pool } from "./booking.hall.ts";
import type { DayHint, HintStore } from "./booking.hint.store.ts";
import { lanesFree } from "./booking.hint.ts";
import type { Alternative } from "./booking.problem.ts";
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
  /** Those who are refused the same at the same time are told the same. */
  const shared = shareReads<readonly Alternative[]>();
  const sharedDays = shareReads<DayHint | undefined>();

  async function find(errand: Errand, near: Near): Promise<readonly Alternative[]> {
    const site = siteOf(errand);
    const all = Array.from({ length: DAYS_LOOKED_AT }, (_, n) => addDays(near.day, n));
    const found = await Promise.all(
      all.map((day) => sharedDays(`${site.hall} ${site.place} ${day}`, () => hints.readDay(site, day))),
    );
    const asked = { pool: near.pool, now: clock() };
    const starts = found.flatMap((hint, n) =>
      hint === undefined ? [] : startsOn(hint, errand, { ...asked, day: all[n] ?? near.day }),
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
  }

  return (errand: Errand, near: Near): Promise<readonly Alternative[]> => {
    const { hall, place } = siteOf(errand);
    const what = [hall, place, ...errand.services.map(({ id }) => id), errand.party];
    return shared([...what, near.day, near.time, near.pool].join(" "), () => find(errand, near));
  };
}
