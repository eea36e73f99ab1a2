import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { Answer } from "../../../functions/disclosure/disclosure.ts";
import type { SummaryRow } from "../../components/index.ts";
import { Button, StepsProgress, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface CheckProps {
  view: View;
  step: { at: number; of: number };
  answers: readonly Answer[];
  files: readonly CaseFile[];
  /** The name of the unit addressed. */
  unit: string;
  organisation: boolean;
  back: string;
}

/** Which pages stand together under one heading. */
const parts = [
  { title: "applicant", pages: ["applicant", "name", "organisation", "identity"] },
  { title: "information", pages: ["unit", "information"] },
  { title: "delivery", pages: ["delivery", "contact", "address"] },
] as const;

export function CheckPage(props: CheckProps) {
  const { view, step, answers, files } = props;
  const words = copy(view.lang);
  const { check } = disclosureCopy(view.lang);
  const email = answers.find((answer) => answer.field === "email")?.value;
  return (
    <Page view={view} title={`${check.title} - ${disclosureCopy(view.lang).title}`} back={props.back} task>
      <StepsProgress {...step} text={words.common.step(step.at, step.of)} />
      <h1 class="govuk-heading-l">{check.title}</h1>
      {parts.map(({ title, pages }) => (
        <SummaryList
          class="answers"
          card={{ title: check[title] }}
          rows={answers
            .filter((answer) => (pages as readonly string[]).includes(answer.page))
            .map((answer) => answerRow(answer, props))}
        />
      ))}
      <SummaryList class="answers" card={{ title: check.attachments }} rows={[filesRow(view, files)]} />
      <p>{email ? check.noticeEmail : check.noticeNone}</p>
      <p class="muted">{check.declaration}</p>
      <form method="post" action={paths.disclosureApply("check")}>
        <Button preventDoubleClick>{check.submit}</Button>
      </form>
    </Page>
  );
}

function answerRow(answer: Answer, { view, unit, organisation }: CheckProps): SummaryRow {
  const { fields, check } = disclosureCopy(view.lang);
  const name = answer.field === "name" && organisation ? "organisationName" : answer.field;
  const key = fields[name].short;
  const change = {
    href: `${paths.disclosureChange(answer.page)}#${answer.field}`,
    text: check.change,
    hidden: key,
  };
  const empty = answer.value === "";
  const value = answer.field === "unit" ? unit : answerWords(answer, view);
  return {
    key,
    value: empty ? <span class="muted">{check.empty}</span> : <bdi class="answer">{value}</bdi>,
    actions: [change],
  };
}

function answerWords({ field, value }: Answer, view: View): string {
  const { choices } = disclosureCopy(view.lang);
  if (!(field in choices)) return value;
  const known: Readonly<Record<string, { label: string }>> = choices[field as keyof typeof choices];
  return known[value]?.label ?? value;
}

function filesRow(view: View, files: readonly CaseFile[]): SummaryRow {
  const { attachments, check } = disclosureCopy(view.lang);
  const names = files.map((file) => (
    <li>
      <bdi>{file.name}</bdi>
    </li>
  ));
  const value =
    files.length > 0 ? <ul class="govuk-list">{names}</ul> : <span class="muted">{check.noAttachments}</span>;
  const change = {
    href: paths.disclosureApply("attachments"),
    text: check.change,
    hidden: check.attachments,
  };
  return {
    key: files.length > 0 ? attachments.list(files.length) : check.attachments,
    value,
    actions: [change],
  };
}
