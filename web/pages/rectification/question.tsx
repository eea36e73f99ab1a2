import type { RectificationPage } from "../../../functions/rectification/rectification.form.ts";
import type { FieldErrors } from "../../components/index.ts";
import { Button, ErrorSummary, StepsProgress } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { Options, Values } from "../disclosure/fields.tsx";
import { showRectificationErrors } from "./errors.ts";
import { RectificationInput } from "./fields.tsx";

export interface RectificationQuestionProps {
  view: View;
  page: Pick<RectificationPage, "id" | "fields">;
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

export function RectificationQuestionPage(props: RectificationQuestionProps) {
  const { view, page, changing } = props;
  const words = copy(view.lang);
  const own = rectificationCopy(view.lang);
  const question = questionOf(props);
  const shown = showRectificationErrors(props.errors, view.lang, props.organisation);
  const single = page.fields.length === 1;
  const action = changing ? paths.rectificationChange(page.id) : paths.rectificationApply(page.id);
  const { continue: goOn, backToCheck } = disclosureCopy(view.lang);
  return (
    <Page view={view} title={`${question.title} - ${own.title}`} error={shown.any} back={props.back} task>
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
          <RectificationInput
            name={name}
            view={view}
            values={props.values}
            options={props.options}
            shown={shown}
            organisation={props.organisation}
            question={single ? question : undefined}
          />
        ))}
        <Button preventDoubleClick>{changing ? backToCheck : goOn}</Button>
      </form>
    </Page>
  );
}

/** Most questions are those of the disclosure application; some are asked in words of their own. */
function questionOf({ view, page, organisation }: RectificationQuestionProps) {
  const own = rectificationCopy(view.lang).pages[page.id];
  const shared: Readonly<Record<string, { title: string; hint: string }>> = disclosureCopy(view.lang).pages;
  const name = page.id === "name" && organisation ? "organisationName" : page.id;
  return own ?? shared[name] ?? { title: "", hint: "" };
}
