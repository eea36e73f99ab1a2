/** The dates of every kind of case, as the clock counts them again. */
import { adviceDates } from "./advice/advice.recount.service.ts";
import type { Recount } from "./case/case.recount.service.ts";
import type { DisclosureParts } from "./disclosure/disclosure.parts.ts";
import { disclosureDates } from "./disclosure/disclosure.recount.ts";
import { rectificationDates } from "./rectification/rectification.recount.service.ts";
import { adviceCasesOf } from "./wiring.advice.ts";
import { rectificationCasesOf } from "./wiring.rectification.ts";

export function recountOf(parts: Pick<DisclosureParts, "table" | "calendar" | "cases">): Recount {
  const { table, calendar } = parts;
  const kinds = [
    disclosureDates(parts),
    rectificationDates({ cases: rectificationCasesOf(parts), calendar }),
    adviceDates({ cases: adviceCasesOf(parts), calendar }),
  ];
  return { table, kinds };
}
