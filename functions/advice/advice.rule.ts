/**
 * What the government promises to whoever asks, as dated settings: no law sets a limit for questions and suggestions, so
 * a county that promises another changes one line here, from a day on. What was asked before keeps the promise of its day.
 */
import type { Calendar, Day, Limit } from "../calendar/calendar.ts";
import { addWorkingDays, workingDaysBetween } from "../calendar/calendar.ts";

export interface AdviceRules {
  /** The first day on which what is handed in comes under them. */
  readonly since: Day;
  /** To reply, from the day after it was handed in; handing it on to another unit does not begin it anew. */
  readonly replyWorkingDays: number;
  /** With so many working days left the light turns amber. */
  readonly soonWorkingDays: number;
}

/** Newest first. */
const dated: readonly AdviceRules[] = [{ since: "2000-01-01", replyWorkingDays: 7, soonWorkingDays: 2 }];

/** The rules for what was handed in on a day; `rules` are the newest first. */
export function adviceRulesOn(day: Day, rules: readonly AdviceRules[] = dated): AdviceRules {
  const found = rules.find(({ since }) => since <= day) ?? rules.at(-1);
  if (found === undefined) throw new RangeError("there is no promise at all");
  return found;
}

/** By when it is promised, with each day and why it counts. */
export const promiseOf = (submittedOn: Day, calendar: Calendar): Limit =>
  addWorkingDays(calendar, submittedOn, adviceRulesOn(submittedOn).replyWorkingDays);

export type Light = "green" | "amber" | "red" | "grey";

export interface AdviceStanding {
  readonly dueOn: Day;
  /** A calendar that is not announced yet may move it. */
  readonly provisional: boolean;
  readonly light: Light;
  /** Negative when it is overdue; 0 is today. */
  readonly workingDaysLeft: number;
}

/** Counted anew each time, so that a calendar that was announced meanwhile counts at once. */
export function adviceStanding(
  { submittedOn, isPending }: { readonly submittedOn: Day; readonly isPending: boolean },
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): AdviceStanding {
  const { due: dueOn, provisional } = promiseOf(submittedOn, calendar);
  const workingDaysLeft = workingDaysBetween(calendar, today, dueOn);
  const { soonWorkingDays } = adviceRulesOn(submittedOn);
  const waiting = dueOn < today ? "red" : workingDaysLeft <= soonWorkingDays ? "amber" : "green";
  return { dueOn, provisional, light: isPending ? waiting : "grey", workingDaysLeft };
}
