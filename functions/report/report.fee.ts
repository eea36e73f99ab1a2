/**
 * Fees for processing information in chapter six of the annual report: what applicants were told to pay and what they
 * paid. Reports state both as a number of requests and a sum in yuan. A request is told one fee at most. Pure.
 */
import type { Day } from "../calendar/calendar.ts";
import { yearOf } from "../calendar/calendar.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { feeTotals } from "../disclosure/disclosure.fee.ts";

export const feeKinds = ["told", "paid"] as const;
export type FeeKind = (typeof feeKinds)[number];

/** A fee in the year in which it was told or paid. What is waived afterwards was told all the same. */
export interface FeeMark {
  readonly unit: string;
  readonly year: number;
  readonly kind: FeeKind;
  readonly feeYuan: number;
}

export type FeeSums = Readonly<Record<FeeKind, ReturnType<typeof feeTotals>>>;

export function feeMarksOf({ unit, fee }: Pick<DisclosureHead, "unit" | "fee">): readonly FeeMark[] {
  if (fee === undefined) return [];
  const mark = (kind: FeeKind, on: Day): FeeMark => ({ unit, year: yearOf(on), kind, feeYuan: fee.feeYuan });
  return [mark("told", fee.on), ...(fee.paidOn === undefined ? [] : [mark("paid", fee.paidOn)])];
}

/** From the marks themselves, to prove what the counters say. */
export const feeSumsOf = (marks: readonly Pick<FeeMark, "kind" | "feeYuan">[]): FeeSums => {
  const of = (kind: FeeKind) => feeTotals(marks.filter((mark) => mark.kind === kind));
  return { told: of("told"), paid: of("paid") };
};

/** A government's fees are those of its units. */
export function addFees(all: readonly FeeSums[]): FeeSums {
  const sum = (kind: FeeKind) => ({
    notices: all.reduce((before, sums) => before + sums[kind].notices, 0),
    feeYuan: all.reduce((before, sums) => before + sums[kind].feeYuan, 0),
  });
  return { told: sum("told"), paid: sum("paid") };
}

export const hasFees = ({ told, paid }: FeeSums): boolean => told.notices + paid.notices > 0;

/** The attributes of a year's counters. */
export const feeCounter = (kind: FeeKind) => ({ notices: `fee_${kind}`, feeYuan: `fee_${kind}_yuan` });

export interface FeeMove {
  readonly unit: string;
  readonly year: number;
  readonly name: string;
  readonly by: number;
}

/** What moves in the counters from the marks that were counted to those that should be; nothing where they are the same. */
export function feeMoves(before: readonly FeeMark[], after: readonly FeeMark[]): readonly FeeMove[] {
  const same = (one: FeeMark, other: FeeMark): boolean =>
    one.unit === other.unit &&
    one.year === other.year &&
    one.kind === other.kind &&
    one.feeYuan === other.feeYuan;
  const without = (marks: readonly FeeMark[], others: readonly FeeMark[]) =>
    marks.filter((mark) => !others.some((other) => same(mark, other)));
  const moves = (marks: readonly FeeMark[], sign: 1 | -1): FeeMove[] =>
    marks.flatMap(({ unit, year, kind, feeYuan }) => [
      { unit, year, name: feeCounter(kind).notices, by: sign },
      { unit, year, name: feeCounter(kind).feeYuan, by: sign * feeYuan },
    ]);
  return [...moves(without(after, before), 1), ...moves(without(before, after), -1)];
}
