/**
 * How far publishing a day has come: `SCHEDULE#hall#place / DAY#2026-11-23`. It names every time that ever had seats, so
 * that all of them are found again, and it waits in the index byWork until the day is done.
 */
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Site } from "./booking.seat.ts";
import type { TimeOfDay } from "./booking.time.ts";

export interface Schedule extends Site {
  readonly day: Day;
  readonly version: number;
  /** `waiting`: the seats may differ from the plan; `published`: they were made as planned. */
  readonly state: "waiting" | "published";
  readonly times: readonly TimeOfDay[];
  readonly highestLane: number;
  readonly slotMinutes: number;
  /** Seats that were to be written when it was last looked at, and how many of them are. */
  readonly progress: { readonly done: number; readonly total: number };
  /** Of the last publishing: how many seats the day has that can be had. */
  readonly capacity: number;
  readonly at: Instant;
}

const schedulePartition = ({ hall, place }: Site): string => keyOf("SCHEDULE", hall, place);
const scheduleKey = (site: Site, day: Day): Key => ({ pk: schedulePartition(site), sk: keyOf("DAY", day) });
const WORK = "publish";

export interface ScheduleStore {
  read(site: Site, day: Day): Promise<Schedule | undefined>;
  /** In order; both ends included. */
  between(site: Site, from: Day, to: Day): Promise<readonly Schedule[]>;
  /** Raises 409 `schedule_changed` when somebody else was first. The version counts from 1. */
  save(schedule: Schedule): Promise<Schedule>;
  /** Days whose publishing was left before it was done, longest waiting first. */
  waiting(before: Instant, limit: number): Promise<readonly Schedule[]>;
}

const scheduleIn = (item: StoredItem | undefined): Schedule | undefined =>
  item?.schedule as Schedule | undefined;

export function openScheduleStore(table: Table): ScheduleStore {
  return {
    read: async (site, day) => scheduleIn(await table.get(scheduleKey(site, day))),
    async between(site, from, to) {
      const where = {
        text: "#pk = :pk AND #sk BETWEEN :from AND :to",
        values: { pk: schedulePartition(site), from: keyOf("DAY", from), to: keyOf("DAY", to) },
      };
      const { items } = await table.query({ where });
      return items.flatMap((item) => scheduleIn(item) ?? []);
    },
    async save(schedule) {
      const before = schedule.version - 1;
      const waiting = schedule.state === "waiting" ? { work: WORK, workAt: schedule.at } : {};
      await table.commit([
        {
          kind: "put",
          key: scheduleKey(schedule, schedule.day),
          item: { schedule, version: schedule.version, ...waiting },
          when: before === 0 ? isNew : { text: "#version = :before", values: { before } },
          otherwise: () => conflict("schedule_changed"),
        },
      ]);
      return schedule;
    },
    async waiting(before, limit) {
      const where = { text: "#work = :work AND #workAt < :before", values: { work: WORK, before } };
      const { items } = await table.query({ index: "byWork", where, limit });
      const found = await table.getMany(items.map(({ pk, sk }) => ({ pk, sk })));
      return found.flatMap((item) => scheduleIn(item) ?? []);
    },
  };
}
