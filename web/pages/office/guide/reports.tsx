import type { OpenReport } from "../../../../functions/guide/guide.report.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  NotificationBanner,
  Pagination,
  Radios,
  showErrors,
  Textarea,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import { WayBack } from "../way-back.tsx";

/** A form that came back: of which report, what was chosen and written. */
export interface AnswerState {
  readonly id: string;
  readonly values: { readonly outcome: string; readonly note: string };
  readonly errors: FieldErrors;
}

export interface GuideReportsPageProps {
  view: View;
  person: { name: string; unit: string };
  unit: { code: string; name: string; own: boolean };
  which: "open" | "answered";
  reports: readonly OpenReport[];
  mayAnswer: boolean;
  next: string | undefined;
  first: string | undefined;
  state?: AnswerState | undefined;
  already?: boolean | undefined;
  done?: string | undefined;
}

/** What citizens say is wrong, as work for the unit that keeps the guides. */
export function GuideReportsPage(props: GuideReportsPageProps) {
  const { view, person, which, reports, next, first, unit } = props;
  const { common } = copy(view.lang);
  const { desk, fields } = guideDeskCopy(view.lang);
  const words = desk.report;
  const shown = shownErrors(props);
  const unitCode = unit.own ? undefined : unit.code;
  return (
    <OfficePage
      view={view}
      title={`${fields.pair(words.title, words[which])} - ${unit.name}`}
      person={person}
      current="guides"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeGuides({ unit: unitCode })} text={desk.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {props.already ? (
        <NotificationBanner title={common.important} role="alert" text={words.already} />
      ) : null}
      {props.done === "answered" ? (
        <NotificationBanner title={common.success} kind="success" text={desk.done.answered} />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <nav aria-label={desk.lists.label}>
        <ul class="quick">
          {(["open", "answered"] as const).map((each) => (
            <li>
              <a
                class="quick__link"
                href={paths.officeGuideReports({ state: each === "open" ? undefined : each, unit: unitCode })}
                aria-current={each === which ? "true" : undefined}
              >
                {words[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {reports.map((report) => (
        <Report {...props} report={report} />
      ))}
      {reports.length === 0 ? (
        <EmptyState icon="check" title={words.empty[which].title}>
          {words.empty[which].text}
        </EmptyState>
      ) : null}
      {next || first ? (
        <Pagination
          label={common.pagination}
          previous={first ? { href: first, text: desk.firstPage } : undefined}
          next={next ? { href: next, text: desk.nextPage } : undefined}
        />
      ) : null}
    </OfficePage>
  );
}

const fieldId = (id: string, field: string) => `report-${id}-${field}`;

function shownErrors({ view, state }: GuideReportsPageProps) {
  const errors = (state?.errors ?? []).map((error) => ({
    ...error,
    field: fieldId(state?.id ?? "", error.field),
  }));
  const { errors: sentences } = guideDeskCopy(view.lang).fields;
  return showErrors(errors, { copy: copy(view.lang), labels: {}, sentences });
}

function Report(props: GuideReportsPageProps & { report: OpenReport }) {
  const { view, report, mayAnswer } = props;
  const words = guideDeskCopy(view.lang).desk.report;
  const { answered } = report;
  return (
    <Card
      title={
        <a class="govuk-link" href={paths.officeGuide(report.guideId)}>
          {report.guideName}
        </a>
      }
      class="report"
    >
      <p class="report__facts">
        <strong>{words.kinds[report.kind]}</strong>
        <span>{formatInstant(report.at, view.lang)}</span>
        <span>{words.version(report.version)}</span>
      </p>
      <blockquote class="typed-text typed-text--kept">{report.text}</blockquote>
      {report.contact === undefined ? null : (
        <p class="govuk-body">
          {words.contact} <strong>{report.contact}</strong>
        </p>
      )}
      {answered === undefined ? null : (
        <p class="govuk-body">
          <strong>{words.outcomes[answered.outcome]}</strong>{" "}
          {words.by(answered.by.name, formatInstant(answered.at, view.lang))}
          {answered.note === "" ? null : <span class="typed-text report__note">{answered.note}</span>}
        </p>
      )}
      {answered === undefined && mayAnswer ? <AnswerForm {...props} /> : null}
    </Card>
  );
}

function AnswerForm(props: GuideReportsPageProps & { report: OpenReport }) {
  const { view, report, state } = props;
  const words = guideDeskCopy(view.lang).desk.report;
  const shown = shownErrors(props);
  const typed = state?.id === report.id ? state.values : undefined;
  return (
    <form
      method="post"
      action={paths.officeGuideReport(report.guideId, report.id)}
      class="act__form"
      novalidate
    >
      <Radios
        name="outcome"
        id={fieldId(report.id, "outcome")}
        class="govuk-radios--inline"
        legend={{ text: words.outcome }}
        items={(["corrected", "was_right"] as const).map((value) => ({
          value,
          label: words.outcomes[value],
        }))}
        value={typed?.outcome}
        error={shown.at(fieldId(report.id, "outcome"))}
      />
      <Textarea
        name="note"
        id={fieldId(report.id, "note")}
        label={words.note}
        hint={words.noteHint}
        rows={2}
        value={typed?.note}
        error={shown.at(fieldId(report.id, "note"))}
      />
      <Button kind="secondary" preventDoubleClick>
        {words.button}
      </Button>
    </form>
  );
}
