/** Staleness: a guide that nobody has looked at for half a year may no longer be true (row 2-17). */
import { addDays, type Day } from "../calendar/calendar.day.ts";
import type { Guide } from "./guide.ts";

export const STALE_AFTER_DAYS = 180;

/** The first day on which the guide is stale; undefined when it was never checked, which is stale already. */
export const staleFrom = (guide: Pick<Guide, "checkedOn">): Day | undefined =>
  guide.checkedOn === undefined ? undefined : addDays(guide.checkedOn, STALE_AFTER_DAYS + 1);

export function isStale(guide: Pick<Guide, "checkedOn">, today: Day): boolean {
  const from = staleFrom(guide);
  return from === undefined || from <= today;
}
