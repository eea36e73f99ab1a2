/**
 * The legal clock of a disclosure request (条例 Art. 30–35), as a pure function of what its events say. The facts
 * are themselves a fold: `mark` adds one event of the clock. Nothing stores a date that these facts do not give.
 */
import type { Calendar, CountedDay, Day, Interval } from "../calendar/calendar.ts";
import { addDays, addWorkingDays, workingDaysBetween } from "../calendar/calendar.ts";
import type { ClockRules } from "./disclosure.clock.rule.ts";
import { clockRulesOn } from "./disclosure.clock.rule.ts";
import type { ConsultedParty } from "./disclosure.consult.ts";

export type { ConsultedParty } from "./disclosure.consult.ts";

export interface Consultation {
  readonly id: string;
  readonly party: ConsultedParty;
  readonly sentOn: Day;
  /** The day the other side received it: its 15 working days run from here. */
  readonly receivedOn?: Day | undefined;
  /** The day its answer came back, or the office ended the waiting. */
  readonly returnedOn?: Day | undefined;
}

export type RestartReason = "correction" | "payment" | "waiver";

/** Everything the due date depends on. */
export interface ClockFacts {
  /** The day the application reached the system. */
  readonly submittedOn: Day;
  /** The day of receipt: for the internet channel the day both sides confirmed (Art. 31(3)). */
  readonly confirmedOn?: Day | undefined;
  /** The last restart: the corrected application arrived (Art. 30), or the fee was paid or waived. */
  readonly restarted?: { readonly on: Day; readonly reason: RestartReason } | undefined;
  /** The one notice to correct the application (Art. 30), and the day by which the applicant should. */
  readonly correction?: { readonly askedOn: Day; readonly by: Day } | undefined;
  readonly extension?: { readonly grantedOn: Day; readonly workingDays: number } | undefined;
  readonly consultations?: readonly Consultation[] | undefined;
  /** Art. 35: the delayed day that the applicant of excessive requests was told. */
  readonly delayedTo?: Day | undefined;
  /** The day of the answer or the withdrawal, after which nothing counts. */
  readonly endedOn?: Day | undefined;
}

export type ClockMark =
  | { readonly kind: "confirmed" | "ended"; readonly on: Day }
  | { readonly kind: "correction_asked"; readonly on: Day; readonly by: Day }
  | { readonly kind: "restarted"; readonly on: Day; readonly reason: RestartReason }
  | { readonly kind: "extended"; readonly on: Day; readonly workingDays: number }
  | { readonly kind: "consulted"; readonly on: Day; readonly id: string; readonly party: ConsultedParty }
  | {
      readonly kind: "consultation_received" | "consultation_returned";
      readonly on: Day;
      readonly id: string;
    }
  | { readonly kind: "delayed"; readonly to: Day };

/** `submission`: not confirmed yet; the earliest date that could be argued for, so that none is missed. */
export const dueOrigins = ["receipt", "submission", "correction", "payment", "waiver"] as const;
export type DueOrigin = (typeof dueOrigins)[number];

export interface DueDate {
  readonly on: Day;
  readonly from: DueOrigin;
  readonly startedOn: Day;
  /** The limit with its extension. */
  readonly limitWorkingDays: number;
  /** The notice with the holidays of that time is not published yet; the date may still move. */
  readonly provisional: boolean;
}

export const replyLimitOn = (day: Day): number => clockRulesOn(day).replyWorkingDays;

/** The facts after one more event of the clock, in the order of the events; equal days are no matter. */
export function mark(facts: ClockFacts, event: ClockMark): ClockFacts {
  switch (event.kind) {
    case "confirmed":
      return { ...facts, confirmedOn: event.on };
    case "ended":
      return { ...facts, endedOn: event.on };
    case "restarted":
      return restart(facts, { on: event.on, reason: event.reason });
    case "correction_asked":
      return { ...facts, correction: { askedOn: event.on, by: event.by } };
    case "extended":
      return { ...facts, extension: { grantedOn: event.on, workingDays: event.workingDays } };
    case "delayed":
      return { ...facts, delayedTo: event.to };
    case "consulted": {
      const { id, party, on } = event;
      return { ...facts, consultations: [...consultationsOf(facts), { id, party, sentOn: on }] };
    }
    case "consultation_received":
      return withConsultation(facts, event.id, { receivedOn: event.on });
    case "consultation_returned":
      return withConsultation(facts, event.id, { returnedOn: event.on });
  }
}

const consultationsOf = (facts: ClockFacts): readonly Consultation[] => facts.consultations ?? [];

function withConsultation(facts: ClockFacts, id: string, change: Partial<Consultation>): ClockFacts {
  const consultations = consultationsOf(facts).map((each) =>
    each.id === id ? { ...each, ...change } : each,
  );
  return { ...facts, consultations };
}

function restart(facts: ClockFacts, restarted: NonNullable<ClockFacts["restarted"]>): ClockFacts {
  const rules = rulesOf(facts);
  if (restarted.reason === "payment" && !rules.restartsOnPayment) return facts;
  if (restarted.reason === "waiver" && !rules.restartsOnWaiver) return facts;
  const { extension: _spent, delayedTo: _told, ...rest } = facts;
  return rules.extensionSurvivesRestart ? { ...facts, restarted } : { ...rest, restarted };
}

export const rulesOf = (facts: ClockFacts): ClockRules =>
  clockRulesOn(facts.confirmedOn ?? facts.submittedOn);

/** The last day on which a consulted party is in time: 15 working days after it received the letter, or was sent it. */
export const consultationDue = (each: Consultation, rules: ClockRules, calendar: Calendar): Day =>
  addWorkingDays(calendar, each.receivedOn ?? each.sentOn, rules.consultationWorkingDays).due;

/**
 * The time of one consultation, from the day after sending to the day of its return (Art. 33(3)). While nothing came
 * back it ends when the other side's time does: silence ends the waiting, by decision (Art. 32) or as consent (34).
 */
export function excludedBy(each: Consultation, rules: ClockRules, calendar: Calendar): Interval {
  const expiry = consultationDue(each, rules, calendar);
  const to = each.returnedOn !== undefined && each.returnedOn < expiry ? each.returnedOn : expiry;
  return { from: addDays(each.sentOn, rules.excludedFromDayAfterSending), to, reason: each.party };
}

export function dueDate(facts: ClockFacts, calendar: Calendar): DueDate {
  const { due, provisional } = count(facts, calendar);
  const delayed = facts.delayedTo !== undefined && facts.delayedTo > due ? facts.delayedTo : due;
  return {
    on: delayed,
    from: facts.restarted?.reason ?? (facts.confirmedOn === undefined ? "submission" : "receipt"),
    startedOn: startOf(facts),
    limitWorkingDays: limitOf(facts),
    provisional: provisional || delayed > calendar.firmThrough,
  };
}

/** Each day from the start to the end of the counted limit, with its number or the reason why it does not count. */
export const whyThisDate = (facts: ClockFacts, calendar: Calendar): readonly CountedDay[] =>
  count(facts, calendar).days;

/** How many working days are left to the due date on a day; negative when it has passed. */
export const workingDaysLeft = (facts: ClockFacts, today: Day, calendar: Calendar): number =>
  workingDaysBetween(calendar, today, dueDate(facts, calendar).on, exclusions(facts, calendar));

/** The last day to ask for a correction: 7 working days after receipt (Art. 30). */
export const correctionNoticeDue = (facts: ClockFacts, calendar: Calendar): Day =>
  addWorkingDays(calendar, startOf(facts), rulesOf(facts).correctionNoticeWorkingDays).due;

const startOf = (facts: ClockFacts): Day => facts.restarted?.on ?? facts.confirmedOn ?? facts.submittedOn;

const limitOf = (facts: ClockFacts): number =>
  rulesOf(facts).replyWorkingDays + (facts.extension?.workingDays ?? 0);

/** Only what reaches past the start: the interval of an earlier period took nothing from this one. */
function exclusions(facts: ClockFacts, calendar: Calendar): readonly Interval[] {
  const rules = rulesOf(facts);
  const start = startOf(facts);
  return consultationsOf(facts)
    .map((each) => excludedBy(each, rules, calendar))
    .filter(({ to }) => to > start);
}

const count = (facts: ClockFacts, calendar: Calendar) =>
  addWorkingDays(calendar, startOf(facts), limitOf(facts), exclusions(facts, calendar));
