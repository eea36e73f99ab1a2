/**
 * How a day stands for somebody who wants to book: what the calendar and the hall's own description say, and then the
 * hint. It decides nothing; a seat is taken or refused by the seats themselves. Pure.
 */
import type { Calendar, Day, Name } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import type { Counter } from "./booking.hall.ts";
import { isOffered, slotMinutesOn } from "./booking.hall.ts";
import type { MonthDay } from "./booking.hint.month.ts";
import type { Closure } from "./booking.hours.ts";
import { openingOf } from "./booking.hours.ts";
import { closesAtOf, closureAmong, opensAtOf } from "./booking.plan.ts";
import { type Ahead, aheadOf } from "./booking.release.ts";
import { type Span, timesIn } from "./booking.time.ts";
import type { Errand } from "./booking.visit.ts";

export type DayStanding =
  | { readonly state: "past" | "unpublished" | "over" | "full" | "not_offered" }
  | { readonly state: "closed"; readonly closure: Closure }
  /** Its seats are there and open later; where they go by ticket or by lot, `ahead` says what can be done before. */
  | { readonly state: "not_open"; readonly opensAt: Instant; readonly ahead?: Ahead }
  /** How many places are free; undefined when the hint cannot say it exactly. */
  | { readonly state: "open"; readonly free: number | undefined };

export type DayOutlook = DayStanding & {
  readonly day: Day;
  /** 调休: the holiday for which this Saturday or Sunday is worked. */
  readonly makeUp?: Name;
  /** What the office has announced about its hours. */
  readonly note?: Name;
};

/** Nothing is given out, drawn or waited for on a day that is closed, over or not scheduled. */
export const hasSeats = ({ state }: Pick<DayOutlook, "state">): boolean =>
  state === "not_open" || state === "open" || state === "full";

export interface Looking {
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** `known` is what the hint has of the day: undefined when no seats of it are published. */
export function outlookOf(
  errand: Errand,
  { day, known }: { readonly day: Day; readonly known: MonthDay | undefined },
  looking: Looking,
): DayOutlook {
  if (day < dayOf(looking.now)) return { day, state: "past" };
  if (errand.services.some((service) => !isOffered(service, day))) return { day, state: "not_offered" };
  const { spans, closure, ...said } = hoursOn(errand, day, looking.calendar);
  if (closure !== undefined) return { day, state: "closed", closure };
  return { day, ...said, ...standingOf(errand, { day, known, spans }, looking) };
}

interface OpenDay {
  readonly day: Day;
  readonly known: MonthDay | undefined;
  readonly spans: readonly Span[];
}

function standingOf(
  { place, services, party }: Errand,
  { day, known, spans }: OpenDay,
  { now, calendar }: Looking,
): DayStanding {
  const opensAt = opensAtOf(place.release, day, calendar);
  const times = spans.flatMap((span) => timesIn(span, slotMinutesOn(place, day))).toSorted();
  const [first = "00:00"] = times;
  if (closesAtOf(place.cutOff, day, times.at(-1) ?? first) <= now) return { state: "over" };
  // No hour is promised for seats that nobody has made yet.
  if (known === undefined) return { state: "unpublished" };
  if (now < opensAt) return notOpen(services, opensAt, now);
  if (known.state === "not_open") return notOpen(services, known.opensAt, now);
  if (known.free === 0) return { state: "full" };
  // The hint counts one person for one service, and times of today go on counting after their cut-off.
  const isExact = services.length === 1 && party === 1 && now < closesAtOf(place.cutOff, day, first);
  return { state: "open", free: isExact ? known.free : undefined };
}

function notOpen(services: Errand["services"], opensAt: Instant, now: Instant): DayStanding {
  const ahead = aheadOf(services, opensAt, now);
  return { state: "not_open", opensAt, ...(ahead === undefined ? {} : { ahead }) };
}

interface HoursOn {
  readonly spans: readonly Span[];
  readonly makeUp?: Name;
  readonly note?: Name;
  readonly closure?: Closure;
}

/** When the counters that serve the errand work that day, or why they do not. */
function hoursOn({ place, services }: Errand, day: Day, calendar: Calendar): HoursOn {
  const serving = place.counters.filter((counter) => servesAny(counter, services));
  const openings = serving.map(({ id }) => openingOf(place.hours, id, { day, calendar }));
  const spans = openings.flatMap((opening) => opening.spans);
  if (spans.length === 0) return { spans, closure: closureAmong(openings) };
  const [note] = openings.flatMap((opening) => ("note" in opening && opening.note ? [opening.note] : []));
  const named = calendar.nameOf(day);
  return {
    spans,
    ...(named.code === "make_up" ? { makeUp: named.name } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

const servesAny = (counter: Counter, services: Errand["services"]): boolean =>
  services.some(({ id }) => counter.services.includes(id));

/** Time after time, how a day stands for the errand. */
export interface TimeOutlook {
  readonly time: string;
  readonly state: "open" | "full" | "over";
  /** For how many people at once. */
  readonly free: number;
}

export function timesOf(
  { place, party }: Errand,
  { day, starts }: { readonly day: Day; readonly starts: readonly { time: string; free: number }[] },
  now: Instant,
): readonly TimeOutlook[] {
  return starts.map(({ time, free }) => {
    if (closesAtOf(place.cutOff, day, time) <= now) return { time, state: "over", free: 0 };
    return { time, state: free >= party ? "open" : "full", free };
  });
}
