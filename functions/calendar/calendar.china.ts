/**
 * Which days are worked in China: not "Monday to Friday without holidays", because the State Council's yearly
 * notice also makes some Saturdays and Sundays working days (调休上班).
 *
 * The announcements come from `chinese-days`, as its data file alone: 2 ms instead of the 20 ms of its entry,
 * which brings lunar tables along, and no `Date` on the way that could be a day off in a UTC process.
 */
import data from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays, type Day, daysOfYear, placeInYear, weekdayOf, yearOf } from "./calendar.day.ts";

export interface Name {
  readonly zh: string;
  readonly en: string;
}

/** Why a day is worked or not. `make_up` is a Saturday or Sunday worked for the named holiday. */
export type DayNote =
  | { readonly code: "working" | "weekend" }
  | { readonly code: "holiday" | "make_up"; readonly name: Name };

export interface Calendar {
  isWorkingDay(day: Day): boolean;
  nameOf(day: Day): DayNote;
  /** The first and last year with a published notice; in between there is no gap. */
  readonly announcedFrom: number;
  readonly announcedThrough: number;
  /**
   * The last day that no later notice can change. It lies before the end of `announcedThrough`, because the
   * notice for a New Year has changed the last days of December (in 2018 the 29th was worked).
   */
  readonly firmThrough: Day;
}

/** The notices as `chinese-days` writes them: day -> "English name,Chinese name,days". */
export interface Announcements {
  readonly holidays: Readonly<Record<Day, string>>;
  readonly workdays: Readonly<Record<Day, string>>;
}

const WORKING: DayNote = { code: "working" };
const WEEKEND: DayNote = { code: "weekend" };
const SATURDAY = 6;

const readName = (text: string): Name => {
  const [en = "", zh = en] = text.split(",");
  return { zh, en };
};

function tableOfYear(announced: Announcements, year: number): ReadonlyMap<Day, DayNote> {
  const [first = ""] = daysOfYear(year);
  const offset = weekdayOf(first) - 1;
  const noteOf = (day: Day, place: number): DayNote => {
    const holiday = announced.holidays[day];
    if (holiday !== undefined) return { code: "holiday", name: readName(holiday) };
    const workday = announced.workdays[day];
    if (workday !== undefined) return { code: "make_up", name: readName(workday) };
    return ((offset + place) % 7) + 1 >= SATURDAY ? WEEKEND : WORKING;
  };
  return new Map(daysOfYear(year).map((day, place) => [day, noteOf(day, place)]));
}

/**
 * A year counts as announced when both New Year's Day and National Day are in the data: a notice has them all,
 * while a year that only borrows a few days from its neighbour's notice has one of them at most.
 */
function announcedYears({ holidays }: Announcements): { from: number; through: number } {
  const isAnnounced = (year: number) => `${year}-01-01` in holidays && `${year}-10-01` in holidays;
  const from = Math.min(...Object.keys(holidays).map(yearOf).filter(isAnnounced));
  if (!Number.isFinite(from)) throw new RangeError("no year is announced");
  let through = from;
  while (isAnnounced(through + 1)) through += 1;
  return { from, through };
}

/** The day before the earliest December day that any notice so far has touched, in the last announced year. */
function lastFirmDay({ holidays, workdays }: Announcements, year: number): Day {
  const december = [...Object.keys(holidays), ...Object.keys(workdays)]
    .map((day) => day.slice(5))
    .filter((date) => date.startsWith("12-"));
  const [earliest = "12-31"] = december.sort();
  return addDays(`${year}-${earliest}`, -1);
}

/**
 * A calendar from published notices. Days of a year without a notice follow the week alone; whoever counts them
 * learns from `firmThrough` that the result is provisional.
 */
export function calendarFrom(announced: Announcements): Calendar {
  const { from, through } = announcedYears(announced);
  const tables = new Map<string, ReadonlyMap<Day, DayNote>>();
  const nameOf = (day: Day): DayNote => {
    const year = day.slice(0, 4);
    const known = tables.get(year)?.get(day);
    if (known !== undefined) return known;
    placeInYear(day);
    const table = tableOfYear(announced, yearOf(day));
    tables.set(year, table);
    return table.get(day) ?? WORKING;
  };
  return {
    nameOf,
    isWorkingDay: (day) => {
      const { code } = nameOf(day);
      return code === "working" || code === "make_up";
    },
    announcedFrom: from,
    announcedThrough: through,
    firmThrough: lastFirmDay(announced, through),
  };
}

let china: Calendar | undefined;

/** The calendar of the published notices; made once per process. */
export function chinaCalendar(): Calendar {
  china ??= calendarFrom(data);
  return china;
}
