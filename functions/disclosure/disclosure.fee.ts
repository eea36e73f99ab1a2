/**
 * Fees for processing information (条例 Art. 42, 国办函〔2020〕109号): what a notice says, in whole yuan. Computed and
 * told here, never collected. A fee needs a number or frequency clearly above the reasonable; that is the office's to
 * decide, and each application is charged by one of two schemes, never by both. Pure.
 */
import type { Calendar, Day } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/calendar.ts";
import { clockRulesOn } from "./disclosure.clock.rule.ts";
import type { FeeRules, Tariff } from "./disclosure.fee.rule.ts";
import type { InformationRoute } from "./disclosure.pages.ts";

export type { FeeRules } from "./disclosure.fee.rule.ts";
export { feeRulesOn } from "./disclosure.fee.rule.ts";

/** 按件, by applications of a month; 按量, by pages. */
export const feeSchemes = ["by_count", "by_pages"] as const;
export type FeeScheme = (typeof feeSchemes)[number];

/** Units of one band; a notice shows each of these lines. */
export interface FeeLine {
  readonly from: number;
  readonly through: number;
  readonly units: number;
  readonly yuanEach: number;
  readonly feeYuan: number;
}

/** The fee of one application under one scheme. */
export interface Fee {
  readonly scheme: FeeScheme;
  readonly units: number;
  readonly lines: readonly FeeLine[];
  readonly feeYuan: number;
}

interface PricedBand {
  readonly through: number;
  readonly yuanEach: number;
}

function* bandsOf({ bands, beyond }: Tariff): Generator<PricedBand, never> {
  yield* bands;
  let through = bands.at(-1)?.through ?? 0;
  for (let yuanEach = beyond.firstYuanEach; ; yuanEach += beyond.stepYuanEach) {
    through += beyond.width;
    yield { through, yuanEach };
  }
}

/** More than any office has seen; a guard against a count that is none. */
const MOST_UNITS = 1_000_000;

function requireUnits(...counts: readonly number[]): void {
  if (!counts.every((count) => Number.isInteger(count) && count >= 0 && count <= MOST_UNITS))
    throw new RangeError("units are whole numbers from 0");
}

/** What the units after `before` up to `through` cost, band by band; neighbouring bands of one price are one line. */
function linesOf(tariff: Tariff, before: number, through: number): readonly FeeLine[] {
  const lines: FeeLine[] = [];
  let from = before + 1;
  for (const band of bandsOf(tariff)) {
    if (from > through) break;
    if (band.through < from) continue;
    const last = Math.min(band.through, through);
    const same = lines.at(-1)?.yuanEach === band.yuanEach ? lines.pop() : undefined;
    const first = same?.from ?? from;
    const units = last - first + 1;
    const { yuanEach } = band;
    lines.push({ from: first, through: last, units, yuanEach, feeYuan: units * yuanEach });
    from = last + 1;
  }
  return lines;
}

const feeFrom = (scheme: FeeScheme, units: number, lines: readonly FeeLine[]): Fee => ({
  scheme,
  units,
  lines,
  feeYuan: lines.reduce((sum, { feeYuan }) => sum + feeYuan, 0),
});

/**
 * 按件: the fee of an application that was split into `matters`, when the same applicant had `earlier` matters in the
 * same calendar month before it. Throws `RangeError` for what is not a count.
 */
export function countFee(rules: FeeRules, { earlier, matters }: { earlier: number; matters: number }): Fee {
  requireUnits(earlier, matters);
  return feeFrom("by_count", matters, linesOf(rules.byCount, earlier, earlier + matters));
}

/** 按量: the fee of one application by its pages; those of other applications are never added. */
export function pageFee(
  rules: FeeRules,
  { pages, publicPages = 0 }: { pages: number; publicPages?: number },
) {
  requireUnits(pages, publicPages);
  if (publicPages > pages) throw new RangeError("public pages are some of the pages");
  const charged = rules.chargesPublicPages ? pages : pages - publicPages;
  return feeFrom("by_pages", charged, linesOf(rules.byPages, 0, charged));
}

/** One application of an applicant: the day of its receipt, and into how many matters it was split. */
export interface CountedApplication {
  readonly reference: string;
  readonly receivedOn: Day;
  readonly matters: number;
}

export const monthOf = (day: Day): string => day.slice(0, 7);

/** How many matters the same applicant has had in the calendar month of an application, before it. */
export function earlierInMonth(
  application: CountedApplication,
  others: readonly CountedApplication[],
): number {
  const place = ({ receivedOn, reference }: CountedApplication) => `${receivedOn} ${reference}`;
  return others
    .filter(({ receivedOn }) => monthOf(receivedOn) === monthOf(application.receivedOn))
    .filter((other) => place(other) < place(application))
    .reduce((sum, { matters }) => sum + matters, 0);
}

/** What an office may choose from for one application; a scheme that is not open is absent. */
export interface FeeOffer {
  readonly byCount: Fee;
  readonly byPages?: Fee;
}

export interface FeeQuestion {
  readonly application: CountedApplication;
  /** All of the same applicant; the application itself may be among them. */
  readonly others: readonly CountedApplication[];
  readonly route: InformationRoute;
  /** What is to be given out; absent where nothing is. */
  readonly pages?: { readonly pages: number; readonly publicPages?: number };
}

/** Both schemes side by side. Undefined where no tariff is in force on the day of receipt. */
export function feeOffer(rules: FeeRules | undefined, question: FeeQuestion): FeeOffer | undefined {
  if (rules === undefined) return undefined;
  const { application, others, route, pages } = question;
  const earlier = earlierInMonth(application, others);
  const byCount = countFee(rules, { earlier, matters: application.matters });
  if (pages === undefined || !rules.chargedRoutes.includes(route)) return { byCount };
  return { byCount, byPages: pageFee(rules, pages) };
}

/** What the notice says: one fee, and until when to pay it. */
export interface FeeNotice {
  readonly fee: Fee;
  readonly payBy: Day;
  readonly provisional: boolean;
}

/**
 * The notice of the chosen scheme. Its 20 working days begin on the day after the applicant received it; unpaid by
 * then, the request counts as given up. Undefined where nothing is to be paid or the scheme is not open.
 */
export function feeNotice(
  offer: FeeOffer,
  chosen: { readonly scheme: FeeScheme; readonly noticeReceivedOn: Day },
  calendar: Calendar,
): FeeNotice | undefined {
  const fee = chosen.scheme === "by_count" ? offer.byCount : offer.byPages;
  if (fee === undefined || fee.feeYuan === 0) return undefined;
  const { paymentWorkingDays } = clockRulesOn(chosen.noticeReceivedOn);
  const { due, provisional } = addWorkingDays(calendar, chosen.noticeReceivedOn, paymentWorkingDays);
  return { fee, payBy: due, provisional };
}

/** Whether the fee of a notice has lapsed on a day: the last day itself is still in time. */
export const isLapsed = ({ payBy }: Pick<FeeNotice, "payBy">, today: Day): boolean => today > payBy;

/** For chapter six of the annual report: how many notices, and their sum. */
export const feeTotals = (fees: readonly Pick<Fee, "feeYuan">[]) => ({
  notices: fees.length,
  feeYuan: fees.reduce((sum, { feeYuan }) => sum + feeYuan, 0),
});
