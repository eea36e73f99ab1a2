/** What the law does not let happen to a clock, with the article that says so. Pure; the service records a refusal. */
import type { Calendar, Day } from "../calendar/calendar.ts";
import type { ClockFacts, ClockMark } from "./disclosure.clock.ts";
import { correctionNoticeDue, dueDate, rulesOf } from "./disclosure.clock.ts";

/** `art`: an article of the 条例, or of the 109号 fee rules. */
export const clockRefusals = {
  before_receipt: { art: "31" },
  in_the_future: { art: "31" },
  ended: { art: "33" },
  not_confirmed: { art: "31" },
  extended_already: { art: "33" },
  extension_too_long: { art: "33" },
  extension_too_late: { art: "33" },
  correction_asked_already: { art: "30" },
  correction_notice_too_late: { art: "30" },
  delay_not_later: { art: "35" },
  consultation_unknown: { art: "32" },
  consultation_over: { art: "32" },
} as const satisfies Record<string, { readonly art: string }>;
export type ClockRefusal = keyof typeof clockRefusals;

export interface ClockCheck {
  /** The day in China on which the act is done. */
  readonly today: Day;
  readonly calendar: Calendar;
}

const dayOfMark = (event: ClockMark): Day => (event.kind === "delayed" ? event.to : event.on);

/** Why the clock refuses an event on a day; undefined when it takes it. */
export function refuseMark(facts: ClockFacts, event: ClockMark, check: ClockCheck): ClockRefusal | undefined {
  if (facts.endedOn !== undefined) return "ended";
  const day = dayOfMark(event);
  if (day < facts.submittedOn) return "before_receipt";
  if (event.kind !== "delayed" && day > check.today) return "in_the_future";
  switch (event.kind) {
    case "extended":
      return refuseExtension(facts, event.workingDays, check);
    case "correction_asked":
      return refuseCorrection(facts, event.on, check);
    case "delayed":
      return event.to > dueDate(facts, check.calendar).on ? undefined : "delay_not_later";
    case "consultation_received":
    case "consultation_returned":
      return refuseConsultation(facts, event.id, event.on);
    default:
      return undefined;
  }
}

function refuseExtension(
  facts: ClockFacts,
  workingDays: number,
  check: ClockCheck,
): ClockRefusal | undefined {
  const rules = rulesOf(facts);
  if (facts.confirmedOn === undefined) return "not_confirmed";
  if (facts.extension !== undefined) return "extended_already";
  const isWhole = Number.isInteger(workingDays) && workingDays >= 1;
  if (!isWhole || workingDays > rules.extensionWorkingDays) return "extension_too_long";
  const isLate = check.today > dueDate(facts, check.calendar).on;
  return rules.extensionOnlyBeforeDue && isLate ? "extension_too_late" : undefined;
}

/** Once for a case, also after the applicant's correction has started a new period. */
function refuseCorrection(facts: ClockFacts, on: Day, check: ClockCheck): ClockRefusal | undefined {
  if (facts.confirmedOn === undefined) return "not_confirmed";
  if (facts.correction !== undefined) return "correction_asked_already";
  return on > correctionNoticeDue(facts, check.calendar) ? "correction_notice_too_late" : undefined;
}

function refuseConsultation(facts: ClockFacts, id: string, on: Day): ClockRefusal | undefined {
  const found = facts.consultations?.find((each) => each.id === id);
  if (found === undefined) return "consultation_unknown";
  if (found.returnedOn !== undefined) return "consultation_over";
  return on < (found.receivedOn ?? found.sentOn) ? "before_receipt" : undefined;
}
