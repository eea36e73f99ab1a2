/** Days that an act names: those that a limit counts from, and those that an office sets. */
import type { Day } from "../calendar/calendar.ts";
import { addDays, isDay } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import type { Instant } from "../kit/clock.ts";
import { invalid } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { unlawful } from "./disclosure.law.ts";

/** A command that person and turn let pass, and the case as it stands. */
export interface Preparing {
  readonly head: DisclosureHead;
  readonly command: Command<DisclosureEvent>;
  readonly at: Instant;
}

/** The 条例 counts from these days, so neither may lie before what it follows, nor in the future. */
export function dayWithin({ on }: { readonly on: string }, earliest: Day, latest: Day): Day {
  if (!isDay(on)) throw invalid([{ field: "on", code: "day.invalid" }]);
  if (on < earliest) throw unlawful("day.too_early", "on");
  if (on > latest) throw unlawful("day.future", "on");
  return on;
}

/** No office sets a longer period; and a slip of the year is noticed. */
const MOST_PERIOD_DAYS = 366;

/** The last day of a period that the office sets: after today, so that there is time at all. */
export function laterDay(until: string, today: Day): Day {
  if (!isDay(until)) throw invalid([{ field: "until", code: "day.invalid" }]);
  if (until <= today) throw unlawful("period_none", "until");
  if (until > addDays(today, MOST_PERIOD_DAYS)) throw invalid([{ field: "until", code: "day.too_late" }]);
  return until;
}
