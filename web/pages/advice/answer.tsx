import type { OpenRecord, PublicRecord, WithdrawnRecord } from "../../../functions/advice/advice.public.ts";
import { Button, Card, InsetText, SummaryList } from "../../components/index.ts";
import { adviceCopy } from "../../copy/advice.ts";
import { Page } from "../../layout/page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import type { View } from "../../view.ts";
import { dayOf, formatDay } from "../../words.ts";

export interface AdviceAnswerProps {
  view: View;
  record: PublicRecord;
  unitName: string;
  phone?: string | undefined;
}

/** One question as everybody may read it with its reply, or that it was taken back. */
export function AdviceAnswerPage({ view, record, unitName, phone }: AdviceAnswerProps) {
  const own = adviceCopy(view.lang);
  const isOpen = record.state === "public";
  const title = isOpen ? record.content.subject : own.answer.withdrawn.title;
  return (
    <Page view={view} title={title} back={advicePaths.list()} phone={phone}>
      <h1 class="govuk-heading-l" lang={isOpen ? "zh-CN" : undefined}>
        {title}
      </h1>
      {isOpen ? (
        <Whole view={view} record={record} unitName={unitName} />
      ) : (
        <Gone view={view} record={record} />
      )}
      <p class="no-print">
        <a class="govuk-link" href={advicePaths.list()}>
          {own.answer.all}
        </a>
      </p>
      <Button kind="secondary" href={advicePaths.write()}>
        {own.list.write}
      </Button>
    </Page>
  );
}

function Whole({ view, record, unitName }: { view: View; record: OpenRecord; unitName: string }) {
  const words = adviceCopy(view.lang).answer;
  const { content, kind, repliedOn } = record;
  return (
    <>
      <Card title={words[kind]}>
        <p class="govuk-body typed-text" lang="zh-CN">
          {content.question}
        </p>
      </Card>
      <Card title={words.reply}>
        <p class="govuk-body typed-text" lang="zh-CN">
          {content.answer}
        </p>
      </Card>
      <SummaryList
        rows={[
          { key: words.unit, value: unitName },
          { key: words.repliedOn, value: formatDay(repliedOn, view.lang) },
        ]}
      />
      <p class="muted">{words.personal}</p>
    </>
  );
}

function Gone({ view, record }: { view: View; record: WithdrawnRecord }) {
  const words = adviceCopy(view.lang).answer.withdrawn;
  return (
    <InsetText>
      <p>{words.text(formatDay(dayOf(record.withdrawnAt), view.lang))}</p>
      <p>{words.reason(record.reason)}</p>
    </InsetText>
  );
}
