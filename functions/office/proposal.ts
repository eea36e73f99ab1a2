/** An answer in the making: what a handler has written so far, before it is proposed. Pure. */
import type { CaseFile } from "../attachment/attachment.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { FieldErrors } from "../kit/problem.ts";

export interface ProposalText {
  readonly outcome: string;
  readonly reply: string;
  /** What a third party is told whose objection the decision goes over. */
  readonly objection: string;
  /** The number of the case that answered the same already. */
  readonly earlier: string;
  /** Whose matter it is, where this agency does not hold it (Art. 36(5)). */
  readonly pointer: string;
}

export const NO_TEXT: ProposalText = { outcome: "", reply: "", objection: "", earlier: "", pointer: "" };

/** As data of the event: what is not written is left out. */
export const proposedOf = ({ outcome, reply, objection, earlier, pointer }: ProposalText) => ({
  outcome,
  reply,
  ...(objection === "" ? {} : { objection }),
  ...(earlier === "" ? {} : { earlier }),
  ...(pointer === "" ? {} : { pointer }),
});

export interface ProposalDraft extends ProposalText {
  readonly files: readonly CaseFile[];
}

export const MOST_REPLY_FILES = 10;
/** More than a reply may have, so that a text that is too long can be kept and shortened; less than an item can hold. */
export const LONGEST_KEPT_REPLY = 40_000;

/** What can be seen without the case; length and characters are the service's to check. */
export function proposalErrors(draft: ProposalDraft, tick: boolean): FieldErrors {
  const outcome = outcomeOf(draft.outcome);
  return [
    ...(outcome === undefined ? [{ field: "outcome", code: "outcome.choose" }] : []),
    ...(draft.reply.trim() === "" ? [{ field: "reply", code: "reply.required" }] : []),
    ...(outcome?.filesAllowed === false && draft.files.length > 0
      ? [{ field: "files", code: "files.not_allowed" }]
      : []),
    ...(tick ? [] : [{ field: "tick", code: "tick.required" }]),
  ];
}
