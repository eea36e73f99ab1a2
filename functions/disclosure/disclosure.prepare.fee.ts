/**
 * 109号: what is to be paid is computed here, by the scheme that the office chooses, from the pages or from the applicant's
 * matters of the calendar month; nobody types an amount.
 */
import { addWorkingDays } from "../calendar/calendar.ts";
import { invalid } from "../kit/problem.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import type { ClockCheck } from "./disclosure.clock.check.ts";
import { rulesOf } from "./disclosure.clock.ts";
import type { DataOf } from "./disclosure.event.ts";
import type { CountedApplication, Fee, FeeRules } from "./disclosure.fee.ts";
import { countFee, earlierInMonth, feeRulesOn, feeSchemes, monthOf, pageFee } from "./disclosure.fee.ts";
import { feeBasis } from "./disclosure.fee.words.ts";
import { unlawful } from "./disclosure.law.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { officeText, REASON_MAX_CHARACTERS } from "./disclosure.prose.ts";

interface FeeCommand {
  readonly data: DataOf<"notify_fee">;
  readonly check: ClockCheck;
}

/** 20 working days to pay, from the day after. Raises 422 for a scheme that is not open and where nothing is to be paid. */
export async function prepareFee(
  parts: DisclosureParts,
  head: DisclosureHead,
  { data, check }: FeeCommand,
): Promise<DataOf<"notify_fee">> {
  const { scheme } = data;
  if (!feeSchemes.includes(scheme)) throw invalid([{ field: "scheme", code: "scheme.choose" }]);
  const payment = officeText(data.payment, "payment", REASON_MAX_CHARACTERS);
  const rules = feeRulesOn(receivedOn(head));
  if (rules === undefined) throw unlawful("fee_no_tariff", "scheme");
  const until = addWorkingDays(check.calendar, check.today, rulesOf(head.clock).paymentWorkingDays).due;
  const told = (fee: Fee, field: string, before: number) => {
    if (fee.feeYuan === 0) throw unlawful("fee_none", field);
    return { scheme, feeYuan: fee.feeYuan, basis: feeBasis(fee, before), payment, until };
  };
  const stored = await parts.store.readApplication(head.reference);
  if (scheme === "by_pages") {
    const { route } = stored?.application ?? {};
    if (route === undefined || !rules.chargedRoutes.includes(route))
      throw unlawful("fee_pages_not_open", "scheme");
    const pages = pagesOf(data.pages);
    return { ...told(pageFee(rules, { pages }), "pages", 0), pages };
  }
  const before = await earlierOf(parts, head, { rules, identityNumber: stored?.application.identityNumber });
  return told(countFee(rules, { earlier: before, matters: 1 }), "scheme", before);
}

/** More than any answer has; a slip of the finger is noticed. */
const MOST_PAGES = 100_000;

function pagesOf(pages: number | undefined): number {
  if (pages === undefined || !Number.isInteger(pages) || pages < 1 || pages > MOST_PAGES)
    throw invalid([{ field: "pages", code: "pages.invalid" }]);
  return pages;
}

const receivedOn = ({ clock }: DisclosureHead) => clock.confirmedOn ?? clock.submittedOn;

const countedOf = (head: DisclosureHead): CountedApplication => ({
  reference: head.reference,
  receivedOn: receivedOn(head),
  // What was split counts as its parts, which are cases of their own.
  matters: head.state === "split" ? 0 : 1,
});

/** So many of one applicant are read at a time, the newest first. */
const PAGE = 99;

/** How many matters the applicant has had in the unit in the month of this one, before it. */
async function earlierOf(
  { cases, lookups }: DisclosureParts,
  head: DisclosureHead,
  { rules, identityNumber: value }: { rules: FeeRules; identityNumber: string | undefined },
): Promise<number> {
  if (value === undefined) return 0;
  const own = countedOf(head);
  const counted = ({ state }: DisclosureHead) => rules.countsWithdrawn || state !== "withdrawn";
  const others: CountedApplication[] = [];
  let cursor: string | undefined;
  do {
    const wanted = { unit: head.unit, kind: "identity", value } as const;
    const page = await lookups.find(wanted, { limit: PAGE, cursor });
    const heads = (await cases.readHeads(page.references)).filter((each) => each !== undefined);
    others.push(...heads.filter((each) => each.unit === head.unit && counted(each)).map(countedOf));
    // They come by the day on which they were handed in, which is never after that of their receipt.
    const isPast = heads.some(({ clock }) => monthOf(clock.submittedOn) < monthBefore(own.receivedOn));
    cursor = isPast ? undefined : page.next;
  } while (cursor !== undefined);
  return earlierInMonth(own, others);
}

/** Of two months before is nothing that was received in this one. */
function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
