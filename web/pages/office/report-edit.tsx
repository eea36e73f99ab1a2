import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import {
  Button,
  ErrorMessage,
  ErrorSummary,
  NotificationBanner,
  showErrors,
  Textarea,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { reportCopy } from "../../copy/office-report.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import type { ReportPlace } from "../../paths.ts";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import type { ReportForm } from "./report-tables.tsx";
import { Wide } from "./report-tables.tsx";
import { WayBack } from "./way-back.tsx";

export interface ReportEditPageProps {
  view: View;
  person: { name: string; unit: string };
  place: ReportPlace;
  name: string;
  form: ReportForm;
  version: number;
  /** By field, as it is kept or as it was typed. */
  values: Readonly<Record<string, string>>;
  errors?: FieldErrors | undefined;
  /** Somebody else saved meanwhile. */
  changed?: boolean | undefined;
}

/** What of the annual report is written by hand: three chapters and two tables. */
export function ReportEditPage(props: ReportEditPageProps) {
  const { view, person, place, name, errors = [], changed, version, values } = props;
  const words = copy(view.lang);
  const { editing, errors: sentences } = reportCopy(view.lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences });
  const prose = (field: string, label: string, hint?: string) => (
    <Textarea
      name={field}
      label={label}
      labelSize="m"
      hint={hint}
      rows={6}
      value={values[field]}
      error={shown.at(field)}
    />
  );
  return (
    <OfficePage
      view={view}
      title={`${editing.title(place.year)} - ${name}`}
      person={person}
      current="report"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeReport(place)} text={editing.back} />}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      {changed ? <NotificationBanner title={words.common.important} text={editing.changed} /> : null}
      <h1 class="govuk-heading-l">{editing.title(place.year)}</h1>
      <p class="govuk-body">{name}</p>
      <form method="post" action={paths.officeReportEdit(place)} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        {prose("overview", editing.overview, editing.overviewHint)}
        <TwoFields {...props} shown={shown} />
        <FourFields {...props} shown={shown} />
        {prose("problems", editing.problems)}
        {prose("other", editing.other, editing.otherHint)}
        <Button preventDoubleClick>{words.common.save}</Button>
      </form>
    </OfficePage>
  );
}

type FieldsProps = ReportEditPageProps & { shown: ShownErrors };

function TwoFields({ view: { lang }, form, values, shown }: FieldsProps) {
  const { editing } = reportCopy(lang);
  return (
    <>
      <h2 class="govuk-heading-m">{editing.two}</h2>
      <p class="govuk-hint">{editing.zero}</p>
      {form.twoBlocks.map((block) => (
        <table class="sheet sheet--form">
          <caption class="sheet__block">{block.title[lang]}</caption>
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th scope="col">{column[lang]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr>
                <th scope="row">{row.label[lang]}</th>
                {row.fields.map((field, index) => (
                  <NumberField
                    field={field}
                    label={`${row.label[lang]} ${block.columns[index + 1]?.[lang] ?? ""}`}
                    values={values}
                    shown={shown}
                    lang={lang}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function FourFields({ view: { lang }, form, values, shown }: FieldsProps) {
  const { editing, table } = reportCopy(lang);
  const word = (result: string) => form.resultWords[result]?.[lang] ?? "";
  return (
    <>
      <h2 class="govuk-heading-m">{editing.four}</h2>
      <p class="govuk-hint">{editing.fourHint}</p>
      <Wide label={table.four}>
        <table class="sheet sheet--form">
          <thead>
            <tr>
              <td />
              {form.results.map((result) => (
                <th scope="col">{word(result)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {form.disputes.map((dispute) => (
              <tr>
                <th scope="row">{form.disputeWords[dispute]?.[lang]}</th>
                {form.results.map((result) => (
                  <NumberField
                    field={`${dispute}.${result}`}
                    label={`${form.disputeWords[dispute]?.[lang] ?? ""} ${word(result)}`}
                    values={values}
                    shown={shown}
                    lang={lang}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

interface NumberFieldProps {
  field: string;
  label: string;
  values: Readonly<Record<string, string>>;
  shown: ShownErrors;
  lang: Language;
}

/** A box in a cell: its column and row are its label, for the eye; a label of its own is read out. */
function NumberField({ field, label, values, shown }: NumberFieldProps) {
  const error = shown.at(field);
  return (
    <td>
      <label class="govuk-visually-hidden" for={field}>
        {label}
      </label>
      {error ? <ErrorMessage id={`${field}-error`} error={error} /> : null}
      <input
        class={error ? "govuk-input govuk-input--error" : "govuk-input"}
        id={field}
        name={field}
        inputmode="decimal"
        autocomplete="off"
        value={values[field] ?? "0"}
        aria-describedby={error ? `${field}-error` : undefined}
      />
    </td>
  );
}
