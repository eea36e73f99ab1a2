/** From what the services know to what the API answers. */
import type { CountedDay } from "../calendar/calendar.ts";
import type { Progress } from "../progress/progress.ts";
import type { PublicCase } from "./disclosure.api.shapes.ts";
import type { CaseFile } from "./disclosure.case.ts";
import type { DueDate } from "./disclosure.clock.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { Outcome, OutcomeCode } from "./disclosure.outcome.ts";

/** Why a day counts or not, in words. */
export function reasonWords({ reason }: CountedDay): { zh: string; en: string } {
  switch (reason.code) {
    case "first_day":
      return { zh: "起算之日，不计入", en: "the first day, from which the count starts" };
    case "working":
      return { zh: "工作日", en: "working day" };
    case "weekend":
      return { zh: "周末", en: "weekend" };
    case "holiday":
      return { ...reason.name };
    case "make_up":
      return { zh: `${reason.name.zh}调休上班`, en: `worked for ${reason.name.en}` };
    case "excluded":
      return { zh: "依法不计入期限", en: "not counted by law" };
  }
}

export const dueView = (due: DueDate, days: readonly CountedDay[]): PublicCase["due"] => ({
  on: due.on,
  from: due.from,
  startedOn: due.startedOn,
  limitWorkingDays: due.limitWorkingDays,
  provisional: due.provisional,
  days: days.map((each) => ({
    day: each.day,
    counted: each.counted,
    code: each.reason.code,
    reason: reasonWords(each),
  })),
});

export const fileView = ({ id, name, kind, sizeBytes, sha256 }: CaseFile) => ({
  id,
  name,
  kind,
  sizeBytes,
  sha256,
});

export const outcomeView = (outcome: Outcome) => ({
  code: outcome.code as OutcomeCode,
  row: outcome.row,
  label: { ...outcome.label },
  articles: [...outcome.articles],
  effect: outcome.effect,
  remedy: outcome.remedy,
  needsReasons: outcome.needsReasons,
  filesAllowed: outcome.filesAllowed,
});

/** `codes`: the query codes of its parts, by their numbers, for who has shown the code of the whole. */
export function publicCaseView(progress: Progress, codes: Readonly<Record<string, string>> = {}): PublicCase {
  const { reference, unit, title, state, submittedAt, answer } = progress;
  return {
    reference,
    unit,
    title,
    state,
    // Of the state that may be seen: which of the inner steps a case is at is the office's own matter.
    step: disclosureFlow.states[state].step,
    submittedAt,
    timeline: progress.timeline.map(({ kind, at }) => ({ kind, at })),
    due: dueView(progress.due, progress.days),
    endedOn: progress.endedOn ?? null,
    attachments: progress.attachments.map(fileView),
    answer: answer === undefined ? null : answerView(answer),
    withdrawable: progress.withdrawable,
    parent: progress.parent ?? null,
    parts: progress.parts.map((part) => ({ ...part, queryCode: codes[part.reference] ?? null })),
    correction: correctionView(progress.correction),
    extension: progress.extension === undefined ? null : { ...progress.extension },
    overdue: progress.overdue,
  };
}

const correctionView = (correction: Progress["correction"]): PublicCase["correction"] =>
  correction === undefined ? null : { ...correction, madeOn: correction.madeOn ?? null };

const answerView = (answer: NonNullable<Progress["answer"]>): NonNullable<PublicCase["answer"]> => ({
  on: answer.on,
  delivery: answer.delivery,
  outcome: answer.outcome === undefined ? null : outcomeView(answer.outcome),
  reply: answer.reply,
  pointer: answer.pointer ?? null,
  files: answer.files.map(fileView),
  remedy: answer.remedy === undefined ? null : { ...answer.remedy },
});
