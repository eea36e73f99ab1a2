/**
 * What a hall's days were like, counted from one small fact for each booking (fill rate, lead time, no-shows, when seats
 * go after their release). A fact names nobody. Pure.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { millisecondsOf } from "../kit/clock.ts";
import type { Booking } from "./booking.ts";
import { bookingStates } from "./booking.ts";

export const factSchema = v.object({
  code: v.string(),
  place: v.string(),
  services: v.array(v.string()),
  state: v.picklist(bookingStates),
  seats: v.number(),
  /** From making the booking to the beginning of the visit. */
  leadMinutes: v.number(),
  /** From the release of the day's seats to making the booking; below zero for seats that opened before it. */
  releaseMinutes: v.number(),
});
export type BookingFact = v.InferOutput<typeof factSchema>;

const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor((millisecondsOf(to) - millisecondsOf(from)) / 60_000);

export const factOf = (booking: Booking, released: Instant): BookingFact => ({
  code: booking.code,
  place: booking.place,
  services: [...booking.services],
  state: booking.state,
  seats: booking.seats.length,
  leadMinutes: minutesBetween(booking.madeAt, booking.startsAt),
  releaseMinutes: minutesBetween(released, booking.madeAt),
});

/** How long people have waited on a day, from tickets that were called. */
export interface WaitFact {
  readonly place: string;
  readonly service: string;
  readonly waitMinutes: number;
}

export interface DayFacts {
  readonly day: Day;
  /** Seats by place that could be had. */
  readonly capacity: ReadonlyMap<string, number>;
  readonly bookings: readonly BookingFact[];
  readonly waits: readonly WaitFact[];
}

/** Of which place or service the numbers are; everything when left out. */
export interface Wanted {
  readonly place?: string | undefined;
  readonly service?: string | undefined;
}

/** Minutes after the release, each up to the next one. */
export const RELEASE_STEPS = [0, 1, 5, 15, 60, 1440] as const;

export interface Figures {
  readonly bookings: number;
  readonly seats: number;
  /** undefined where seats are not those of one service. */
  readonly capacity: number | undefined;
  readonly cancelled: number;
  readonly came: number;
  readonly noShows: number;
  /** undefined without a booking. */
  readonly medianLeadMinutes: number | undefined;
  readonly medianWaitMinutes: number | undefined;
}

const takes: readonly BookingFact["state"][] = ["booked", "checked_in", "finished", "no_show"];
const comes: readonly BookingFact["state"][] = ["checked_in", "finished"];

export function median(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low = 0, high = low] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

const isWanted =
  ({ place, service }: Wanted) =>
  (fact: { readonly place: string; readonly services: readonly string[] }): boolean =>
    (place === undefined || fact.place === place) &&
    (service === undefined || fact.services.includes(service));

export function figuresOf(days: readonly DayFacts[], wanted: Wanted): Figures {
  const all = days.flatMap(({ bookings }) => bookings).filter(isWanted(wanted));
  // A hold that ran out was no booking.
  const made = all.filter(({ state }) => state !== "expired" && state !== "held");
  const taken = made.filter(({ state }) => takes.includes(state));
  const waits = days
    .flatMap((day) => day.waits)
    .filter(({ service, ...rest }) => isWanted(wanted)({ ...rest, services: [service] }));
  const capacity = days
    .flatMap((day) => [...day.capacity])
    .filter(([place]) => wanted.place === undefined || place === wanted.place)
    .reduce((sum, [, seats]) => sum + seats, 0);
  return {
    bookings: made.length,
    seats: taken.reduce((sum, { seats }) => sum + seats, 0),
    capacity: wanted.service === undefined ? capacity : undefined,
    cancelled: made.filter(({ state }) => state === "cancelled").length,
    came: made.filter(({ state }) => comes.includes(state)).length,
    noShows: made.filter(({ state }) => state === "no_show").length,
    medianLeadMinutes: median(made.map(({ leadMinutes }) => leadMinutes)),
    medianWaitMinutes: median(waits.map(({ waitMinutes }) => waitMinutes)),
  };
}

/** Part of a whole between 0 and 1; undefined of nothing. */
export const shareOf = (part: number, whole: number | undefined): number | undefined =>
  whole === undefined || whole === 0 ? undefined : part / whole;

/** How many bookings fell into each step after the release; the last one has no end. */
export function releaseSteps(days: readonly DayFacts[], wanted: Wanted): readonly number[] {
  const made = days
    .flatMap(({ bookings }) => bookings)
    .filter(isWanted(wanted))
    .filter(({ state, releaseMinutes }) => state !== "expired" && state !== "held" && releaseMinutes >= 0);
  return RELEASE_STEPS.map((from, n) => {
    const to = RELEASE_STEPS[n + 1] ?? Number.POSITIVE_INFINITY;
    return made.filter(({ releaseMinutes }) => from <= releaseMinutes && releaseMinutes < to).length;
  });
}
