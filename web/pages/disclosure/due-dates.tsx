import type { DueDates, ReceivedError } from "../../../functions/disclosure/disclosure.due.ts";
import { Button, Card, DateInput, Details, ErrorSummary, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { CountedDays } from "../progress/why.tsx";

export interface DueDatesProps {
  view: View;
  boxes: { year: string; month: string; day: string };
  error: ReceivedError | undefined;
  /** Absent while the day is no day. */
  dates: DueDates | undefined;
}

/** By when a request is answered that is received on a day, with every day that is counted or not, and why. */
export function DueDatesPage({ view, boxes, error, dates }: DueDatesProps) {
  const { lang } = view;
  const { common } = copy(lang);
  const disclosure = disclosureCopy(lang);
  const words = disclosure.dueDates;
  const sentence = error && words.errors[error];
  const parts = [
    { name: "year", label: common.year, value: boxes.year, width: 4 as const },
    { name: "month", label: common.month, value: boxes.month, width: 2 as const },
    { name: "day", label: common.day, value: boxes.day, width: 2 as const },
  ];
  const ordered = lang === "zh" ? parts : parts.toReversed();
  return (
    <Page view={view} title={words.title} back={paths.disclosure()} error={Boolean(error)}>
      {sentence ? (
        <ErrorSummary
          title={common.errorTitle}
          errors={[{ text: sentence, href: `#received-${ordered[0]?.name}` }]}
        />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form method="get" action={paths.disclosureDueDates()} class="card" novalidate>
        <DateInput
          id="received"
          namePrefix="received"
          legend={{ text: words.received, size: "m" }}
          hint={words.hint}
          parts={ordered}
          error={sentence ? { text: sentence, prefix: common.errorPrefix } : undefined}
        />
        <Button kind={dates ? "secondary" : "primary"}>{words.button}</Button>
      </form>
      {dates ? <Dates view={view} dates={dates} /> : null}
      <Details summary={words.receipt.title}>
        <SummaryList rows={words.receipt.rules.map(([key, value]) => ({ key, value }))} />
      </Details>
    </Page>
  );
}

function Dates({ view: { lang }, dates }: { view: View; dates: DueDates }) {
  const words = disclosureCopy(lang).dueDates;
  const { due, extended, correctionNoticeBy } = dates;
  const day = (on: string, provisional: boolean) =>
    provisional ? words.provisional(formatDay(on, lang)) : formatDay(on, lang);
  return (
    <>
      <Card title={words.result(formatDay(dates.received, lang))}>
        <SummaryList
          rows={[
            { key: words.due, value: <strong>{day(due.on, due.provisional)}</strong> },
            { key: words.latest, value: day(extended.on, extended.provisional) },
            { key: words.correction, value: formatDay(correctionNoticeBy, lang) },
          ]}
        />
        <p class="muted">{words.rule(due.limitWorkingDays)}</p>
      </Card>
      <Card title={words.why}>
        <CountedDays due={due} days={due.days} lang={lang} />
      </Card>
      <Details summary={words.whyExtended}>
        <CountedDays due={extended} days={extended.days} lang={lang} />
      </Details>
    </>
  );
}
