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
    period_none: "The last day has to be after today and leave reasonable time",
    correction_period_over: "The time for the correction has passed",
    silence_not_certain: "It is not certain yet that nothing arrived in time",
    delay_not_later: "The delayed day has to be after the present due date",
    consultation_unknown: "There is no such consultation",
    consultation_over: "This consultation has its result already",
    consultation_none: "No consultation waits for its answer",
    consultation_period_over: "The time for an opinion has passed",
    fee_told_already: "A fee notice was sent for this case already",
    payment_period_over: "The time to pay has passed",
    fee_no_tariff: "No tariff was in force when this was received, so nothing can be charged",
    fee_pages_not_open:
      "The applicant asked neither for post nor e-mail nor to pick it up, so pages cannot be charged",
    fee_none: "By the rules nothing is to be paid, so no fee can be told",
    reasons_asked_already: "The applicant was asked for reasons already",
    reasons_not_asked: "The applicant was not asked for reasons",
    reasons_given_already: "The applicant has given reasons already",
    reasons_not_given: "The applicant has given no reasons yet",
    text_secret:
      "The text bears the mark of a state secret. State secrets may not be entered here: delete it and follow the rules on secrets",
    answer_on_site_today:
      "An answer on this site is given today; by post it is the day of posting, in person that of signing",
    "files.not_allowed":
      "Classified content may not enter this system: an answer with this outcome has no files, remove them first",
    consultation_open:
      "A consultation is still open; nothing is disclosed before it is answered or its time has passed",
    objection_missing:
      "A third party objects; if it is disclosed all the same, tell that party in writing what and why",
    outcome_by_silence:
      "This outcome follows from the applicant’s silence and is brought about by the clock; it cannot be chosen",
    outcome_needs_correction: "The applicant was not asked to correct, or has not corrected yet",
    outcome_needs_consultation:
      "To withhold for the sake of a third party, that party is asked in writing first",
    outcome_needs_reasons:
      "The applicant is asked for reasons first; decide once they are given or the time has passed",
    outcome_needs_earlier: "Name the case that answered the same already",
    earlier_not_answered: "There is no such case, or it is not answered yet: nothing is repeated",
    earlier_of_another: "That case is of another applicant: nothing is repeated",
    "day.too_early": "The day is too early, see the hint",
    "day.future": "The day cannot be after today",
  },
};
