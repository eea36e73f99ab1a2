/** What letters need of a case, whichever kind of case it is. Types only. */
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { OfficeView } from "../disclosure/disclosure.service.ts";
import type { Application } from "../disclosure/disclosure.ts";

/** The head of a case as letters see it. */
export type LetterHead = Pick<
  DisclosureHead,
  | "reference"
  | "version"
  | "unit"
  | "title"
  | "state"
  | "clock"
  | "assignee"
  | "proposal"
  | "answer"
  | "description"
  | "correction"
  | "excess"
  | "extension"
  | "consultations"
  | "fee"
> & {
  readonly due: Pick<DisclosureHead["due"], "on">;
  /** Not a request for information but a correction of records (Art. 41), which has one letter of its own. */
  readonly matter?: "rectification";
  /** Of such a case: the outcome in words, for its letter. */
  readonly said?: string;
};

export interface LetterRecord {
  readonly head: LetterHead;
  readonly application: Application;
  readonly consultations: OfficeView["consultations"];
}
