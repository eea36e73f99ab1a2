/**
 * How a case counts in table 三: a pure function of what its events derived. A mark is one case in one cell of one
 * year. While it is pending, a case stands in row 25 of every year that it has lived through; when it ends it leaves the
 * row 25 of that year and stands in its outcome's row and in the total of that year.
 */
import type { Day } from "../calendar/calendar.ts";
import { yearOf } from "../calendar/calendar.ts";
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import type { OutcomeCode } from "../disclosure/disclosure.outcome.ts";
import { isOutcome } from "../disclosure/disclosure.outcome.ts";
import type { FeeMark } from "./report.fee.ts";
import { feeMarksOf } from "./report.fee.ts";
import type { RowNumber } from "./report.row.ts";
import { CARRIED_OUT, CONCLUDED, isKind, RECEIVED, rowOfOutcome } from "./report.row.ts";

/** What of a case decides where it counts. */
export interface CaseFacts {
  readonly unit: string;
  readonly kind: ApplicantKind;
  /** The day that it reached the office: that of its submission, so that no request is missing while unconfirmed. */
  readonly receivedOn: Day;
  readonly ended?: Ending | undefined;
  /** Counted elsewhere: in its parts (one matter for each application), or in a report from before this system. */
  readonly uncounted?: true | undefined;
  readonly fees?: readonly FeeMark[] | undefined;
}

export interface Ending {
  readonly on: Day;
  readonly outcome: OutcomeCode;
  /** What row （六）3 does not tell: the state in which a case ended without an answer, such as `withdrawn`. */
  readonly detail?: string | undefined;
}

export interface Mark {
  readonly unit: string;
  readonly year: number;
  readonly row: RowNumber;
  readonly column: ApplicantKind;
}

type Counted = Pick<
  DisclosureHead,
  "unit" | "applicantKind" | "clock" | "state" | "answer" | "fee" | "imported"
>;

/** Throws for an applicant of no known kind: such a head is not ours, and a wrong report is worse than none. */
export function factsOf(head: Counted): CaseFacts {
  const { unit, applicantKind: kind, clock } = head;
  if (!isKind(kind)) throw new Error("an applicant of no known kind cannot be counted");
  const ended = endingOf(head);
  const fees = feeMarksOf(head);
  const facts = { unit, kind, receivedOn: clock.submittedOn, ...(fees.length === 0 ? {} : { fees }) };
  if (head.state === "split" || head.imported?.counted === false) return { ...facts, uncounted: true };
  return { ...facts, ...(ended === undefined ? {} : { ended }) };
}

function endingOf({ clock, answer, state }: Counted): Ending | undefined {
  if (clock.endedOn === undefined) return undefined;
  if (answer !== undefined && isOutcome(answer.outcome)) return { on: answer.on, outcome: answer.outcome };
  return { on: clock.endedOn, outcome: "other", detail: state };
}

/** Every mark of a case up to a year; what happens in that year and later is not known yet. */
export function marksOf(facts: CaseFacts, throughYear: number): readonly Mark[] {
  const { unit, kind, receivedOn, ended, uncounted } = facts;
  if (uncounted) return [];
  const received = yearOf(receivedOn);
  const mark = (year: number, row: RowNumber): Mark => ({ unit, year, row, column: kind });
  // An answer is never before the request; should a slip of the pen say so, the identities must still hold.
  const endYear = ended === undefined ? undefined : Math.max(yearOf(ended.on), received);
  const pendingThrough = endYear === undefined ? Math.max(throughYear, received) : endYear - 1;
  const years = Array.from({ length: pendingThrough - received + 1 }, (_, index) => received + index);
  return [
    mark(received, RECEIVED),
    ...years.map((year) => mark(year, CARRIED_OUT)),
    ...(ended === undefined || endYear === undefined
      ? []
      : [mark(endYear, rowOfOutcome(ended.outcome)), mark(endYear, CONCLUDED)]),
  ];
}

export const sameMark = (one: Mark, other: Mark): boolean =>
  one.unit === other.unit && one.year === other.year && one.row === other.row && one.column === other.column;

export interface MarkChange {
  readonly added: readonly Mark[];
  readonly removed: readonly Mark[];
}

/** From the marks that were counted to those that should be. */
export const changeOf = (before: readonly Mark[], after: readonly Mark[]): MarkChange => ({
  added: after.filter((mark) => !before.some((each) => sameMark(mark, each))),
  removed: before.filter((mark) => !after.some((each) => sameMark(mark, each))),
});

/** The same as the counters, from the marks themselves: `unit year row column` to how many. */
export function tallyOf(marks: Iterable<Mark>): ReadonlyMap<string, number> {
  const tally = new Map<string, number>();
  for (const mark of marks) tally.set(cellKey(mark), (tally.get(cellKey(mark)) ?? 0) + 1);
  return tally;
}

export const cellKey = ({ unit, year, row, column }: Mark): string => `${unit} ${year} ${row} ${column}`;
