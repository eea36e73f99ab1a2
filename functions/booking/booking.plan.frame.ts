/** When the seats of a day open and why there may be none: worked out once for everybody who asks. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import type { Place } from "./booking.hall.ts";
import type { DayPlan } from "./booking.plan.ts";
import { planDay } from "./booking.plan.ts";

export type Frame = Pick<DayPlan, "closure" | "opensAt">;
/** Whoever asks for days of all centuries must not fill the memory. */
const MOST_DAYS = 1_000;

/** A plan is the same for everybody who asks for the day, for as long as the hall is described like this. */
export function openFrames(calendar: Calendar) {
  const frames = new WeakMap<Place, Map<Day, Frame>>();
  return (place: Place, day: Day): Frame => {
    const days = frames.get(place) ?? new Map<Day, Frame>();
    frames.set(place, days);
    const { closure, opensAt } = days.get(day) ?? planDay(place, day, calendar);
    const frame = { opensAt, ...(closure === undefined ? {} : { closure }) };
    if (days.size >= MOST_DAYS) days.clear();
    days.set(day, frame);
    return frame;
  };
}
