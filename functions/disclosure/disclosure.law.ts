/**
 * What the law stands against although person and turn are right, each with its provision. Offering an act, doing it
 * and the clock's own acts all ask here, so that nothing is offered that would be refused.
 */
import type { Day } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/calendar.ts";
import { invalid } from "../kit/problem.ts";
import type { ClockCheck, ClockRefusal } from "./disclosure.clock.check.ts";
import { clockRefusals, refuseMark } from "./disclosure.clock.check.ts";
import { rulesOf } from "./disclosure.clock.ts";
import { DELIVERY_RULES } from "./disclosure.delivery.ts";
import { FEE_RULES } from "./disclosure.flow.aside.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import type { DisclosureHead, HeadConsultation } from "./disclosure.head.ts";

/** 保守国家秘密法实施条例, State Council Decree 786. */
export const SECRETS_RULES = "国令第786号";

/** Provisions of the 条例; of another instrument where it is named. */
const ownRefusals = {
  extension_not_asked: "33(2)",
  extension_asked_already: "33(2)",
  period_none: "30",
  correction_period_over: "30",
  silence_not_certain: "30",
  consultation_none: "32",
  consultation_period_over: "32",
  fee_told_already: FEE_RULES,
  payment_period_over: FEE_RULES,
  fee_no_tariff: FEE_RULES,
  fee_pages_not_open: FEE_RULES,
  fee_none: FEE_RULES,
  reasons_asked_already: "35",
  reasons_not_asked: "35",
  reasons_given_already: "35",
  reasons_not_given: "35",
  "day.too_early": "31",
  "day.future": "31",
  text_secret: SECRETS_RULES,
  answer_on_site_today: DELIVERY_RULES,
  "files.not_allowed": "14",
  consultation_open: "32",
  objection_missing: "32",
  outcome_by_silence: "30",
  outcome_needs_correction: "30",
  outcome_needs_consultation: "32",
  outcome_needs_reasons: "35",
  outcome_needs_earlier: "36(6)",
  earlier_not_answered: "36(6)",
  earlier_of_another: "36(6)",
} as const satisfies Record<string, string>;

export type LawRefusal = ClockRefusal | keyof typeof ownRefusals;

export const basisOf = (refusal: LawRefusal): string =>
  refusal in clockRefusals
    ? clockRefusals[refusal as ClockRefusal].art
    : ownRefusals[refusal as keyof typeof ownRefusals];

/** Every refusal, for the copy. */
export const lawRefusals = [...Object.keys(clockRefusals), ...Object.keys(ownRefusals)] as LawRefusal[];

/** 422 at a field, with the provision; the service puts it on record. */
export const unlawful = (refusal: LawRefusal, field: string) =>
  invalid([{ field, code: refusal, basis: basisOf(refusal) }]);

/** Why an act may not be done on this day, whatever its form will say; undefined when it may. */
export function refuseAction(
  head: DisclosureHead,
  action: DisclosureAction,
  check: ClockCheck,
): LawRefusal | undefined {
  const { clock, extensionAsk: asked, excess, fee } = head;
  const { today } = check;
  switch (action) {
    case "ask_extension":
      if (asked !== undefined) return "extension_asked_already";
      return refuseMark(clock, { kind: "extended", on: today, workingDays: 1 }, check);
    case "extend":
      if (asked === undefined) return "extension_not_asked";
      return refuseMark(clock, { kind: "extended", on: today, workingDays: asked.workingDays }, check);
    case "refuse_extension":
      return asked === undefined ? "extension_not_asked" : undefined;
    case "ask_correction":
      return refuseMark(clock, { kind: "correction_asked", on: today, by: today }, check);
    case "record_service":
    case "opine":
      return openConsultations(head).length === 0 ? "consultation_none" : undefined;
    case "lapse_consultation":
      return silentConsultation(head, check) === undefined ? "silence_not_certain" : undefined;
    case "notify_fee":
      return fee === undefined ? undefined : "fee_told_already";
    case "ask_reasons":
      return excess === undefined ? undefined : "reasons_asked_already";
    case "give_reasons":
      if (excess === undefined) return "reasons_not_asked";
      return excess.reasons === undefined ? undefined : "reasons_given_already";
    case "delay":
      return excess?.reasons === undefined ? "reasons_not_given" : undefined;
    // While others have time of their own, what they are asked about may not change under them.
    case "split":
    case "transfer":
      return openConsultations(head).length > 0 ? "consultation_open" : undefined;
    case "lapse":
      return isSilenceCertain(waitsUntil(head), head, check) ? undefined : "silence_not_certain";
    default:
      return undefined;
  }
}

/** The last day on which the applicant can do what the case waits for. */
export function waitsUntil({ state, correction, fee }: DisclosureHead): Day | undefined {
  if (state === "correcting") return correction?.until;
  return state === "awaiting_payment" ? fee?.until : undefined;
}

/** Those to which neither an answer nor the end of their time has come. */
export const openConsultations = ({ consultations }: DisclosureHead): readonly HeadConsultation[] =>
  (consultations ?? []).filter(({ answer, silentOn }) => answer === undefined && silentOn === undefined);

/** The first whose silence is certain. */
export const silentConsultation = (head: DisclosureHead, check: ClockCheck): HeadConsultation | undefined =>
  openConsultations(head).find(({ until }) => isSilenceCertain(until, head, check));

/** What was sent on the last day is in time and may still come in for some days. */
function isSilenceCertain(until: Day | undefined, { clock }: DisclosureHead, check: ClockCheck): boolean {
  if (until === undefined) return false;
  return check.today > addWorkingDays(check.calendar, until, rulesOf(clock).silenceGraceWorkingDays).due;
}
