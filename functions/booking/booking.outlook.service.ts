/** What can be booked, as pages show it: a month by one read, a day by one, and the nearest other times. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays, addMonths, dayOf } from "../calendar/calendar.ts";
import type { Clock } from "../kit/clock.ts";
import type { Availability } from "./booking.hint.service.ts";
import type { Near } from "./booking.nearest.service.ts";
import type { DayOutlook, TimeOutlook } from "./booking.outlook.ts";
import { outlookOf, timesOf } from "./booking.outlook.ts";
import { opensAtOf } from "./booking.plan.ts";
import type { Alternative } from "./booking.problem.ts";
import type { Errand } from "./booking.visit.ts";

/** This month and the two after it: nobody publishes seats further ahead than that. */
const MONTHS_SHOWN = 3;

export interface OutlookOptions {
  readonly availability: Pick<Availability, "month" | "day">;
  readonly nearest: (errand: Errand, near: Near) => Promise<readonly Alternative[]>;
  readonly clock: Clock;
  readonly calendar: Calendar;
}

/** A day with its times; without times its standing says why. */
export interface DayView {
  readonly outlook: DayOutlook;
  readonly times: readonly TimeOutlook[];
}

export type Outlook = ReturnType<typeof openOutlook>;

export function openOutlook({ availability, nearest, clock, calendar }: OutlookOptions) {
  const looking = () => ({ now: clock(), calendar });
  const today = () => dayOf(clock());

  return {
    today,
    /** The months that can be looked at, such as `2026-11`, this one first. */
    months(): readonly string[] {
      const first = `${today().slice(0, 7)}-01`;
      return Array.from({ length: MONTHS_SHOWN }, (_, n) => addMonths(first, n).slice(0, 7));
    },
    /** Every day of a month. One read of half a unit. */
    async month(errand: Errand, month: string): Promise<readonly DayOutlook[]> {
      const known = new Map((await availability.month(errand, month)).map((each) => [each.day, each]));
      const days = daysOf(month);
      return days.map((day) => outlookOf(errand, { day, known: known.get(day) }, looking()));
    },
    /** One read of half a unit. */
    async day(errand: Errand, day: Day): Promise<DayView> {
      const starts = await availability.day(errand, day, "public");
      const now = clock();
      const times = timesOf(errand, { day, starts }, now);
      const free = times.reduce((sum, each) => sum + (each.state === "open" ? each.free : 0), 0);
      const opensAt = opensAtOf(errand.place.release, day, calendar);
      const known =
        starts.length === 0
          ? undefined
          : ({ day, state: free === 0 ? "full" : "open", free, opensAt } as const);
      return { outlook: outlookOf(errand, { day, known }, looking()), times };
    },
    /** The nearest other times for the errand, the same day first. */
    nearest: (errand: Errand, near: { readonly day: Day; readonly time: string }) =>
      nearest(errand, { ...near, pool: "public" }),
  };
}

function daysOf(month: string): readonly Day[] {
  const days: Day[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
