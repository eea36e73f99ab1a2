import type { Closure } from "../../../functions/booking/booking.hours.ts";
import type { DayOutlook } from "../../../functions/booking/booking.outlook.ts";
import type { Ahead } from "../../../functions/booking/booking.release.ts";
import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import type { WeekHours } from "../../../functions/booking/booking.week.ts";
import { bookingCopy } from "../../copy/booking.ts";
import type { Language } from "../../view.ts";
import { dayOf, formatDayShort, formatTime, formatWeekday } from "../../words.ts";

/** "11月27日（周五）" or "Friday 27 November": within a year nobody needs its number. */
export function dayWords(day: string, lang: Language): string {
  const [date, weekday] = [formatDayShort(day, lang), formatWeekday(day, lang)];
  return lang === "zh" ? `${date}（${weekday}）` : `${weekday} ${date}`;
}

/** "11月27日（周五）09:30", on the clock of the hall. */
export const timeWords = ({ day, time }: { day: string; time: string }, lang: Language): string =>
  lang === "zh" ? `${dayWords(day, lang)}${time}` : `${dayWords(day, lang)}, ${time}`;

/** An instant as day and minute in Beijing; with the second, where a turn begins at one. */
export const instantWords = (instant: string, lang: Language, seconds = false): string =>
  timeWords(
    { day: dayOf(instant), time: formatTime(instant) + (seconds ? `:${instant.slice(17, 19)}` : "") },
    lang,
  );

const MONDAY = "2024-01-01";
/** The name of an ISO weekday; the first of January 2024 was a Monday. */
const weekdayWords = (weekday: number, lang: Language): string =>
  formatWeekday(`${MONDAY.slice(0, 8)}${String(weekday).padStart(2, "0")}`, lang);

/** "周一至周五 09:30–13:30、15:30–19:00", one line for each group of days. */
export function hoursWords(rows: readonly WeekHours[], lang: Language): string[] {
  const { weekdays } = bookingCopy(lang).place;
  return rows.map(({ from, to, spans }) => {
    const times = spans.map((span) => `${span.from}–${span.to}`).join(lang === "zh" ? "、" : ", ");
    return `${weekdays(weekdayWords(from, lang), weekdayWords(to, lang))} ${times}`;
  });
}

export function closureWords(closure: Closure, lang: Language): string {
  const { holiday, weekly, announced, unannounced } = bookingCopy(lang).days;
  if (closure.code === "holiday") return holiday(closure.name[lang]);
  if (closure.code === "unannounced") return unannounced;
  return closure.code === "weekly" ? weekly : (closure.note?.[lang] ?? announced);
}

/** The hours in which somebody could come: all day, in the morning, or from when to when. */
export function windowWords({ from, to }: { from: string; to: string }, lang: Language): string {
  const { windows } = bookingCopy(lang).waiting;
  if (from === "00:00") return to === "24:00" ? windows.all : windows.morning;
  return to === "24:00" ? windows.afternoon : `${from}–${to}`;
}

/** When a day opens, and what can be done before. */
function opensWords({ opensAt, ahead }: { opensAt: string; ahead?: Ahead }, lang: Language): string {
  const words = bookingCopy(lang).days;
  const opens = instantWords(opensAt, lang);
  if (ahead === undefined) return words.opens(opens);
  const { now, from } = words.ahead[ahead.by];
  return ahead.now ? now(opens) : from(opens, instantWords(ahead.from, lang));
}

/** How a day stands, as a whole sentence. */
export function outlookWords(outlook: DayOutlook, lang: Language): string {
  const words = bookingCopy(lang).days;
  switch (outlook.state) {
    case "closed":
      return closureWords(outlook.closure, lang);
    case "not_open":
      return opensWords(outlook, lang);
    case "open":
      return outlook.free === undefined ? words.someLong : words.freeLong(outlook.free);
    case "full":
      return words.fullLong;
    case "over":
      return words.overLong;
    case "not_offered":
      return words.notOffered;
    case "past":
      return words.past;
    default:
      return words.unpublished;
  }
}

/** What the rules of a hall mean for the person, one sentence each, before they book. */
export function rulesWords(rules: RuleSet, lang: Language): string[] {
  const words = bookingCopy(lang).rules;
  const penalties = rules.penalties.map(({ counts, per, at, banDays }) =>
    words[counts](words[per], at, banDays),
  );
  return [
    ...(rules.oneLivePer === "none" ? [] : [words.live[rules.oneLivePer]]),
    changeWords(rules.cancelBeforeMinutes, lang),
    ...rules.limits.map(({ of, per, most }) => words[of](words[per], most)),
    ...penalties,
    ...(penalties.length > 0 ? [words.appeal] : []),
  ];
}

/** Only what speaks of moving and cancelling. */
export function changeRulesWords(rules: RuleSet, lang: Language): string[] {
  const words = bookingCopy(lang).rules;
  return rules.penalties
    .filter(({ counts }) => counts === "cancellation")
    .map(({ per, at, banDays }) => words.cancellation(words[per], at, banDays));
}

function changeWords(minutes: number, lang: Language): string {
  const words = bookingCopy(lang).rules;
  if (minutes === 0) return words.changeAnyTime;
  return words.change(minutes % 60 === 0 ? words.hours(minutes / 60) : words.minutes(minutes));
}
