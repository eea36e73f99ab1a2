import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import { join } from "./attributes.ts";

/** A day of a legal limit: counted days carry their number, excluded ones their reason. */
export interface CalendarDay {
  /** "YYYY-MM-DD". */
  day: string;
  kind: "start" | "counted" | "excluded" | "paused" | "due";
  /** The how-manieth working day it is. */
  number?: number | undefined;
  /** Why it does not count, or why a Saturday does: "春节放假", "调休上班". One or two words. */
  reason?: string | undefined;
}

export interface CalendarWords {
  /** Monday first. */
  weekdays: readonly string[];
  month: (day: string) => string;
  /** The whole sentence about a day, read out instead of the cell's short words: "3月20日，周五，第 20 个工作日". */
  day: (day: CalendarDay) => string;
}

/** The months between the first and the last day, each as a grid with Monday first. Days in between are shown bare. */
export function Calendar({ days, words }: { days: readonly CalendarDay[]; words: CalendarWords }) {
  const known = new Map(days.map((day) => [day.day, day]));
  return (
    <div class="calendar">
      {monthsOf(days).map((month) => (
        <table class="calendar__month">
          <caption class="calendar__caption">{words.month(`${month}-01`)}</caption>
          <thead>
            <tr>
              {words.weekdays.map((weekday) => (
                <th scope="col" class="calendar__weekday">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr>
                {week.map((day) => (
                  <DayCell day={day} entry={day ? known.get(day) : undefined} words={words} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

interface DayCellProps {
  day: string | undefined;
  entry: CalendarDay | undefined;
  words: CalendarWords;
}

function DayCell({ day, entry, words }: DayCellProps) {
  if (!day) return <td class="calendar__day calendar__day--none" />;
  const number = Number(day.slice(8));
  if (!entry) return <td class="calendar__day">{number}</td>;
  return (
    <td class={join("calendar__day", `calendar__day--${entry.kind}`)}>
      <span aria-hidden="true" class="calendar__number">
        {number}
      </span>
      <span aria-hidden="true" class="calendar__note">
        {entry.reason ?? entry.number ?? ""}
      </span>
      <span class="govuk-visually-hidden">{words.day(entry)}</span>
    </td>
  );
}

/** "YYYY-MM" of every month from the first to the last day. */
function monthsOf(days: readonly CalendarDay[]): string[] {
  const sorted = days.map((day) => day.day).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const months: string[] = [];
  let month = firstOf(first.slice(0, 7));
  while (PlainDate.toString(month) <= last) {
    months.push(PlainDate.toString(month).slice(0, 7));
    month = PlainDate.addMonths(month, 1);
  }
  return months;
}

/** The days of a month in rows of seven; places before the first and after the last day are undefined. */
export function weeksOf(month: string): (string | undefined)[][] {
  const daysInMonth = PlainDate.daysInMonth(firstOf(month));
  const before = PlainDate.dayOfWeek(firstOf(month)) - 1;
  return Array.from({ length: Math.ceil((before + daysInMonth) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day >= 1 && day <= daysInMonth ? `${month}-${String(day).padStart(2, "0")}` : undefined;
    }),
  );
}

/** The first day of a month, "YYYY-MM". */
const firstOf = (month: string): PlainDate.Record =>
  PlainDate.create(Number(month.slice(0, 4)), Number(month.slice(5)), 1);
