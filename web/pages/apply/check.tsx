import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { Content, SummaryRow } from "../../components/index.ts";
import { Button, StepsProgress, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import type { Language } from "../../view.ts";
import type { StepFrame } from "./question.tsx";

/** One answer as it was typed, and the page where it can be changed. */
interface Answered {
  page: string;
  field: string;
  value: string;
}

/** What check-your-answers is given, whatever form it closes. */
export interface CheckStepProps<Answer extends Answered> extends StepFrame {
  answers: readonly Answer[];
  files: readonly CaseFile[];
  /** The name of the unit addressed. */
  unit: string;
  organisation: boolean;
}

export interface CheckFrameProps<Answer extends Answered> extends CheckStepProps<Answer> {
  /** What the whole form is called. */
  form: string;
  title: string;
  submit: string;
  /** Which pages stand together under one heading. */
  parts: readonly { title: string; pages: readonly string[] }[];
  /** What the fields are called. */
  names: Readonly<Record<string, { short: string }>>;
  filesRow: { key: string; none: string; hidden: string; title: string };
  at: { apply: (step: string) => string; change: (page: string) => string; files: string };
  /** What is said before the button. */
  children?: Content;
}

export function CheckFrame<Answer extends Answered>(props: CheckFrameProps<Answer>) {
  const { view, step, answers, filesRow: row, at } = props;
  const { common } = copy(view.lang);
  const { check } = disclosureCopy(view.lang);
  const change = { href: at.apply(at.files), text: check.change, hidden: row.hidden };
  return (
    <Page view={view} title={`${props.title} - ${props.form}`} back={props.back} task>
      <StepsProgress {...step} text={common.step(step.at, step.of)} />
      <h1 class="govuk-heading-l">{props.title}</h1>
      {props.parts.map(({ title, pages }) => (
        <SummaryList
          class="answers"
          card={{ title }}
          rows={answers.filter(({ page }) => pages.includes(page)).map((answer) => answerRow(answer, props))}
        />
      ))}
      <SummaryList
        class="answers"
        card={{ title: row.title }}
        rows={[{ key: row.key, value: <FileNames files={props.files} none={row.none} />, actions: [change] }]}
      />
      {props.children}
      <form method="post" action={at.apply("check")}>
        <Button preventDoubleClick>{props.submit}</Button>
      </form>
    </Page>
  );
}

function FileNames({ files, none }: { files: readonly CaseFile[]; none: string }) {
  if (files.length === 0) return <span class="muted">{none}</span>;
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

function answerRow<Answer extends Answered>(
  { page, field, value }: Answer,
  { view, unit, organisation, names, at }: CheckFrameProps<Answer>,
): SummaryRow {
  const { check } = disclosureCopy(view.lang);
  const name = field === "name" && organisation ? "organisationName" : field;
  const key = names[name]?.short ?? name;
  const shown = field === "unit" ? unit : answerWords(field, value, view.lang);
  return {
    key,
    value: value === "" ? <span class="muted">{check.empty}</span> : <bdi class="answer">{shown}</bdi>,
    actions: [{ href: `${at.change(page)}#${field}`, text: check.change, hidden: key }],
  };
}

/** The word for what was chosen; anything else as it was typed. */
export function answerWords(field: string, value: string, lang: Language): string {
  const { choices } = disclosureCopy(lang);
  if (!Object.hasOwn(choices, field)) return value;
  const known: Readonly<Record<string, { label: string }>> = choices[field as keyof typeof choices];
  return known[value]?.label ?? value;
}
