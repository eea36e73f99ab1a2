/**
 * Publishing (号源发布): the seats of a day are made what the hall's description says, and only those that differ are
 * written. It can end anywhere and be begun again: it looks at the seats themselves and goes on with what is missing.
 */
import type { Day } from "../calendar/calendar.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import { conflict, notFound, Problem } from "../kit/problem.ts";
import type { StoredHall } from "./booking.hall.store.ts";
import type { Hall, Place } from "./booking.hall.ts";
import { highestLaneOf, slotMinutesOn } from "./booking.hall.ts";
import type { BookingParts } from "./booking.parts.service.ts";
import { changesToCome } from "./booking.plan.difference.ts";
import { type DayPlan, planDay } from "./booking.plan.ts";
import type { Schedule } from "./booking.schedule.store.ts";
import { openSeatChanges } from "./booking.schedule.write.service.ts";
import type { Seat, Site } from "./booking.seat.ts";

/** Slots that are read at the same time. */
const SLOTS_AT_ONCE = 8;
/** Seats that are written at the same time; progress is kept after so many. */
const SEATS_AT_ONCE = 25;
const SEATS_BETWEEN_RECORDS = 200;
/** People book while a day is published; what they changed is looked at again. */
const MOST_ROUNDS = 8;

export interface PublishRange {
  readonly from: Day;
  readonly to: Day;
  /** Every place of the hall when left out. */
  readonly place?: string | undefined;
}

/** Works through a list, so many at a time, in order. */
export async function inBatches<Item>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size)
    await Promise.all(items.slice(start, start + size).map(work));
}

export function openSchedules(parts: BookingParts) {
  const { halls, seats, schedules, clock, calendar } = parts;
  const apply = openSeatChanges(parts);

  async function seatsOf(site: Site, { day, times, highestLane }: Schedule): Promise<readonly Seat[]> {
    const found: Seat[] = [];
    await inBatches(times, SLOTS_AT_ONCE, async (time) => {
      found.push(...(await seats.slot({ ...site, day, time }, highestLane)));
    });
    return found;
  }

  /** On record before the first seat is written, so that a publishing which ends early is found and finished. */
  async function begin(site: Site, place: Place, plan: DayPlan): Promise<Schedule> {
    const before = await schedules.read(site, plan.day);
    const times = new Set([...(before?.times ?? []), ...plan.seats.map(({ time }) => time)]);
    return schedules.save({
      ...site,
      day: plan.day,
      version: (before?.version ?? 0) + 1,
      state: "waiting",
      times: [...times].toSorted(),
      highestLane: Math.max(before?.highestLane ?? 1, highestLaneOf(place)),
      slotMinutes: plan.slotMinutes,
      progress: { done: 0, total: 0 },
      capacity: before?.capacity ?? 0,
      at: clock(),
    });
  }

  /** One look at the seats and one pass over what differs; gives the record, and how many changes were lost to others. */
  async function pass(schedule: Schedule, plan: DayPlan): Promise<{ schedule: Schedule; lost: number }> {
    const changes = changesToCome(plan, await seatsOf(schedule, schedule), clock());
    let record = schedule;
    let lost = 0;
    for (let done = 0; done < changes.length; done += SEATS_BETWEEN_RECORDS) {
      const some = changes.slice(done, done + SEATS_BETWEEN_RECORDS);
      await inBatches(some, SEATS_AT_ONCE, async (change) => {
        if (!(await apply({ ...schedule }, change))) lost += 1;
      });
      const progress = { done: done + some.length - lost, total: changes.length };
      record = await schedules.save({ ...record, version: record.version + 1, progress, at: clock() });
    }
    return { schedule: record, lost };
  }

  /** Raises 409 `schedule_changed` when somebody else publishes the same day at the same time. */
  async function publishDay(hall: Hall, place: Place, day: Day): Promise<Schedule> {
    const plan = planDay(place, day, calendar);
    const site = { hall: hall.id, place: place.id };
    const before = await schedules.read(site, day);
    if (before === undefined && plan.seats.length === 0) return emptyDay(site, plan);
    let schedule = await begin(site, place, plan);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const passed = await pass(schedule, plan);
      schedule = passed.schedule;
      if (passed.lost > 0) continue;
      return schedules.save({
        ...schedule,
        version: schedule.version + 1,
        state: "published",
        capacity: plan.seats.length,
        at: clock(),
      });
    }
    throw conflict("schedule_changed");
  }

  /** A day without seats that never had any needs no record. */
  const emptyDay = (site: Site, plan: DayPlan): Schedule => ({
    ...site,
    day: plan.day,
    version: 0,
    state: "published",
    times: [],
    highestLane: 1,
    slotMinutes: plan.slotMinutes,
    progress: { done: 0, total: 0 },
    capacity: 0,
    at: clock(),
  });

  async function hallFor(id: string): Promise<StoredHall> {
    const stored = await halls.readForChange(id);
    if (stored === undefined) throw notFound("hall_not_found");
    return stored;
  }

  /** Publishes days of a hall, one after the other; `onDay` hears of each, so that progress can be shown. */
  async function publish(
    id: string,
    { from, to, place }: PublishRange,
    onDay: (schedule: Schedule) => void = () => {},
  ): Promise<readonly Schedule[]> {
    const { hall } = await hallFor(id);
    const done: Schedule[] = [];
    for (const one of hall.places.filter((each) => place === undefined || each.id === place)) {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        const schedule = await publishDay(hall, one, day);
        done.push(schedule);
        onDay(schedule);
      }
    }
    return done;
  }

  /**
   * Saves the description of a hall. Raises 409 `hall_changed` when somebody else saved first, and
   * `slot_length_published` when days that have their seats already would get slots of another length.
   */
  async function describe(hall: Hall, seenVersion: number): Promise<StoredHall> {
    await demandSlotLengths(hall);
    return halls.save(hall, seenVersion);
  }

  async function demandSlotLengths(hall: Hall): Promise<void> {
    const today = dayOf(clock());
    for (const place of hall.places) {
      const published = await schedules.between({ hall: hall.id, place: place.id }, today, "9999-12-31");
      if (published.some(({ day, slotMinutes }) => slotMinutesOn(place, day) !== slotMinutes))
        throw new Problem(409, "slot_length_published");
    }
  }

  return {
    describe,
    /** Raises 409 `slot_length_published`, as `describe` does. */
    demandSlotLengths,
    publish,
    publishDay,
    /** Puts a day on record as one to be published: whoever comes by finishes it, the clock at the latest. */
    async announce(hall: Hall, place: Place, day: Day): Promise<void> {
      const plan = planDay(place, day, calendar);
      const site = { hall: hall.id, place: place.id };
      const before = await schedules.read(site, day);
      if (before === undefined && plan.seats.length === 0) return;
      await begin(site, place, plan);
    },
    /** How far the days of a place have come. */
    progress: (site: Site, { from, to }: PublishRange) => schedules.between(site, from, to),
    /** Every seat of a day, as for the day sheet; one query a slot, side by side. */
    async daySeats(site: Site, day: Day): Promise<readonly Seat[]> {
      const schedule = await schedules.read(site, day);
      return schedule === undefined ? [] : seatsOf(site, schedule);
    },
  };
}
export type Schedules = ReturnType<typeof openSchedules>;
