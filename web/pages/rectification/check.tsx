import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { RectificationAnswer } from "../../../functions/rectification/rectification.form.ts";
import type { SummaryRow } from "../../components/index.ts";
import { Button, StepsProgress, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";

export interface RectificationCheckProps {
  view: View;
  step: { at: number; of: number };
  answers: readonly RectificationAnswer[];
  files: readonly CaseFile[];
  /** The name of the unit addressed. */
  unit: string;
  organisation: boolean;
  back: string;
}

/** Which pages stand together under one heading. */
const parts = [
  { title: "record", pages: ["unit", "record"] },
  { title: "applicant", pages: ["applicant", "name", "organisation", "identity"] },
  { title: "contact", pages: ["contact", "address"] },
] as const;

export function RectificationCheckPage(props: RectificationCheckProps) {
  const { view, step, answers, files } = props;
  const { common } = copy(view.lang);
  const own = rectificationCopy(view.lang);
  const { check } = disclosureCopy(view.lang);
  const change = {
    href: paths.rectificationApply("evidence"),
    text: check.change,
    hidden: own.check.evidence,
  };
  return (
    <Page view={view} title={`${own.check.title} - ${own.title}`} back={props.back} task>
      <StepsProgress {...step} text={common.step(step.at, step.of)} />
      <h1 class="govuk-heading-l">{own.check.title}</h1>
      {parts.map(({ title, pages }) => (
        <SummaryList
          class="answers"
          card={{ title: own.check[title] }}
          rows={answers
            .filter((answer) => (pages as readonly string[]).includes(answer.page))
            .map((answer) => answerRow(answer, props))}
        />
      ))}
      <SummaryList
        class="answers"
        card={{ title: own.check.evidence }}
        rows={[{ key: own.check.evidence, value: names(files, view.lang), actions: [change] }]}
      />
      <p class="muted">{own.check.declaration}</p>
      <form method="post" action={paths.rectificationApply("check")}>
        <Button preventDoubleClick>{own.check.submit}</Button>
      </form>
    </Page>
  );
}

function names(files: readonly CaseFile[], lang: Language) {
  if (files.length === 0) return <span class="muted">{rectificationCopy(lang).evidence.none}</span>;
  return (
    <ul class="govuk-list">
      {files.map((file) => (
        <li>
          <bdi>{file.name}</bdi>
        </li>
      ))}
    </ul>
  );
}

function answerRow(
  { page, field, value }: RectificationAnswer,
  { view, unit, organisation }: RectificationCheckProps,
): SummaryRow {
  const shared = disclosureCopy(view.lang);
  const fields = { ...shared.fields, ...rectificationCopy(view.lang).fields };
  const name = field === "name" && organisation ? "organisationName" : field;
  const key = fields[name].short;
  const shown = field === "unit" ? unit : rectificationWords(field, value, view.lang);
  return {
    key,
    value:
      value === "" ? (
        <span class="muted">{shared.check.empty}</span>
      ) : (
        <bdi class="answer typed-text">{shown}</bdi>
      ),
    actions: [
      {
        href: `${paths.rectificationChange(page)}#${field}`,
        text: shared.check.change,
        hidden: key,
      },
    ],
  };
}

/** The word for what was chosen; anything else as it was typed. */
export function rectificationWords(field: string, value: string, lang: Language): string {
  const { choices } = disclosureCopy(lang);
  if (!Object.hasOwn(choices, field)) return value;
  const known: Readonly<Record<string, { label: string }>> = choices[field as keyof typeof choices];
  return known[value]?.label ?? value;
}
