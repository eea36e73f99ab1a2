import { Button, Select } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { reportCopy } from "../../copy/office-report.ts";
import { paths } from "../../paths.ts";
import type { ReportPageProps } from "./report.tsx";

/** Another year, or another unit's report where this person may open it. */
export function ReportSwitch({ view: { lang }, place, years, scopes }: ReportPageProps) {
  const words = copy(lang);
  const report = reportCopy(lang);
  return (
    <div class="report__switch no-print">
      <nav aria-label={report.years}>
        <ul class="quick">
          {years.map((year) => (
            <li>
              <a
                class="quick__link"
                href={paths.officeReport({ ...place, year })}
                aria-current={year === place.year ? "page" : undefined}
              >
                {report.year(year)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {scopes.length > 1 ? (
        <form method="get" action={paths.officeReportYear(place.year)} class="report__scope">
          <Select
            name="unit"
            label={report.scope}
            options={scopes.map(({ unit = "whole", name }) => ({ value: unit, text: name }))}
            value={place.unit ?? "whole"}
          />
          <Button kind="secondary">{words.common.open}</Button>
        </form>
      ) : null}
    </div>
  );
}
