/** Hours, counters and days of a hall as people say them. */
import type { Place } from "../../../../functions/booking/booking.hall.ts";
import type { Exception } from "../../../../functions/booking/booking.hours.ts";
import { hallCopy } from "../../../copy/office-hall.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";

export const listText = (items: readonly string[], lang: Language): string =>
  items.join(lang === "zh" ? "、" : ", ");

/** `9:30–12:00、14:00–18:00`. */
export const spansText = (
  spans: readonly { readonly from: string; readonly to: string }[],
  lang: Language,
): string =>
  listText(
    spans.map(({ from, to }) => `${from}–${to}`),
    lang,
  );

export function weekdaysText(days: readonly number[], lang: Language): string {
  const { weekday } = hallCopy(lang).hours;
  return listText(
    days.map((day) => weekday[day] ?? ""),
    lang,
  );
}

/** The counters that a line of the hours names; all of them when it names none. */
export function countersText(place: Place, ids: readonly string[] | undefined, lang: Language): string {
  const { hours, counters } = hallCopy(lang);
  if (ids === undefined) return hours.allCounters;
  return listText(
    ids.map((id) => counters.label(place.counters.find((counter) => counter.id === id)?.sign ?? id)),
    lang,
  );
}

export function exceptionText(exception: Exception, lang: Language): string {
  const words = hallCopy(lang).days;
  const days =
    exception.from === exception.to
      ? formatDay(exception.from, lang)
      : words.until(formatDay(exception.from, lang), formatDay(exception.to, lang));
  const what = exception.kind === "closed" ? words.kinds.closed : spansText(exception.hours, lang);
  return `${days} ${what}`;
}
