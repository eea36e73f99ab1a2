/** "If I file today": by when a request received on a day is answered, and why by then. Pure. */
import type { Calendar, CountedDay, Day } from "../calendar/calendar.ts";
import { addDays, isDay } from "../calendar/calendar.ts";
import { clockRulesOn } from "./disclosure.clock.rule.ts";
import type { ClockFacts, DueDate } from "./disclosure.clock.ts";
import { correctionNoticeDue, dueDate, mark, whyThisDate } from "./disclosure.clock.ts";

export interface DueDates {
  /** The day of receipt (收到申请之日, Art. 31); the count starts on the next day. */
  readonly received: Day;
  /** The last day on which the unit can ask for a correction (Art. 30). */
  readonly correctionNoticeBy: Day;
  /** Without an extension (Art. 33(2)). */
  readonly due: DueDate & { readonly days: readonly CountedDay[] };
  /** With the whole of the one extension. */
  readonly extended: DueDate & { readonly days: readonly CountedDay[] };
}

/** The 条例 has been in force since this day. */
export const EARLIEST_RECEIPT: Day = "2008-05-01";
/** Nobody plans further, and no calendar reaches far beyond. */
const MOST_DAYS_AHEAD = 366;

export type ReceivedError = "day.invalid" | "day.too_early" | "day.too_late";

/** What is wrong with a day as a day of receipt; undefined when it can be one. */
export function receivedError(received: string, today: Day): ReceivedError | undefined {
  if (!isDay(received)) return "day.invalid";
  if (received < EARLIEST_RECEIPT) return "day.too_early";
  return received > addDays(today, MOST_DAYS_AHEAD) ? "day.too_late" : undefined;
}

/** All dates that follow from a day of receipt, by the rules of that day. */
export function dueDates(received: Day, calendar: Calendar): DueDates {
  const facts: ClockFacts = { submittedOn: received, confirmedOn: received };
  const { extensionWorkingDays: workingDays } = clockRulesOn(received);
  const longest = mark(facts, { kind: "extended", on: received, workingDays });
  return {
    received,
    correctionNoticeBy: correctionNoticeDue(facts, calendar),
    due: { ...dueDate(facts, calendar), days: whyThisDate(facts, calendar) },
    extended: { ...dueDate(longest, calendar), days: whyThisDate(longest, calendar) },
  };
}
