/** What a queue page shows: the filter that its URL asks for, and the light of each case. Pure. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addDays, addWorkingDays, workingDaysBetween } from "../calendar/calendar.ts";
import type { QueueFilter } from "../case/case.store.ts";
import type { Card } from "../case/case.ts";
import { disclosureFlow, disclosureSteps } from "../disclosure/disclosure.flow.ts";
import type { Staff } from "../identity/identity.ts";

/** Working days that a filter can look ahead; the first is also when a light turns amber. */
export const dueWithinChoices = ["3", "7", "15"] as const;
const SOON_WORKING_DAYS = 3;

/** The filter as the URL has it; what is not understood is left out, because people edit and share addresses. */
export interface QueueWish {
  readonly step?: string | undefined;
  /** `me`, or the id of a colleague. */
  readonly assignee?: string | undefined;
  /** `overdue`, or a number of working days. */
  readonly due?: string | undefined;
  /** For whoever may look into other units. */
  readonly unit?: string | undefined;
  readonly cursor?: string | undefined;
}

const oneOf = (choices: readonly string[], value: string | undefined): string | undefined =>
  choices.find((choice) => choice === value);

/** Ids come from issuers of all kinds; one that is longer than this is none. */
export const plain = (value: string | undefined): string | undefined =>
  value !== undefined && value !== "" && value.length <= 200 ? value : undefined;

export const readWish = (query: Readonly<Record<string, string>>, units: readonly string[]): QueueWish => ({
  step: oneOf(disclosureSteps, query.step),
  assignee: plain(query.assignee),
  due: oneOf(["overdue", ...dueWithinChoices], query.due),
  unit: oneOf(units, query.unit),
  cursor: plain(query.cursor),
});

/** The range of one index that answers the wish. */
export function filterOf(
  wish: QueueWish,
  staff: Staff,
  now: { today: Day; calendar: Calendar },
): QueueFilter {
  return {
    unit: wish.unit ?? staff.unit,
    step: wish.step,
    assigneeId: wish.assignee === "me" ? staff.id : wish.assignee,
    dueBefore: wish.due === undefined ? undefined : dueBefore(wish.due, now),
  };
}

/** Exclusive: the first day that the filter no longer shows. */
function dueBefore(due: string, { today, calendar }: { today: Day; calendar: Calendar }): Day {
  return due === "overdue" ? today : addDays(addWorkingDays(calendar, today, Number(due)).due, 1);
}

export type LightColour = "green" | "amber" | "red" | "grey";

export interface Standing {
  readonly light: LightColour;
  /** Working days until it is due, negative when it is overdue; 0 is today. */
  readonly workingDaysLeft: number;
}

/** Red after the due date, amber from three working days before it, grey once nothing waits any more. */
export function standingOn(
  { dueOn, state }: Pick<Card, "dueOn" | "state">,
  { today, calendar }: { today: Day; calendar: Calendar },
): Standing {
  const workingDaysLeft = workingDaysBetween(calendar, today, dueOn);
  return { light: lightOf(state, dueOn < today, workingDaysLeft), workingDaysLeft };
}

function lightOf(state: string, overdue: boolean, workingDaysLeft: number): LightColour {
  if (!isPending(state)) return "grey";
  if (overdue) return "red";
  return workingDaysLeft <= SOON_WORKING_DAYS ? "amber" : "green";
}

const isPending = (state: string): boolean =>
  Object.entries(disclosureFlow.states).some(([name, rule]) => name === state && rule.pending);
