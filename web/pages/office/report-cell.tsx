import { EmptyState, Table } from "../../components/index.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { reportCopy } from "../../copy/office-report.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import type { ReportPlace } from "../../paths.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatReference } from "../../words.ts";
import type { ReportForm } from "./report-tables.tsx";
import { columnName, rowName } from "./report-words.ts";
import { WayBack } from "./way-back.tsx";

export interface CellRow {
  reference: string;
  title: string | undefined;
  applicantMasked: string | undefined;
  receivedOn: string;
  endedOn: string | undefined;
  outcome: { zh: string; en: string } | undefined;
  detail: string | undefined;
}

export interface ReportCellPageProps {
  view: View;
  person: { name: string; unit: string };
  place: ReportPlace;
  name: string;
  form: ReportForm;
  cell: { row: number; column: string };
  /** The cases of one unit, or a number for each unit of the government. */
  cases?: readonly CellRow[] | undefined;
  units?: readonly { unit: string; name: string; count: number; open: boolean }[] | undefined;
  next?: string | undefined;
  first?: string | undefined;
}

/** What is behind one number of table 三. */
export function ReportCellPage(props: ReportCellPageProps) {
  const { view, person, place, name, form, cell, cases, units, next, first } = props;
  const { lang } = view;
  const words = queueCopy(lang);
  const title = reportCopy(lang).cell.title(
    rowName(form, cell.row, lang),
    columnName(form, cell.column, lang),
  );
  return (
    <OfficePage
      view={view}
      title={`${title} - ${reportCopy(lang).title(name, place.year)}`}
      person={person}
      current="report"
      before={<WayBack lang={lang} href={paths.officeReport(place)} text={reportCopy(lang).cell.back} />}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{reportCopy(lang).title(name, place.year)}</p>
      {units ? <ByUnit {...props} units={units} /> : null}
      {cases?.length === 0 ? (
        <EmptyState title={reportCopy(lang).cell.none}>{reportCopy(lang).cell.noneText}</EmptyState>
      ) : null}
      {cases && cases.length > 0 ? <Cases {...props} cases={cases} /> : null}
      {first || next ? (
        <p class="more">
          {first ? (
            <a class="govuk-link" href={first}>
              {words.firstPage}
            </a>
          ) : null}{" "}
          {next ? (
            <a class="govuk-link" href={next} rel="next">
              {words.nextPage}
            </a>
          ) : null}
        </p>
      ) : null}
    </OfficePage>
  );
}

function ByUnit({
  view: { lang },
  place,
  cell,
  units,
}: ReportCellPageProps & { units: NonNullable<ReportCellPageProps["units"]> }) {
  const words = reportCopy(lang).cell;
  return (
    <Table
      caption={words.byUnit}
      captionSize="m"
      head={[{ content: words.unit }, { content: words.count, numeric: true }]}
      rows={units.map(({ unit, name, count, open }) => [
        {
          content:
            open && count > 0 ? (
              <a class="govuk-link" href={paths.officeReportCell({ ...place, unit }, cell)}>
                {name}
              </a>
            ) : (
              name
            ),
        },
        { content: count, numeric: true },
      ])}
    />
  );
}

function Cases({ view: { lang }, cases }: ReportCellPageProps & { cases: readonly CellRow[] }) {
  const words = reportCopy(lang).cell;
  const { columns } = words;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{words.caption}</span>}
      head={Object.values(columns).map((content) => ({ content }))}
      rows={cases.map((row) => [
        { content: <Title row={row} gone={words.gone} />, class: "queue__title" },
        { content: row.applicantMasked, label: columns.applicant },
        { content: formatDay(row.receivedOn, lang), label: columns.received },
        { content: row.endedOn ? formatDay(row.endedOn, lang) : words.pending, label: columns.ended },
        {
          content: words.detail[row.detail ?? ""] ?? row.outcome?.[lang] ?? words.pending,
          label: columns.outcome,
        },
      ])}
    />
  );
}

function Title({ row, gone }: { row: CellRow; gone: string }) {
  return (
    <>
      {row.title === undefined ? (
        <span class="muted">{gone}</span>
      ) : (
        <a class="govuk-link queue__link" href={paths.officeCase(row.reference)}>
          {row.title}
        </a>
      )}
      <span class="queue__reference number">{formatReference(row.reference)}</span>
    </>
  );
}
