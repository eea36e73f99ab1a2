import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { PublicAnswer, WithdrawnAnswer } from "../../../functions/published/published.ts";
import { Card, InsetText, SummaryList } from "../../components/index.ts";
import { publishedCopy } from "../../copy/published.ts";
import { Page } from "../../layout/page.tsx";
import { publishedFilePath } from "../../paths.published.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { dayOf, formatDay } from "../../words.ts";
import { GazetteFiles } from "../gazette/files.tsx";

export interface PublishedAnswerProps {
  view: View;
  answer: PublicAnswer | WithdrawnAnswer;
  unitName: string;
  /** In words. */
  outcome: string;
  phone?: string | undefined;
}

/** One answer as everybody may read it, or that it was taken back. */
export function PublishedAnswerPage(props: PublishedAnswerProps) {
  const { view, answer } = props;
  const words = publishedCopy(view.lang).public;
  const title = answer.state === "published" ? answer.content.subject : words.withdrawn.title;
  return (
    <Page view={view} title={title} back={paths.publishedAnswers()} phone={props.phone}>
      <h1 class="govuk-heading-l" lang={answer.state === "published" ? "zh-CN" : undefined}>
        {title}
      </h1>
      {answer.state === "published" ? (
        <Whole {...props} answer={answer} />
      ) : (
        <Gone view={view} answer={answer} />
      )}
      <p class="no-print">
        <a class="govuk-link" href={paths.publishedAnswers()}>
          {words.all}
        </a>
      </p>
    </Page>
  );
}

function Whole({ view, answer, unitName, outcome }: PublishedAnswerProps & { answer: PublicAnswer }) {
  const words = publishedCopy(view.lang).public;
  const { content, files, answeredOn, publishedAt } = answer;
  return (
    <>
      <SummaryList
        rows={[
          { key: words.unit, value: unitName },
          { key: words.outcome, value: outcome },
          { key: words.answeredOn, value: formatDay(answeredOn, view.lang) },
          { key: words.publishedOn, value: formatDay(dayOf(publishedAt ?? answer.changedAt), view.lang) },
        ]}
      />
      <Card title={words.question}>
        <p class="govuk-body typed-text" lang="zh-CN">
          {content.question}
        </p>
      </Card>
      <Card title={words.answer}>
        <p class="govuk-body typed-text" lang="zh-CN">
          {content.answer}
        </p>
      </Card>
      {files.length === 0 ? null : (
        <Card title={words.files}>
          <GazetteFiles
            files={files}
            hrefOf={(file) => publishedFilePath(answer.id, file.id)}
            facts={hashOf}
          />
        </Card>
      )}
      <p class="muted">{words.personal}</p>
    </>
  );
}

/** By which whoever has the file can tell that it is this one. */
const hashOf = ({ sha256 }: CaseFile) => <span class="typed-text">SHA-256 {sha256}</span>;

function Gone({ view, answer }: { view: View; answer: WithdrawnAnswer }) {
  const words = publishedCopy(view.lang).public.withdrawn;
  return (
    <InsetText>
      <p>{words.text(formatDay(dayOf(answer.changedAt), view.lang))}</p>
      {answer.reason === undefined ? null : <p>{words.reason(answer.reason)}</p>}
    </InsetText>
  );
}
