import type { ReportLine, ReportResult } from "../../../../functions/old/old.report.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Table } from "../../../components/table.tsx";
import { Tag } from "../../../components/tag.tsx";
import { copy } from "../../../copy/index.ts";
import { oldCopy } from "../../../copy/old.ts";
import { oldPaths } from "../../../paths.old.ts";
import type { Language } from "../../../view.ts";
import { ImportKinds } from "../import-kinds.tsx";
import { placesOf } from "./line.ts";

export interface OldReportProps {
  id: string;
  lang: Language;
  only: ReportResult | undefined;
  counts: Readonly<Record<ReportResult, number>>;
  /** The lines of this page. */
  lines: readonly ReportLine[];
  page: number;
  pages: number;
}

const kinds = ["rejected", "repaired"] as const;

/** Why rows were refused or put right, in words. */
export function OldReport(props: OldReportProps) {
  const { id, lang, only, counts, lines, page, pages } = props;
  const { file, results } = oldCopy(lang);
  const { report } = file;
  const here = (at: number) => oldPaths.one(id, { only, page: at === 1 ? undefined : String(at) });
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-m" id="report">
        {report.title}
      </h2>
      {counts.rejected + counts.repaired === 0 ? (
        <EmptyState icon="file" title={report.none.title} headingLevel={3}>
          {report.none.text}
        </EmptyState>
      ) : (
        <>
          <ImportKinds
            lang={lang}
            only={only}
            counts={counts}
            kinds={kinds}
            names={results}
            words={report}
            hrefOf={(kind) => oldPaths.one(id, { only: kind })}
          />
          <Lines
            lines={lines}
            caption={report.caption(only === undefined ? report.all : results[only])}
            lang={lang}
          />
          {pages > 1 ? (
            <Pagination
              label={copy(lang).common.pagination}
              previous={page > 1 ? { href: here(page - 1), text: report.previous } : undefined}
              next={page < pages ? { href: here(page + 1), text: report.next } : undefined}
            />
          ) : null}
          <p class="govuk-body">
            <a class="govuk-link" href={oldPaths.report(id)}>
              {report.download}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

interface LinesProps {
  lines: readonly ReportLine[];
  caption: string;
  lang: Language;
}

function Lines({ lines, caption, lang }: LinesProps) {
  const { file, results, reasons } = oldCopy(lang);
  const { columns } = file.report;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[
        { content: columns.row, numeric: true },
        { content: columns.item },
        { content: columns.result },
        { content: columns.words },
      ]}
      rows={lines.map((line) => {
        const { row, number, result, reason } = line;
        return [
          { content: row, label: columns.row, numeric: true },
          {
            content: <span class="number">{number === "" ? "—" : number}</span>,
            label: columns.item,
          },
          {
            content: <Tag colour={result === "rejected" ? "red" : "grey"}>{results[result]}</Tag>,
            label: columns.result,
          },
          {
            content: (
              <span>
                {reasons[reason]}
                <span class="findings__what typed-text">
                  {placesOf(line, lang).join(lang === "zh" ? "、" : ", ")}
                </span>
              </span>
            ),
            label: columns.words,
          },
        ];
      })}
    />
  );
}
