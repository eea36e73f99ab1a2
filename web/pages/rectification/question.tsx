import type { RectificationPage } from "../../../functions/rectification/rectification.form.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { paths } from "../../paths.ts";
import { QuestionFrame } from "../apply/question.tsx";
import type { QuestionStepProps } from "../disclosure/question.tsx";
import { showRectificationErrors } from "./errors.ts";
import { RectificationInput } from "./fields.tsx";

export type RectificationQuestionProps = QuestionStepProps<Pick<RectificationPage, "id" | "fields">>;

export function RectificationQuestionPage(props: RectificationQuestionProps) {
  const { view, page, changing } = props;
  const shown = showRectificationErrors(props.errors, view.lang, props.organisation);
  return (
    <QuestionFrame
      {...props}
      form={rectificationCopy(view.lang).title}
      question={questionOf(props)}
      fields={page.fields}
      shown={shown}
      action={changing ? paths.rectificationChange(page.id) : paths.rectificationApply(page.id)}
      input={(name, question) => (
        <RectificationInput {...props} name={name} shown={shown} question={question} />
      )}
    />
  );
}

/** Most questions are those of the disclosure application; some are asked in words of their own. */
function questionOf({ view, page, organisation }: RectificationQuestionProps) {
  const own = rectificationCopy(view.lang).pages[page.id];
  const shared: Readonly<Record<string, { title: string; hint: string }>> = disclosureCopy(view.lang).pages;
  const name = page.id === "name" && organisation ? "organisationName" : page.id;
  return own ?? shared[name] ?? { title: "", hint: "" };
}
