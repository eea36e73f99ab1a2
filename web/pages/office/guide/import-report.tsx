import type { ImportRun } from "../../../../functions/guide/guide.import.record.ts";
import type { ReportLine, ReportResult } from "../../../../functions/guide/guide.import.report.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Table } from "../../../components/table.tsx";
import { Tag, type TagColour } from "../../../components/tag.tsx";
import { guideImportCopy } from "../../../copy/guide-import.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { ImportKinds } from "../import-kinds.tsx";

export interface ImportReportProps {
  id: string;
  lang: Language;
  only: ReportResult | undefined;
  counts: Readonly<Record<ReportResult, number>>;
  /** The lines of this page. */
  lines: readonly ReportLine[];
  page: number;
  pages: number;
}

const kinds = ["rejected", "incomplete", "repaired"] as const;
const colours: Readonly<Record<ReportResult, TagColour>> = {
  rejected: "red",
  incomplete: "yellow",
  repaired: "grey",
};

/** Why rows were refused, changed or are not complete yet, in words. */
export function ImportReport(props: ImportReportProps) {
  const { id, lang, only, counts, lines, page, pages } = props;
  const { file, results } = guideImportCopy(lang);
  const { report } = file;
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  const here = (at: number) => paths.officeGuideImport(id, { only, page: at === 1 ? undefined : String(at) });
  return (
    <section aria-labelledby="report">
      <h2 class="govuk-heading-m" id="report">
        {report.title}
      </h2>
      {total === 0 ? (
        <EmptyState icon="guide" title={report.none.title} headingLevel={3}>
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
            hrefOf={(kind) => paths.officeGuideImport(id, { only: kind })}
          />
          <ReportTable
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
            <a class="govuk-link" href={paths.officeGuideImportReport(id)}>
              {report.download}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

export function reasonWords(
  { result, reason }: Pick<ReportLine, "result" | "reason">,
  lang: Language,
): string {
  const { reasons, incomplete } = guideImportCopy(lang);
  if (result === "incomplete") return guideDeskCopy(lang).fields.findings[reason] ?? incomplete;
  return reasons[reason] ?? reason;
}

/** What is missing goes by the names of the form, what was changed by those of the file. */
function fieldWords({ result, reason, fields }: ReportLine, lang: Language): string {
  const { labels } = guideDeskCopy(lang).fields;
  const known: Readonly<Record<string, string>> = labels;
  if (reason === "duplicate") return fields.map(guideImportCopy(lang).file.report.earlier).join("");
  const named =
    result === "incomplete" ? fields.map((field) => known[field.split(".")[0] ?? ""] ?? field) : fields;
  return [...new Set(named)].join("、");
}

function ReportTable({
  lines,
  caption,
  lang,
}: {
  lines: readonly ReportLine[];
  caption: string;
  lang: Language;
}) {
  const { file, results } = guideImportCopy(lang);
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
      rows={lines.map((line) => [
        { content: line.row, label: columns.row, numeric: true },
        { content: <Item name={line.name} code={line.code} />, label: columns.item },
        { content: <Tag colour={colours[line.result]}>{results[line.result]}</Tag>, label: columns.result },
        {
          content: (
            <span>
              {reasonWords(line, lang)}
              <span class="findings__what typed-text">{fieldWords(line, lang)}</span>
            </span>
          ),
          label: columns.words,
        },
      ])}
    />
  );
}

function Item({ name, code }: { name: string; code: string }) {
  return (
    <span>
      {name === "" ? "—" : name}
      {code === "" ? null : <span class="queue__reference number">{code}</span>}
    </span>
  );
}

/** What the guides themselves did not take. */
export function RefusedRows({ refused, lang }: { refused: ImportRun["refused"]; lang: Language }) {
  const { refused: words, report } = guideImportCopy(lang).file;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <Table
        cards
        class="queue"
        caption={<span class="govuk-visually-hidden">{words.caption}</span>}
        head={[
          { content: report.columns.row, numeric: true },
          { content: report.columns.item },
          { content: report.columns.words },
        ]}
        rows={refused.map(({ row, code, reason }) => [
          { content: row, label: report.columns.row, numeric: true },
          { content: <span class="number">{code}</span>, label: report.columns.item },
          { content: reasonWords({ result: "rejected", reason }, lang), label: report.columns.words },
        ])}
      />
    </section>
  );
}
