/** What seats a day should have: hours, counters, pools and release times as data become seats. Pure. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Counter, CutOff, Place, Pool, Release } from "./booking.hall.ts";
import { lanesOf, slotMinutesOn } from "./booking.hall.ts";
import type { Closure } from "./booking.hours.ts";
import { openingOf } from "./booking.hours.ts";
import { instantAt, type TimeOfDay, timesIn } from "./booking.time.ts";

export interface PlannedSeat {
  readonly time: TimeOfDay;
  readonly lane: number;
  readonly pool: Pool;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export interface DayPlan {
  readonly day: Day;
  readonly slotMinutes: number;
  readonly opensAt: Instant;
  readonly seats: readonly PlannedSeat[];
  /** Why there are none; undefined while some counter is open. */
  readonly closure?: Closure;
}

/** The seats of a place on a day, by slot and then by lane. */
export function planDay(place: Place, day: Day, calendar: Calendar): DayPlan {
  const slotMinutes = slotMinutesOn(place, day);
  const opensAt = opensAtOf(place.release, day, calendar);
  const openings = place.counters.map((counter) => ({
    counter,
    opening: openingOf(place.hours, counter.id, { day, calendar }),
  }));
  const seats = openings.flatMap(({ counter, opening }) =>
    opening.spans
      .flatMap((span) => timesIn(span, slotMinutes))
      .flatMap((time) => {
        const pool = poolOf(place, counter, time);
        const closesAt = closesAtOf(place.cutOff, day, time);
        return lanesOf(counter).map((lane) => ({ time, lane, pool, opensAt, closesAt }));
      }),
  );
  const sorted = seats.toSorted((one, other) =>
    one.time === other.time ? one.lane - other.lane : one.time < other.time ? -1 : 1,
  );
  const closure = sorted.length > 0 ? undefined : closureAmong(openings.map(({ opening }) => opening));
  return { day, slotMinutes, opensAt, seats: sorted, ...(closure === undefined ? {} : { closure }) };
}

/** The reason that says most: what the office announced, then the holiday, then that the year is open, then the week. */
export function closureAmong(openings: readonly ReturnType<typeof openingOf>[]): Closure {
  const closures = openings.flatMap((opening) => ("closure" in opening ? [opening.closure] : []));
  const by = (code: Closure["code"]) => closures.find((closure) => closure.code === code);
  return by("announced") ?? by("holiday") ?? by("unannounced") ?? { code: "weekly" };
}

const poolOf = (place: Place, counter: Counter, time: TimeOfDay): Pool =>
  place.pools.find(
    ({ counters, hours }) =>
      (counters === undefined || counters.includes(counter.id)) &&
      (hours === undefined || (hours.from <= time && time < hours.to)),
  )?.pool ?? "public";

/** The instant at which the seats of a day open. */
export function opensAtOf({ ahead, unit, at }: Release, day: Day, calendar: Calendar): Instant {
  if (unit === "days") return instantAt(addDays(day, -ahead), at);
  let opening = day;
  for (let left = ahead; left > 0; left -= 1) {
    opening = addDays(opening, -1);
    while (!calendar.isWorkingDay(opening)) opening = addDays(opening, -1);
  }
  return instantAt(opening, at);
}

/** The instant from which a seat can no longer be taken. */
export const closesAtOf = (cutOff: CutOff, day: Day, time: TimeOfDay): Instant =>
  "minutes" in cutOff
    ? plusSeconds(instantAt(day, time), -cutOff.minutes * 60)
    : instantAt(addDays(day, -cutOff.daysBefore), cutOff.at);
