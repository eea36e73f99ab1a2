import type { ApplicationPage } from "../../../functions/disclosure/disclosure.ts";
import type { FieldErrors } from "../../components/index.ts";
import { Button, ErrorSummary, StepsProgress } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { showApplicationErrors } from "./errors.ts";
import type { Options, Values } from "./fields.tsx";
import { ApplicationInput } from "./fields.tsx";

export interface QuestionProps {
  view: View;
  page: Pick<ApplicationPage, "id" | "fields">;
  step: { at: number; of: number };
  /** Everything answered so far, with what was just typed on this page. */
  values: Values;
  errors: FieldErrors;
  options: Options;
  organisation: boolean;
  back: string;
  /** Asked again from check-your-answers. */
  changing: boolean;
}

export function QuestionPage(props: QuestionProps) {
  const { view, page, values, options, organisation, changing } = props;
  const words = copy(view.lang);
  const name = page.id === "name" && organisation ? "organisationName" : page.id;
  const question = disclosureCopy(view.lang).pages[name];
  const shown = showApplicationErrors(props.errors, view.lang, organisation);
  const single = page.fields.length === 1;
  const action = changing ? paths.disclosureChange(page.id) : paths.disclosureApply(page.id);
  return (
    <Page
      view={view}
      title={`${question.title} - ${disclosureCopy(view.lang).title}`}
      error={shown.any}
      back={props.back}
      task
    >
      <StepsProgress {...props.step} text={words.common.step(props.step.at, props.step.of)} />
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      {single ? null : (
        <>
          <h1 class="govuk-heading-l">{question.title}</h1>
          {question.hint ? <p class="muted">{question.hint}</p> : null}
        </>
      )}
      <form method="post" action={action} novalidate>
        {page.fields.map((name) => (
          <ApplicationInput
            name={name}
            view={view}
            values={values}
            options={options}
            shown={shown}
            organisation={organisation}
            question={single ? question : undefined}
          />
        ))}
        <Button preventDoubleClick>
          {changing ? disclosureCopy(view.lang).backToCheck : disclosureCopy(view.lang).continue}
        </Button>
      </form>
    </Page>
  );
}
