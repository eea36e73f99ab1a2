/** Which counters can call, and from when on: by the hours of the place, and by who is at one already. Pure. */
import type { Place } from "../booking/booking.hall.ts";
import { openingOf } from "../booking/booking.hours.ts";
import { instantAt, placeInTime } from "../booking/booking.time.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import type { Ticket } from "./visit.ts";
import type { OpenCounter } from "./visit.wait.ts";

export interface AtThisMoment {
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** The counters that call today from now on. Whoever serves somebody is open, whatever the hours say. */
export function openCounters(
  { counters, hours }: Pick<Place, "counters" | "hours">,
  tickets: readonly Ticket[],
  { calendar, now }: AtThisMoment,
): readonly OpenCounter[] {
  const { day, time } = placeInTime(now);
  return counters.flatMap(({ id, services }): OpenCounter[] => {
    const { spans } = openingOf(hours, id, { day, calendar });
    const serves = tickets.some(
      ({ counter, state }) => counter === id && (state === "called" || state === "serving"),
    );
    if (serves || spans.some(({ from, to }) => from <= time && time < to))
      return [{ id, services, from: now }];
    const next = spans.find(({ from }) => from > time);
    return next === undefined ? [] : [{ id, services, from: instantAt(day, next.from) }];
  });
}
