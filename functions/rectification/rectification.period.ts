/**
 * By when an office answers a correction of records. Art. 41 of the 条例 gives no period, so each unit sets its own, as
 * dated settings: what was asked before a change stays under the period of its day. It is no limit of the law, and
 * whoever is shown the date is told so. Pure.
 */
import * as v from "valibot";
import { addDays, addWorkingDays, type Calendar, type Day, isDay } from "../calendar/calendar.ts";

export interface Period {
  /** The first day of arrival that it applies to. */
  readonly since: Day;
  readonly workingDays: number;
}

/** Until a unit has set its own. */
export const usualPeriod: Period = { since: "2019-05-15", workingDays: 15 };
export const MOST_WORKING_DAYS = 60;

/** The period of what came on a day; the newest setting that had begun. */
export const periodOn = (periods: readonly Period[], day: Day): Period =>
  periods
    .filter(({ since }) => since <= day)
    .toSorted((one, other) => (one.since < other.since ? 1 : -1))[0] ?? usualPeriod;

export const periodForm = v.object({
  workingDays: v.pipe(
    v.string("workingDays.invalid"),
    v.transform((text) => text.normalize("NFKC").trim()),
    v.regex(/^\d{1,2}$/, "workingDays.invalid"),
    v.transform(Number),
    v.minValue(1, "workingDays.invalid"),
    v.maxValue(MOST_WORKING_DAYS, "workingDays.invalid"),
  ),
  since: v.pipe(v.string("day.invalid"), v.check(isDay, "day.invalid")),
});

/** From tomorrow on, so that nobody's date moves. Undefined when the day can be one. */
export function sinceProblem(since: Day, today: Day): "day.too_early" | "day.too_late" | undefined {
  if (since <= today) return "day.too_early";
  return since > addDays(today, 366) ? "day.too_late" : undefined;
}

/** What is set for the same day or later gives way to what is set now. */
export const withPeriod = (periods: readonly Period[], period: Period): readonly Period[] => [
  ...periods.filter(({ since }) => since < period.since),
  period,
];

export interface RectificationDue {
  readonly on: Day;
  readonly startedOn: Day;
  readonly workingDays: number;
  /** The holidays of that time are not announced yet. */
  readonly provisional: boolean;
}

export function rectificationDue(startedOn: Day, workingDays: number, calendar: Calendar): RectificationDue {
  const { due, provisional } = addWorkingDays(calendar, startedOn, workingDays);
  return { on: due, startedOn, workingDays, provisional };
}
