/** The usual hours of a place as a person reads them: which days of the week share which hours. Pure. */
import type { Hours } from "./booking.hours.ts";
import type { Span } from "./booking.time.ts";
import { without } from "./booking.time.ts";

/** Days that follow each other with the same hours; ISO weekdays, 1 Monday to 7 Sunday. */
export interface WeekHours {
  readonly from: number;
  readonly to: number;
  readonly spans: readonly Span[];
}

/** The hours in which any counter is open; breaks that only some counters take are not taken out. */
export function weekHoursOf({ weekly, breaks }: Hours): readonly WeekHours[] {
  const common = breaks.filter(({ counters }) => counters === undefined);
  const rows: WeekHours[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const open = weekly.filter(({ weekdays }) => weekdays.includes(weekday)).flatMap(({ hours }) => hours);
    const spans = without(joined(open), common);
    if (spans.length === 0) continue;
    const last = rows.at(-1);
    if (last?.to === weekday - 1 && isSame(last.spans, spans))
      rows[rows.length - 1] = { ...last, to: weekday };
    else rows.push({ from: weekday, to: weekday, spans });
  }
  return rows;
}

const isSame = (one: readonly Span[], other: readonly Span[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Spans that touch or overlap become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const done: Span[] = [];
  for (const { from, to } of spans.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = done.at(-1);
    if (last === undefined || last.to < from) done.push({ from, to });
    else done[done.length - 1] = { from: last.from, to: last.to < to ? to : last.to };
  }
  return done;
}
