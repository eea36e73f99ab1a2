import type { law as zh } from "../zh/office.law.ts";

export const law: typeof zh = {
  withBasis: (sentence, basis) => `${sentence} (${basis})`,
  other: "The law does not allow this now",
  refusals: {
    out_of_turn: "The case is at a step where this is not done",
    not_assignee: "You are not the handler of this case",
    same_person: "Whoever asked for it cannot grant it; another person has to",
    role: "Your role does not have this permission",
    unit: "This case belongs to another unit",
    other_case: "You do not have this permission",
    before_receipt: "The day cannot be before the request was received",
    in_the_future: "The day cannot be after today",
    ended: "The case is closed, its limit no longer changes",
    not_confirmed: "Receipt is not confirmed with the applicant yet; confirm it first",
    extended_already: "The limit is extended once only, and it has been for this case",
    extension_too_long: "An extension has 20 working days at most",
    extension_too_late: "The date of the answer has passed, it can no longer be extended",
    extension_not_asked: "No extension waits to be granted",
    extension_asked_already: "An extension already waits to be granted",
    correction_asked_already: "A correction is asked for once and completely, and it has been for this case",
    correction_notice_too_late:
      "A correction is asked for within 7 working days of receipt, which have passed",
    correction_period_none: "The last day has to be after today and leave the applicant reasonable time",
    correction_period_over: "The time for the correction has passed",
    silence_not_certain: "It is not certain yet that nothing arrived in time",
    delay_not_later: "The delayed day has to be after the present due date",
    consultation_unknown: "There is no such consultation",
    consultation_over: "This consultation has its result already",
    "day.too_early": "The day is too early, see the hint",
    "day.future": "The day cannot be after today",
  },
};
