/**
 * Which letter a case is ready for: each kind says what must have happened before it may be numbered. A letter tells
 * of an act and is none itself, so nothing is told that the events of the case do not hold. Pure.
 */
import { pendingStates } from "../disclosure/disclosure.flow.state.ts";
import { hasObjection } from "../disclosure/disclosure.outcome.check.ts";
import type { OutcomeCode } from "../disclosure/disclosure.outcome.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import type { processLetters } from "./letter.process.ts";
import type { LetterHead } from "./letter.record.ts";

/** What the case has come to, as far as it decides which letters there are. */
export interface LetterTurn {
  readonly head: Pick<
    LetterHead,
    | "state"
    | "clock"
    | "correction"
    | "excess"
    | "extension"
    | "consultations"
    | "fee"
    | "proposal"
    | "answer"
    | "matter"
  >;
  /** How many letters of the case were issued so far. */
  readonly issued: number;
}

/** Why a letter may not be issued yet, or not any more; each has its sentence in the copy. */
export const letterRefusals = [
  "receipt_not_confirmed",
  "correction_not_asked",
  "correction_made",
  "reasons_not_asked",
  "reasons_given",
  "extension_not_granted",
  "third_party_not_asked",
  "co_author_not_asked",
  "nobody_asked",
  "objection_none",
  "not_pending",
  "fee_not_told",
  "fee_paid",
  "answer_not_approved",
  "answer_other",
  "nothing_issued",
  "other_matter",
] as const;
export type LetterRefusal = (typeof letterRefusals)[number];

/** In the order in which they are looked at; the first that does not hold is the reason. */
type Needs = readonly (readonly [refusal: LetterRefusal, holds: (turn: LetterTurn) => boolean])[];

const confirmed: Needs[number] = [
  "receipt_not_confirmed",
  ({ head }) => head.clock.confirmedOn !== undefined,
];
const pending: Needs[number] = [
  "not_pending",
  ({ head }) => pendingStates.some((state) => state === head.state),
];
const wasAsked = (party: "third_party" | "co_author") => (turn: LetterTurn) =>
  (turn.head.consultations ?? []).some((each) => each.party === party);

/** The answer that will go out or has gone out; what still waits for its review is none. */
const approved = ({ head }: LetterTurn) =>
  head.answer ?? (head.state === "approved" ? head.proposal : undefined);
const discloses = (turn: LetterTurn): boolean =>
  ["disclosed", "partly_disclosed"].includes(approved(turn)?.outcome ?? "");

type ProcessKind = (typeof processLetters)[number]["kind"];

/** Every kind that is not the letter of an outcome. */
const needs: Readonly<Record<ProcessKind | "records_correction" | "service_proof", Needs>> = {
  receipt: [confirmed],
  // The first sheet of the file: what came is registered before anybody has confirmed it (Art. 45).
  registration: [],
  correction_notice: [
    confirmed,
    ["correction_not_asked", ({ head }) => head.correction !== undefined],
    ["correction_made", ({ head }) => head.state === "correcting"],
  ],
  reasons_notice: [
    confirmed,
    ["reasons_not_asked", ({ head }) => head.excess !== undefined],
    ["reasons_given", ({ head }) => head.excess?.reasons === undefined],
    pending,
  ],
  extension_notice: [
    confirmed,
    ["extension_not_granted", ({ head }) => head.extension !== undefined],
    pending,
  ],
  third_party_consultation: [confirmed, ["third_party_not_asked", wasAsked("third_party")], pending],
  third_party_confirmation: [confirmed, ["third_party_not_asked", wasAsked("third_party")], pending],
  applicant_consultation_notice: [
    confirmed,
    ["nobody_asked", ({ head }) => (head.consultations ?? []).length > 0],
    pending,
  ],
  third_party_decision: [
    confirmed,
    ["objection_none", ({ head }) => hasObjection(head)],
    ["answer_not_approved", (turn) => approved(turn) !== undefined],
    ["objection_none", discloses],
  ],
  co_author_consultation: [confirmed, ["co_author_not_asked", wasAsked("co_author")], pending],
  assistance_request: [confirmed, pending],
  fee_notice: [
    confirmed,
    ["fee_not_told", ({ head }) => head.fee !== undefined],
    ["fee_paid", ({ head }) => head.state === "awaiting_payment"],
  ],
  records_correction: [["answer_not_approved", ({ head }) => head.answer !== undefined]],
  service_proof: [["nothing_issued", ({ issued }) => issued > 0]],
};

const isProcess = (kind: string): kind is keyof typeof needs => Object.hasOwn(needs, kind);

/** A correction of records (Art. 41) has a letter of its own and none of those about a request for information. */
export const fitsMatter = (
  { kind }: Pick<LetterDefinition, "kind">,
  { matter }: Pick<LetterHead, "matter">,
): boolean => kind === "service_proof" || (kind === "records_correction") === (matter === "rectification");

/** Undefined when the letter may be issued now. */
export function refuseLetter(
  { kind, outcome }: Pick<LetterDefinition, "kind" | "outcome">,
  turn: LetterTurn,
): LetterRefusal | undefined {
  if (!fitsMatter({ kind }, turn.head)) return "other_matter";
  if (outcome !== undefined) return refuseOutcomeLetter(outcome, turn);
  if (!isProcess(kind)) throw new Error("every letter has its place in the table");
  return needs[kind].find(([, holds]) => !holds(turn))?.[0];
}

function refuseOutcomeLetter(outcome: OutcomeCode, turn: LetterTurn): LetterRefusal | undefined {
  const answer = approved(turn);
  if (answer === undefined) return "answer_not_approved";
  return answer.outcome === outcome ? undefined : "answer_other";
}
