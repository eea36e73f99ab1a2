import type { Answer, Progress } from "../../../functions/progress/progress.ts";
import { Card, Icon, SummaryList } from "../../components/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatBytes, formatDay } from "../../words.ts";
import { basisWords } from "./article.ts";

interface AnswerProps {
  view: View;
  progress: Progress;
  /** Where to apply for review online, as the unit has set it. */
  onlineReview: string | undefined;
}

/** The answer as the unit gave it, its files, and what can be done against it. */
export function AnswerCard({ view, progress, onlineReview }: AnswerProps) {
  const { answer } = progress;
  if (answer === undefined) return null;
  const { lang } = view;
  const words = progressCopy(lang).answer;
  const basis = basisWords(answer.outcome?.articles ?? [], lang);
  return (
    <Card title={words.title} id="answer">
      <SummaryList
        rows={[
          ...(answer.outcome ? [{ key: words.outcome, value: answer.outcome.label[lang] }] : []),
          ...(basis ? [{ key: words.basis, value: basis }] : []),
          { key: words.on, value: formatDay(answer.on, lang) },
          ...(answer.pointer
            ? [{ key: words.pointer, value: <span class="typed-text">{answer.pointer}</span> }]
            : []),
        ]}
      />
      {answer.reply === "" ? <p class="govuk-body">{words.lapsed}</p> : null}
      {paragraphs(answer.reply).map((paragraph) => (
        <p class="govuk-body">{lines(paragraph)}</p>
      ))}
      <Files view={view} progress={progress} files={answer.files} />
      <Remedy answer={answer} onlineReview={onlineReview} lang={lang} />
    </Card>
  );
}

const paragraphs = (text: string): string[] =>
  text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");

/** The unit's own line breaks stay. */
const lines = (paragraph: string) =>
  paragraph.split("\n").map((line, place) => (
    <>
      {place > 0 ? <br /> : null}
      {line}
    </>
  ));

function Files({ view, progress, files }: { view: View; progress: Progress; files: Answer["files"] }) {
  if (files.length === 0) return null;
  const words = progressCopy(view.lang).answer;
  return (
    <>
      <h3 class="govuk-heading-s">{words.files}</h3>
      <ul class="links">
        {files.map((file) => (
          <li>
            <a class="links__link" href={paths.progressFile(progress.reference, file.id)}>
              <span>
                {file.name} <span class="muted number">{formatBytes(file.sizeBytes)}</span>
              </span>
              <Icon name="download" />
            </a>
          </li>
        ))}
      </ul>
      <p class="muted no-print">{words.wechat}</p>
    </>
  );
}

interface RemedyProps extends Pick<AnswerProps, "onlineReview"> {
  answer: Answer;
  lang: Language;
}

/** From the outcome and the law, never free text. */
function Remedy({ answer: { remedy }, onlineReview, lang }: RemedyProps) {
  if (remedy === undefined) return null;
  const words = progressCopy(lang).remedy;
  const until = formatDay(remedy.reviewUntil, lang);
  const first =
    remedy.suitUntil === undefined
      ? words.reviewFirst(remedy.reviewDays, until, remedy.suitDaysAfterReview)
      : words.reviewOrSuit(remedy.reviewDays, until, remedy.suitMonths, formatDay(remedy.suitUntil, lang));
  return (
    <>
      <h3 class="govuk-heading-s">{words.title}</h3>
      <p class="govuk-body">{first}</p>
      {remedy.path === "review_first_for_withheld" ? <p class="govuk-body">{words.partly}</p> : null}
      {remedy.needsOnlineChannel ? <OnlineReview told={onlineReview} lang={lang} /> : null}
      {remedy.provisional ? <p class="muted">{words.provisional}</p> : null}
    </>
  );
}

/** Where to apply for review online (复议法 22): an address, or the name of what to look for, as the unit has set it. */
export function OnlineReview({ told, lang }: { told: string | undefined; lang: Language }) {
  const words = progressCopy(lang).remedy;
  if (told === undefined) return <p class="govuk-body">{words.online}</p>;
  const isAddress = /^https:\/\/\S+$/.test(told);
  return (
    <p class="govuk-body">
      {words.onlineAt}
      {isAddress ? (
        <a class="govuk-link" href={told} rel="noreferrer">
          {told}
        </a>
      ) : (
        told
      )}
    </p>
  );
}
