/** Statistics of a hall (大厅统计): a fact for each booking by the stream, and the figures of a range of days from them. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { invalid } from "../kit/problem.ts";
import type { HallDesk } from "./booking.desk.service.ts";
import type { Halls } from "./booking.hall.service.ts";
import { placeOf } from "./booking.hall.ts";
import { opensAtOf } from "./booking.plan.ts";
import { inBatches } from "./booking.schedule.service.ts";
import type { ScheduleStore } from "./booking.schedule.store.ts";
import type { FactStore } from "./booking.statistics.store.ts";
import type { DayFacts, WaitFact } from "./booking.statistics.ts";
import { factOf } from "./booking.statistics.ts";
import type { Booking } from "./booking.ts";

/** So many days are looked at at once, one query each. */
export const MOST_STATISTIC_DAYS = 92;
const USUAL_DAYS = 28;
const DAYS_AT_ONCE = 8;

export interface FactOptions {
  readonly halls: Pick<Halls, "find">;
  readonly facts: FactStore;
  readonly calendar: Calendar;
}

export const openFacts = ({ halls, facts, calendar }: FactOptions) => ({
  /** Again does no harm, in any order. */
  async count(before: Booking | undefined, after: Booking): Promise<void> {
    const hall = await halls.find(after.hall);
    const place = hall && placeOf(hall, after.place);
    if (place === undefined) return;
    const fact = factOf(after, opensAtOf(place.release, after.day, calendar));
    await facts.save(after.hall, after.day, { fact, version: after.version });
    if (before !== undefined && before.day !== after.day)
      await facts.remove(before.hall, before.day, before.code);
  },
});
export type Facts = ReturnType<typeof openFacts>;

export interface StatisticOptions {
  readonly desk: HallDesk;
  readonly facts: FactStore;
  readonly schedules: Pick<ScheduleStore, "between">;
  /** How long those waited who were called on a day at a place. */
  readonly waits: (queue: { hall: string; place: string; day: Day }) => Promise<readonly WaitFact[]>;
  readonly clock: Clock;
}

export function openStatistics({ desk, facts, schedules, waits, clock }: StatisticOptions) {
  /** Raises 422 for a range that is turned round or too long. */
  function rangeOf(from: Day | undefined, to: Day | undefined): { from: Day; to: Day } {
    const last = to ?? dayOf(clock());
    const first = from ?? addDays(last, 1 - USUAL_DAYS);
    if (last < first) throw invalid([{ field: "to", code: "order" }]);
    if (addDays(first, MOST_STATISTIC_DAYS - 1) < last) throw invalid([{ field: "to", code: "days_many" }]);
    return { from: first, to: last };
  }

  /** The facts of each day of a range; by default the last four weeks. */
  async function read(
    actor: Staff,
    id: string,
    asked: { from?: Day | undefined; to?: Day | undefined } = {},
  ) {
    const { hall } = await desk.openPublished(actor, "hall.read", id);
    const { from, to } = rangeOf(asked.from, asked.to);
    const published = await Promise.all(
      hall.places.map(async (place) => ({
        place: place.id,
        days: await schedules.between({ hall: id, place: place.id }, from, to),
      })),
    );
    const days: DayFacts[] = [];
    const all: Day[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
    await inBatches(all, DAYS_AT_ONCE, async (day) => {
      const capacity = published.flatMap(({ place, days: known }) => {
        const seats = known.find((each) => each.day === day)?.capacity ?? 0;
        return seats === 0 ? [] : [[place, seats] as const];
      });
      const [bookings, waited] = await Promise.all([
        facts.day(id, day),
        Promise.all(capacity.map(([place]) => waits({ hall: id, place, day }))),
      ]);
      days.push({ day, capacity: new Map(capacity), bookings, waits: waited.flat() });
    });
    return { hall, from, to, days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)) };
  }

  return { read };
}
export type Statistics = ReturnType<typeof openStatistics>;
