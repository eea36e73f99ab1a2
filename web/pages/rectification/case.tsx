import type { Unit } from "../../../functions/kit/config.ts";
import type { ReceivedLetter } from "../../../functions/letter/letter.applicant.service.ts";
import type { RectificationProgress } from "../../../functions/rectification/rectification.progress.ts";
import { Button, ButtonGroup, Card, PrintButton, SummaryList, Timeline } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";
import { Contact, SentFiles } from "../progress/about.tsx";
import { OnlineReview } from "../progress/answer.tsx";
import { LettersCard } from "../progress/letters.tsx";

export interface RectificationCaseProps {
  view: View;
  progress: RectificationProgress;
  /** Undefined when the unit has left the configuration. */
  unit: Unit | undefined;
  letters: readonly ReceivedLetter[];
  /** Where the unit says that reviews are applied for online. */
  onlineReview?: string | undefined;
}

/** How it stands, the answer, what has happened, whom to call. */
export function RectificationCasePage(props: RectificationCaseProps) {
  const { view, progress, unit, letters, onlineReview } = props;
  const { lang } = view;
  const words = rectificationCopy(lang).progress;
  return (
    <Page view={view} title={words.title} current="progress" wide phone={unit?.phone}>
      <h1 class="govuk-heading-l">{words.state[progress.state]}</h1>
      {progress.endedOn === undefined ? <Lead progress={progress} lang={lang} /> : null}
      <div class="columns">
        <div>
          <AnswerCard progress={progress} onlineReview={onlineReview} lang={lang} />
          <LettersCard letters={letters} lang={lang} />
          <Card title={words.timeline}>
            <Timeline
              label={words.timeline}
              items={progress.timeline.map(({ kind, at }, place) => ({
                title: (words.events as Readonly<Record<string, string>>)[kind] ?? kind,
                when: formatInstant(at, lang),
                datetime: at,
                state:
                  progress.endedOn === undefined && place === progress.timeline.length - 1
                    ? "current"
                    : "done",
              }))}
            />
          </Card>
        </div>
        <div class="columns__side">
          <About progress={progress} unit={unit} lang={lang} />
          {unit ? <Contact unit={unit} lang={lang} /> : null}
          <ButtonGroup>
            {progress.withdrawable ? (
              <Button kind="secondary" href={paths.rectificationWithdraw(progress.reference)}>
                {words.withdraw.link}
              </Button>
            ) : null}
            <PrintButton text={copy(lang).common.print} />
          </ButtonGroup>
          <p class="no-print">
            <a class="govuk-link" href={paths.progress()}>
              {progressCopy(lang).another}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

function Lead({ progress, lang }: { progress: RectificationProgress; lang: Language }) {
  const words = rectificationCopy(lang).progress;
  const day = formatDay(progress.due.on, lang);
  return (
    <>
      <p class="lead">{progress.overdue ? words.overdue(day) : words.due(day)}</p>
      <p class="muted">{words.own}</p>
    </>
  );
}

type AnswerProps = Pick<RectificationCaseProps, "progress" | "onlineReview"> & { lang: Language };

function AnswerCard({ progress: { answer }, onlineReview, lang }: AnswerProps) {
  if (answer === undefined) return null;
  const { progress: words, outcomes } = rectificationCopy(lang);
  const organ = answer.outcome === "forwarded" ? words.organ.forwarded : words.organ.directed;
  return (
    <Card title={words.answer} id="answer">
      <SummaryList
        rows={[
          { key: words.outcome, value: outcomes[answer.outcome] },
          { key: words.on, value: formatDay(answer.on, lang) },
          ...(answer.organ ? [{ key: organ, value: <span class="typed-text">{answer.organ}</span> }] : []),
          { key: words.reply, value: <div class="typed-text">{answer.reply}</div> },
        ]}
      />
      <h3 class="govuk-heading-s">{words.remedyTitle}</h3>
      <p class="govuk-body">
        {words.remedy(formatDay(answer.reviewUntil, lang), formatDay(answer.suitUntil, lang))}
      </p>
      <OnlineReview told={onlineReview} lang={lang} />
    </Card>
  );
}

function About({
  progress,
  unit,
  lang,
}: Pick<RectificationCaseProps, "progress" | "unit"> & { lang: Language }) {
  const words = progressCopy(lang);
  const own = rectificationCopy(lang);
  return (
    <Card>
      <SummaryList
        rows={[
          { key: words.number, value: <span class="number">{formatReference(progress.reference)}</span> },
          { key: own.fields.record.short, value: progress.title },
          ...(unit ? [{ key: words.unit, value: unit.name[lang] }] : []),
          ...(progress.attachments.length > 0
            ? [{ key: own.check.evidence, value: <SentFiles files={progress.attachments} /> }]
            : []),
        ]}
      />
    </Card>
  );
}

export interface RectificationWithdrawProps {
  view: View;
  progress: RectificationProgress;
  /** Marks this one act; absent when it is too late. */
  token?: string | undefined;
}

export function RectificationWithdrawPage({ view, progress, token }: RectificationWithdrawProps) {
  const words = rectificationCopy(view.lang).progress.withdraw;
  const back = paths.progressCase(progress.reference);
  return (
    <Page view={view} title={words.title} back={back} current="progress">
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{token === undefined ? words.over : words.text}</p>
      {token === undefined ? (
        <Button href={back}>{words.keep}</Button>
      ) : (
        <form method="post" action={paths.rectificationWithdraw(progress.reference)}>
          <input type="hidden" name="token" value={token} />
          <ButtonGroup>
            <Button kind="warning" preventDoubleClick>
              {words.button}
            </Button>
            <a class="govuk-link" href={back}>
              {words.keep}
            </a>
          </ButtonGroup>
        </form>
      )}
    </Page>
  );
}
