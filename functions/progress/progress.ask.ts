/** What a unit has asked of an applicant or told them, as the applicant sees it. Pure. */
import type { Day } from "../calendar/calendar.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";

/** What is to be paid, on what basis and how (109号). */
export interface FeeTold {
  readonly feeYuan: number;
  readonly basis: string;
  readonly payment: string;
  readonly until: Day;
  readonly paidOn: Day | undefined;
  /** It need not be paid any more. */
  readonly waiver: { readonly on: Day; readonly reason: string } | undefined;
}

/** Art. 35: the reasons that the unit asks for. */
export interface ReasonsAsked {
  readonly why: string;
  readonly until: Day;
  readonly givenOn: Day | undefined;
  /** They can be given now. */
  readonly open: boolean;
}

export interface Correction {
  /** What to correct, in the words of the unit. */
  readonly what: string;
  readonly until: Day;
  readonly madeOn: Day | undefined;
  /** It can be done now. */
  readonly open: boolean;
}

export interface ExtensionTold {
  readonly workingDays: number;
  readonly reason: string;
  readonly on: Day;
}

export const correctionOf = (
  { what, until, madeOn }: NonNullable<DisclosureHead["correction"]>,
  waiting: boolean,
  today: Day,
): Correction => ({ what, until, madeOn, open: waiting && today <= until });

export const feeOf = ({
  feeYuan,
  basis,
  payment,
  until,
  paidOn,
  waiver,
}: NonNullable<DisclosureHead["fee"]>): FeeTold => ({
  feeYuan,
  basis,
  payment,
  until,
  paidOn,
  waiver: waiver && { on: waiver.on, reason: waiver.reason },
});

export const reasonsOf = (
  { why, until, givenOn }: NonNullable<DisclosureHead["excess"]>,
  open: boolean,
): ReasonsAsked => ({ why, until, givenOn, open });

/** Who consented is the office's own matter. */
export const extensionOf = ({ workingDays, reason, on }: NonNullable<DisclosureHead["extension"]>) => ({
  workingDays,
  reason,
  on,
});
