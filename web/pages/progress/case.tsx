import type { Unit } from "../../../functions/kit/config.ts";
import type { ReceivedLetter } from "../../../functions/letter/letter.applicant.service.ts";
import type { Progress } from "../../../functions/progress/progress.ts";
import type { TimelineItem } from "../../components/index.ts";
import {
  Button,
  ButtonGroup,
  Card,
  Details,
  PrintButton,
  SummaryList,
  Timeline,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatDay, formatDayShort, formatInstant, formatReference } from "../../words.ts";
import { Contact, SentFiles } from "./about.tsx";
import { AnswerCard } from "./answer.tsx";
import { LettersCard } from "./letters.tsx";
import { FeeCard, Lead, PartsCard, StateSentence } from "./standing.tsx";
import { SuggestionCard } from "./suggestion.tsx";
import { Why } from "./why.tsx";

export interface ProgressCaseProps {
  view: View;
  progress: Progress;
  /** Undefined when the unit has left the configuration. */
  unit: Unit | undefined;
  /** What the unit has issued to the applicant. */
  letters: readonly ReceivedLetter[];
  /** Where to apply for review online; undefined while the unit has not said it. */
  onlineReview?: string | undefined;
  /** They have just suggested that the answer be published. */
  suggested?: boolean | undefined;
}

/** How the case stands, what has happened, why its date is its date, the answer, whom to call. */
export function ProgressCasePage(props: ProgressCaseProps) {
  const { view, progress, unit, letters, onlineReview, suggested } = props;
  const { lang } = view;
  const words = progressCopy(lang);
  return (
    <Page view={view} title={words.caseTitle} current="progress" wide phone={unit?.phone}>
      <StateSentence progress={progress} lang={lang} />
      <Lead progress={progress} lang={lang} />
      <div class="columns">
        <div>
          <AnswerCard view={view} progress={progress} onlineReview={onlineReview} />
          <PartsCard progress={progress} lang={lang} />
          <FeeCard progress={progress} lang={lang} />
          <LettersCard letters={letters} lang={lang} />
          <SuggestionCard progress={progress} lang={lang} suggested={suggested === true} />
          <Card title={words.timeline}>
            <Timeline items={timelineOf(progress, lang)} label={words.timeline} />
          </Card>
          <WhyCard view={view} progress={progress} />
        </div>
        <div class="columns__side">
          <About view={view} progress={progress} unit={unit} />
          {unit ? <Contact unit={unit} lang={lang} /> : null}
          <ButtonGroup>
            {progress.withdrawable ? (
              <Button kind="secondary" href={paths.progressWithdraw(progress.reference)}>
                {words.withdraw.link}
              </Button>
            ) : null}
            <PrintButton text={copy(lang).common.print} />
          </ButtonGroup>
          <p class="no-print">
            <a class="govuk-link" href={paths.progress()}>
              {words.another}
            </a>
          </p>
        </div>
      </div>
    </Page>
  );
}

const isOpen = ({ endedOn }: Progress): boolean => endedOn === undefined;

/** What has happened, oldest first, and what is still to come. */
function timelineOf(progress: Progress, lang: Language): TimelineItem[] {
  const words = progressCopy(lang).events;
  const names: Readonly<Record<string, string>> = words;
  const firstAssigned = progress.timeline.findIndex(({ kind }) => kind === "assign");
  const happened = progress.timeline.map(({ kind, at }, place): TimelineItem => {
    const again = kind === "assign" && place > firstAssigned;
    const last = isOpen(progress) && place === progress.timeline.length - 1;
    return {
      title: again ? words.reassign : (names[kind] ?? kind),
      when: formatInstant(at, lang),
      datetime: at,
      state: last ? "current" : "done",
    };
  });
  if (!isOpen(progress)) return happened;
  const { on } = progress.due;
  return [...happened, { title: words.due, when: formatDay(on, lang), datetime: on, state: "future" }];
}

/** In front of everything while the answer is awaited, folded away once it is there. */
function WhyCard({ view, progress }: { view: View; progress: Progress }) {
  const words = progressCopy(view.lang).why;
  if (progress.state === "withdrawn") return null;
  const why = <Why view={view} progress={progress} />;
  if (!isOpen(progress)) return <Details summary={words.titleClosed}>{why}</Details>;
  return <Card title={words.title(formatDayShort(progress.due.on, view.lang))}>{why}</Card>;
}

/** What was handed in: the words and the files, by name and size only. */
function About({ view, progress, unit }: Omit<ProgressCaseProps, "letters">) {
  const words = progressCopy(view.lang);
  const { attachments } = progress;
  return (
    <Card>
      <SummaryList
        rows={[
          { key: words.number, value: <span class="number">{formatReference(progress.reference)}</span> },
          { key: words.request, value: progress.title },
          ...(unit ? [{ key: words.unit, value: unit.name[view.lang] }] : []),
          ...(attachments.length > 0
            ? [{ key: words.attachments, value: <SentFiles files={attachments} /> }]
            : []),
        ]}
      />
    </Card>
  );
}
