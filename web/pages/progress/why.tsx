import type { CountedDay } from "../../../functions/calendar/calendar.ts";
import type { Progress } from "../../../functions/progress/progress.ts";
import type { CalendarDay } from "../../components/index.ts";
import { Calendar } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import type { Language, View } from "../../view.ts";
import { formatDay, formatDayShort, formatMonth, formatWeekday } from "../../words.ts";

/** Why the due date is what it is: the rule in words, then every day with its number or its reason. */
export function Why({ view, progress }: { view: View; progress: Progress }) {
  const { lang } = view;
  const words = progressCopy(lang).why;
  const { due, extension, delay } = progress;
  const explain = words.from[due.from];
  return (
    <>
      <p class="govuk-body">{explain(formatDay(due.startedOn, lang), due.limitWorkingDays)}</p>
      {extension ? (
        <p class="govuk-body">
          {words.extended(extension.workingDays, formatDay(extension.on, lang), extension.reason)}
        </p>
      ) : null}
      {delay ? <p class="govuk-body">{words.delayed(formatDay(delay.until, lang), delay.reason)}</p> : null}
      <CountedDays {...progress} lang={lang} />
    </>
  );
}

export type CountedDaysProps = Pick<Progress, "due" | "days"> & { lang: Language };

/** The days themselves, for the applicant and the office alike. */
export function CountedDays({ due, days, lang }: CountedDaysProps) {
  const words = progressCopy(lang).why;
  const skipped = summaryOf(days, lang);
  const sentences = new Map(days.map((day) => [day.day, sentenceOf(day, due.on, lang)]));
  return (
    <>
      {due.provisional ? <p class="govuk-body">{words.provisional}</p> : null}
      {skipped ? <p class="govuk-body">{skipped}</p> : null}
      <Calendar
        days={days.map((day) => cellOf(day, due, lang))}
        words={{
          weekdays: copy(lang).common.weekdays,
          month: (day) => formatMonth(day, lang),
          day: ({ day }: CalendarDay) => sentences.get(day) ?? "",
        }}
      />
      <p class="muted">{words.legend}</p>
    </>
  );
}

/** Two to four characters fit into a cell; the whole sentence is read out. */
function cellOf({ day, counted, reason }: CountedDay, due: Progress["due"], lang: Language): CalendarDay {
  const words = progressCopy(lang).why;
  if (reason.code === "first_day") return { day, kind: "start", reason: words.firstDay[due.from] };
  if (counted === null) return { day, kind: excludedKind(reason), reason: reasonWords(reason, lang) };
  const number = counted;
  const kind = day === due.on ? "due" : "counted";
  return reason.code === "make_up"
    ? { day, kind, number, reason: words.makeUpShort(number) }
    : { day, kind, number };
}

const excludedKind = (reason: CountedDay["reason"]) => (reason.code === "excluded" ? "paused" : "excluded");

function reasonWords(reason: CountedDay["reason"], lang: Language): string {
  const words = progressCopy(lang).why;
  switch (reason.code) {
    case "holiday":
      return words.holiday(reason.name[lang]);
    case "make_up":
      return words.makeUp(reason.name[lang]);
    case "excluded":
      return words.pausedReasons[reason.reason] ?? words.paused;
    default:
      return words.weekend;
  }
}

function sentenceOf({ day, counted, reason }: CountedDay, dueOn: string, lang: Language): string {
  const words = progressCopy(lang).why;
  const gap = lang === "zh" ? "，" : ", ";
  const name = `${formatDayShort(day, lang)}${gap}${formatWeekday(day, lang)}`;
  if (reason.code === "first_day") return words.dayFirst(name);
  if (counted === null) return words.dayExcluded(name, reasonWords(reason, lang));
  if (day === dueOn) return words.dayDue(name, counted);
  return reason.code === "make_up"
    ? words.dayMakeUp(name, counted, reason.name[lang])
    : words.dayCounted(name, counted);
}

/** "其间有 14 天不计入：周末 7 天、春节 7 天。" Undefined when every day counts. */
function summaryOf(days: readonly CountedDay[], lang: Language): string | undefined {
  const words = progressCopy(lang).why;
  const counts = new Map<string, number>();
  for (const { counted, reason } of days) {
    if (counted !== null || reason.code === "first_day") continue;
    const name = reasonWords(reason, lang);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const excluded = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...counts].map(([reason, count]) => words.days(reason, count)).join(words.join);
  return words.summary(excluded, reasons);
}
