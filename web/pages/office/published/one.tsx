import type { PublishedAct, PublishedAnswer } from "../../../../functions/published/published.ts";
import type { FieldErrors, ShownErrors } from "../../../components/index.ts";
import {
  Button,
  Card,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  SummaryList,
  showErrors,
  Tag,
  Textarea,
  WarningText,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { publishedCopy } from "../../../copy/published.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatDay, formatInstant } from "../../../words.ts";
import { GazetteFiles } from "../../gazette/files.tsx";
import { WayBack } from "../way-back.tsx";
import { FileTicks, fileLabels } from "./files.tsx";

export interface OfficePublishedProps {
  view: View;
  person: { name: string; unit: string };
  answer: PublishedAnswer;
  outcome: string;
  acts: readonly PublishedAct[];
  /** The reader wrote it and is a reviewer, who would publish it but for that. */
  own: boolean;
  done?: string | undefined;
  /** An act that was refused: which one, and what was typed. */
  refused?: { readonly act: string; readonly reason: string; readonly errors: FieldErrors } | undefined;
  problem?: "changed" | "wrongState" | undefined;
}

export function OfficePublishedPage(props: OfficePublishedProps) {
  const { view, person, answer, acts, refused, problem } = props;
  const { common } = copy(view.lang);
  const words = publishedCopy(view.lang);
  const { office } = words;
  const shown = showErrors(refused?.errors ?? [], {
    copy: copy(view.lang),
    labels: { ...office.fields, ...fileLabels(answer.files ?? []) },
    sentences: words.errors,
  });
  const done = Object.entries(office.done).find(([name]) => name === props.done)?.[1];
  const { content } = answer;
  return (
    <OfficePage
      view={view}
      title={content.subject}
      person={person}
      current="published"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officePublishedList()} text={office.back} />}
    >
      {shown.any ? (
        <ErrorSummary
          title={common.errorTitle}
          errors={shown.summary.map(({ text, href }) => ({
            text,
            href: href === "#reason" ? `#reason-${refused?.act}` : href,
          }))}
        />
      ) : null}
      {problem ? <NotificationBanner title={common.important} role="alert" text={office[problem]} /> : null}
      {done ? <NotificationBanner title={common.success} kind="success" text={done} /> : null}
      <h1 class="govuk-heading-l">{content.subject}</h1>
      <p>
        <Tag>{office.states[answer.state]}</Tag>
      </p>
      {answer.reason ? (
        <InsetText>
          {answer.state === "withdrawn" ? office.withdrawnFor(answer.reason) : office.returned(answer.reason)}
        </InsetText>
      ) : null}
      <SummaryList
        rows={[
          { key: words.public.outcome, value: props.outcome },
          { key: words.public.answeredOn, value: formatDay(answer.answeredOn, view.lang) },
          {
            key: office.states[answer.state],
            value: office.by(answer.author.name, formatInstant(answer.changedAt, view.lang)),
          },
        ]}
      />
      <Card title={words.public.question}>
        <p class="govuk-body typed-text">{content.question}</p>
      </Card>
      <Card title={words.public.answer}>
        <p class="govuk-body typed-text">{content.answer}</p>
      </Card>
      {acts.includes("publish") || answer.files === undefined || answer.files.length === 0 ? null : (
        <Card title={office.files.title}>
          <GazetteFiles
            files={answer.files}
            hrefOf={(file) => paths.officeCaseFile(answer.reference, file.id)}
          />
        </Card>
      )}
      {acts.includes("publish") ? <WarningText prefix={common.warning}>{office.checks}</WarningText> : null}
      {props.own ? <InsetText>{office.own}</InsetText> : null}
      <div class="gazette-acts">
        {acts.map((act) => (
          <Act {...props} {...{ act, shown }} error={refused?.act === act ? shown.at("reason") : undefined} />
        ))}
      </div>
      <p>
        <a class="govuk-link" href={paths.officeCase(answer.reference)}>
          {office.toCase}
        </a>
      </p>
      {answer.state === "published" ? (
        <p>
          <a class="govuk-link" href={paths.publishedAnswer(answer.id)}>
            {office.see}
          </a>
        </p>
      ) : null}
    </OfficePage>
  );
}

type ActProps = OfficePublishedProps & {
  act: PublishedAct;
  shown: ShownErrors;
  error: { text: string; prefix: string } | undefined;
};

function Act({ view, answer, act, shown, error, refused }: ActProps) {
  const { office } = publishedCopy(view.lang);
  if (act === "write")
    return (
      <p>
        <Button kind="secondary" href={paths.officePublishedOf(answer.reference)}>
          {office.rewrite}
        </Button>
      </p>
    );
  const reasoned = act === "return" || act === "withdraw";
  return (
    <form method="post" action={paths.officePublishedAct(answer.id, act)} class="act__form" novalidate>
      <input type="hidden" name="version" value={String(answer.version)} />
      {reasoned ? (
        <Textarea
          name="reason"
          id={`reason-${act}`}
          label={`${office.acts[act]}：${office.fields.reason}`}
          hint={act === "return" ? office.hints.returnReason : office.hints.withdrawReason}
          rows={2}
          value={refused?.act === act ? refused.reason : undefined}
          error={error}
        />
      ) : null}
      {act === "publish" ? (
        <FileTicks
          {...{ view, shown }}
          step="publish"
          reference={answer.reference}
          files={answer.files ?? []}
          values={[]}
          errors={refused?.act === act ? refused.errors : []}
        />
      ) : null}
      <Button kind={reasoned ? "secondary" : undefined} preventDoubleClick>
        {office.acts[act]}
      </Button>
    </form>
  );
}
