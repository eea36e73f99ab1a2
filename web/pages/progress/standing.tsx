import type { Progress } from "../../../functions/progress/progress.ts";
import { Button, Card, InsetText, SummaryList } from "../../components/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { formatDay, formatReference } from "../../words.ts";

/** Stands for the day until the sentence is made. */
const DAY = "\u0000";

/** A sentence with a day in it that is not torn over two lines. */
function Sentence({ words, day }: { words: (day: string) => string; day: string }) {
  const [before, after] = words(DAY).split(DAY);
  if (after === undefined) return <>{before}</>;
  return (
    <>
      {before}
      <span class="number">{day}</span>
      {after}
    </>
  );
}

export function StateSentence({ progress, lang }: { progress: Progress; lang: Language }) {
  const { state: words } = progressCopy(lang);
  const { state, due, endedOn, overdue, correction, fee } = progress;
  const waited = { correcting: correction?.until, awaiting_payment: fee?.until }[state as string];
  const day = formatDay(endedOn ?? waited ?? due.on, lang);
  return (
    <h1 class="govuk-heading-l">
      <Sentence words={words[overdue ? "overdue" : state]} day={day} />
    </h1>
  );
}

/** What the sentence leaves open. */
export function Lead({ progress, lang }: { progress: Progress; lang: Language }) {
  const { lead } = progressCopy(lang);
  if (progress.state === "correcting") return <Correcting progress={progress} lang={lang} />;
  if (progress.state === "awaiting_payment") return <p class="govuk-body">{lead.awaiting_payment}</p>;
  if (progress.reasons?.open) return <Reasons progress={progress} lang={lang} />;
  if (progress.state === "split") return <p class="govuk-body">{lead.split}</p>;
  if (progress.state === "lapsed") return <p class="govuk-body">{lead.lapsed}</p>;
  if (progress.overdue) return <p class="govuk-body">{lead.overdue}</p>;
  if (progress.state === "withdrawn") return <p class="govuk-body">{lead.withdrawn}</p>;
  if (progress.state !== "submitted") return null;
  return (
    <p class="govuk-body">
      <Sentence words={lead.submitted} day={formatDay(progress.due.on, lang)} />
    </p>
  );
}

function Reasons({ progress, lang }: { progress: Progress; lang: Language }) {
  const { reasons: words } = progressCopy(lang);
  if (progress.reasons === undefined) return null;
  return (
    <>
      <p class="govuk-body">{words.asked(formatDay(progress.reasons.until, lang))}</p>
      <Button href={paths.progressReasons(progress.reference)}>{words.link}</Button>
    </>
  );
}

/** The parts of a request that was split, each with its own progress; and the way back from a part. */
export function PartsCard({ progress, lang }: { progress: Progress; lang: Language }) {
  const words = progressCopy(lang).parts;
  const { parts, parent, reference } = progress;
  if (parent !== undefined)
    return (
      <p class="govuk-body">
        {words.parent}{" "}
        <a class="govuk-link" href={paths.progressPart(reference, parent)}>
          {words.open}
        </a>
      </p>
    );
  if (parts.length === 0) return null;
  return (
    <Card title={words.title}>
      <ul class="links">
        {parts.map((part) => (
          <li>
            <a class="links__link" href={paths.progressPart(reference, part.reference)}>
              <span>
                {part.title} <span class="muted number">{formatReference(part.reference)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The fee that was told: how much, why, how and by when to pay it. */
export function FeeCard({ progress, lang }: { progress: Progress; lang: Language }) {
  const words = progressCopy(lang).fee;
  const { fee } = progress;
  if (fee === undefined) return null;
  return (
    <Card title={words.title}>
      <SummaryList
        rows={[
          { key: words.amount, value: words.yuan(fee.feeYuan) },
          {
            key: words.basis,
            value: (
              <span class="typed-text" lang="zh-Hans">
                {fee.basis}
              </span>
            ),
          },
          ...feeEnd(fee, lang),
        ]}
      />
      {fee.waiver ? null : <p class="muted">{words.restart}</p>}
    </Card>
  );
}

/** How and by when to pay it, or why it need not be paid. */
function feeEnd({ payment, until, paidOn, waiver }: NonNullable<Progress["fee"]>, lang: Language) {
  const words = progressCopy(lang).fee;
  if (waiver)
    return [
      { key: words.until, value: words.waived(formatDay(waiver.on, lang)) },
      { key: words.waiver, value: <span class="typed-text">{waiver.reason}</span> },
    ];
  return [
    { key: words.payment, value: <span class="typed-text">{payment}</span> },
    { key: words.until, value: paidOn ? words.paid(formatDay(paidOn, lang)) : formatDay(until, lang) },
  ];
}

/** What is asked of the applicant, with the one button that leads there. */
function Correcting({ progress, lang }: { progress: Progress; lang: Language }) {
  const { lead, correction: words } = progressCopy(lang);
  const { correction, reference } = progress;
  return (
    <>
      <p class="govuk-body">{lead.correcting}</p>
      {correction ? (
        <InsetText>
          <strong>{words.what}</strong>
          <p class="govuk-body typed-text">{correction.what}</p>
        </InsetText>
      ) : null}
      {correction?.open ? <Button href={paths.progressCorrection(reference)}>{words.link}</Button> : null}
    </>
  );
}
