import type { ApplicationPage } from "../../../functions/disclosure/disclosure.ts";
import type { FieldErrors } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { paths } from "../../paths.ts";
import type { StepFrame } from "../apply/question.tsx";
import { QuestionFrame } from "../apply/question.tsx";
import { showApplicationErrors } from "./errors.ts";
import type { Options, Values } from "./fields.tsx";
import { ApplicationInput } from "./fields.tsx";

/** What a question is given, whatever form it belongs to. */
export interface QuestionStepProps<Page> extends StepFrame {
  page: Page;
  /** Everything answered so far, with what was just typed on this page. */
  values: Values;
  errors: FieldErrors;
  options: Options;
  organisation: boolean;
  /** Asked again from check-your-answers. */
  changing: boolean;
}

export type QuestionProps = QuestionStepProps<Pick<ApplicationPage, "id" | "fields">>;

export function QuestionPage(props: QuestionProps) {
  const { view, page, organisation, changing } = props;
  const { pages, title } = disclosureCopy(view.lang);
  const shown = showApplicationErrors(props.errors, view.lang, organisation);
  return (
    <QuestionFrame
      {...props}
      form={title}
      question={pages[page.id === "name" && organisation ? "organisationName" : page.id]}
      fields={page.fields}
      shown={shown}
      action={changing ? paths.disclosureChange(page.id) : paths.disclosureApply(page.id)}
      input={(name, question) => (
        <ApplicationInput {...props} name={name} shown={shown} question={question} />
      )}
    />
  );
}
