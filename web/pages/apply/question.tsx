import type { Content, ShownErrors } from "../../components/index.ts";
import { Button, ErrorSummary, StepsProgress } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";

export interface StepFrame {
  view: View;
  step: { at: number; of: number };
  back: string;
}

export interface QuestionFrameProps<Field extends string> extends StepFrame {
  /** What the whole form is called. */
  form: string;
  question: { title: string; hint: string };
  fields: readonly Field[];
  /** One field of the page; it is given the question when it is the only one, and its label is the heading. */
  input: (name: Field, question: { title: string; hint: string } | undefined) => Content;
  shown: ShownErrors;
  action: string;
  /** Asked again from check-your-answers. */
  changing: boolean;
}

/** One question of a form: its fields, what is wrong with them, and the way on. */
export function QuestionFrame<Field extends string>(props: QuestionFrameProps<Field>) {
  const { view, step, question, fields, shown, changing } = props;
  const { common } = copy(view.lang);
  const { continue: goOn, backToCheck } = disclosureCopy(view.lang);
  const single = fields.length === 1;
  return (
    <Page view={view} title={`${question.title} - ${props.form}`} error={shown.any} back={props.back} task>
      <StepsProgress {...step} text={common.step(step.at, step.of)} />
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {single ? null : (
        <>
          <h1 class="govuk-heading-l">{question.title}</h1>
          {question.hint ? <p class="muted">{question.hint}</p> : null}
        </>
      )}
      <form method="post" action={props.action} novalidate>
        {fields.map((name) => props.input(name, single ? question : undefined))}
        <Button preventDoubleClick>{changing ? backToCheck : goOn}</Button>
      </form>
    </Page>
  );
}
