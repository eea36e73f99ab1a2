import type { ReportView } from "../../../functions/report/report.view.ts";
import type { Words } from "../../../functions/report/report.words.ts";
import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  showErrors,
  WarningText,
} from "../../components/index.ts";
import type { Copy } from "../../copy/index.ts";
import { copy } from "../../copy/index.ts";
import { reportCopy } from "../../copy/office-report.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import type { ReportPlace } from "../../paths.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { dayOf, formatDay } from "../../words.ts";
import { PublishForm } from "./report-publish.tsx";
import { ReportSwitch } from "./report-switch.tsx";
import type { ReportForm } from "./report-tables.tsx";
import { FourTable, ThreeTable, TwoTable } from "./report-tables.tsx";
import { Versions } from "./report-versions.tsx";
import { violationWords } from "./report-words.ts";

export interface ReportPageProps {
  view: View;
  person: { name: string; unit: string };
  place: ReportPlace;
  /** Whose report: the unit, or the government. */
  name: string;
  record: ReportView;
  form: ReportForm;
  /** What chapter 一 says while nothing is written. */
  overview: Words;
  /** Chapter 六, the fees of the year in it. */
  other: Words;
  years: readonly number[];
  /** Whose reports this person may open. */
  scopes: readonly { unit: string | undefined; name: string }[];
  errors?: FieldErrors | undefined;
  reason?: string | undefined;
  /** Why it could not be published. */
  conflict?: string | undefined;
  done?: string | undefined;
}

/** The annual report as it stands, in the layout of the form. */
export function ReportPage(props: ReportPageProps) {
  const { view, person, place, name, errors = [], conflict, done } = props;
  const words = copy(view.lang);
  const report = reportCopy(view.lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences: report.errors });
  const conflicts: Readonly<Record<string, string>> = report.conflicts;
  const good = { saved: report.editing.saved, published: report.publish.done }[done ?? ""];
  return (
    <OfficePage
      view={view}
      title={report.title(name, place.year)}
      person={person}
      current="report"
      error={shown.any}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      {conflict && Object.hasOwn(conflicts, conflict) ? (
        <NotificationBanner title={words.common.important} text={conflicts[conflict]} />
      ) : null}
      {good ? <NotificationBanner title={words.common.success} kind="success" text={good} /> : null}
      <ReportSwitch {...props} />
      <h1 class="govuk-heading-l report__title">{report.title(name, place.year)}</h1>
      <Standing {...props} words={words} />
      <Body {...props} />
      <Below {...props} shown={shown} />
    </OfficePage>
  );
}

function Standing({ view: { lang }, record, form, words }: ReportPageProps & { words: Copy }) {
  const { state, checks } = reportCopy(lang);
  const [newest] = record.frozen;
  const day = newest === undefined ? "" : formatDay(dayOf(newest.at), lang);
  const published = newest?.n === 1 ? state.frozen(day) : state.amended(day, newest?.n ?? 0);
  return (
    <div class="report__state no-print">
      <p class="govuk-body">
        {newest === undefined ? (record.isOver ? state.open : state.running) : published}
      </p>
      {record.differs ? <InsetText>{state.differs(record.drift?.length ?? 0)}</InsetText> : null}
      {record.violations.length === 0 ? (
        <p class="report__check report__check--good">{checks.good}</p>
      ) : (
        <>
          <WarningText prefix={words.common.warning}>{checks.bad(record.violations.length)}</WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {record.violations.map((violation) => (
              <li>{violationWords(violation, form, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The six chapters. */
function Body(props: ReportPageProps) {
  const { view, place, record, form, overview, other } = props;
  const { lang } = view;
  const { report } = record;
  const { generated, missing } = reportCopy(lang);
  const title = (index: number) => <h2 class="govuk-heading-m">{form.chapters[index]?.[lang]}</h2>;
  const shared = { lang, form };
  return (
    <div class="report">
      {title(0)}
      <Prose text={report.chapters.overview} instead={overview[lang]} note={generated} />
      {title(1)}
      <TwoTable {...shared} two={report.two} />
      {title(2)}
      <ThreeTable
        {...shared}
        three={report.three}
        hrefOf={(row, column) => paths.officeReportCell(place, { row, column })}
      />
      {title(3)}
      <FourTable {...shared} four={report.four} />
      {title(4)}
      <Prose text={report.chapters.problems} instead={missing} />
      {title(5)}
      <Prose text={other[lang]} instead="" />
    </div>
  );
}

function Prose({ text, instead, note }: { text: string; instead: string; note?: string }) {
  return (
    <p class="govuk-body typed-text">
      {text || instead}
      {text === "" && note ? <span class="muted no-print">{note}</span> : null}
    </p>
  );
}

function Below(props: ReportPageProps & { shown: ShownErrors }) {
  const { view, place, record } = props;
  const report = reportCopy(view.lang);
  return (
    <div class="no-print">
      <ButtonGroup>
        {record.mayWrite ? (
          <Button kind="secondary" href={paths.officeReportEdit(place)}>
            {report.edit}
          </Button>
        ) : null}
        <Button kind="secondary" href={paths.officeReportFile(place, "docx")}>
          {report.docx}
        </Button>
        <Button kind="secondary" href={paths.officeReportFile(place, "xlsx")}>
          {report.xlsx}
        </Button>
      </ButtonGroup>
      {record.mayFreeze && record.isOver && (record.frozen.length === 0 || record.differs) ? (
        <PublishForm {...props} />
      ) : null}
      {record.frozen.length > 0 ? <Versions {...props} /> : null}
    </div>
  );
}
