/** Which outcomes a case cannot have, each with the provision that says so. Pure. */
import type { ClockCheck } from "./disclosure.clock.check.ts";
import type { DisclosureHead } from "./disclosure.head.ts";
import type { LawRefusal } from "./disclosure.law.ts";
import { openConsultations } from "./disclosure.law.ts";
import type { OutcomeCode } from "./disclosure.outcome.ts";
import { outcomeOf } from "./disclosure.outcome.ts";

/** Outcomes that follow from the applicant's silence, by the clock. */
export const bySilence: readonly OutcomeCode[] = ["correction_not_made", "fee_not_paid"];

/** What is proposed, as far as it decides whether the outcome is possible. */
export interface Proposed {
  readonly outcome: OutcomeCode;
  readonly files: number;
  /** What a third party is told whose objection the decision goes over. */
  readonly objection?: string | undefined;
  /** The case that answered the same already. */
  readonly earlier?: string | undefined;
}

export interface OutcomeRefusal {
  readonly refusal: LawRefusal;
  readonly field: "outcome" | "files" | "objection" | "earlier";
}

/** Undefined when the case can end so. */
export function refuseOutcome(
  head: DisclosureHead,
  proposed: Proposed,
  { today }: Pick<ClockCheck, "today">,
): OutcomeRefusal | undefined {
  const at = (refusal: LawRefusal): OutcomeRefusal => ({ refusal, field: "outcome" });
  const { outcome, files } = proposed;
  if (outcomeOf(outcome)?.filesAllowed === false && files > 0)
    return { refusal: "files.not_allowed", field: "files" };
  switch (outcome) {
    case "disclosed":
    case "partly_disclosed":
      return refuseDisclosing(head, proposed);
    case "third_party_interests":
      return wasAsked(head) ? undefined : at("outcome_needs_consultation");
    case "repeated":
      return (proposed.earlier ?? "") === ""
        ? { refusal: "outcome_needs_earlier", field: "earlier" }
        : undefined;
    case "unclear_after_correction":
      return head.correction?.madeOn === undefined ? at("outcome_needs_correction") : undefined;
    case "excessive":
      return mayCallExcessive(head, today) ? undefined : at("outcome_needs_reasons");
    case "correction_not_made":
    case "fee_not_paid":
      return at("outcome_by_silence");
    default:
      return undefined;
  }
}

/** Nothing goes out while its third party or co-author still has time, or over an objection without a word. */
function refuseDisclosing(head: DisclosureHead, { objection }: Proposed): OutcomeRefusal | undefined {
  if (openConsultations(head).length > 0) return { refusal: "consultation_open", field: "outcome" };
  if (hasObjection(head) && (objection ?? "").trim() === "")
    return { refusal: "objection_missing", field: "objection" };
  return undefined;
}

/** Art. 32: a third party that objects is told in writing what is disclosed all the same, and why. */
export const hasObjection = ({ consultations }: Pick<DisclosureHead, "consultations">): boolean =>
  (consultations ?? []).some(
    ({ party, answer }) => party === "third_party" && answer !== undefined && answer.opinion !== "agree",
  );

const wasAsked = ({ consultations }: DisclosureHead): boolean =>
  (consultations ?? []).some(
    ({ party, answer, silentOn }) =>
      party === "third_party" && (answer !== undefined || silentOn !== undefined),
  );

/** The applicant was asked for reasons and gave some that do not convince, or gave none in time. */
const mayCallExcessive = ({ excess }: DisclosureHead, today: string): boolean =>
  excess !== undefined && (excess.reasons !== undefined || today > excess.until);
