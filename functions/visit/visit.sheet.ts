/** What a day sheet shows (当日总览), what of a person it masks, and what the day comes to in numbers. Pure. */
import type { ArrivalStanding } from "../booking/booking.arrival.ts";
import type { Counter, Hall, Place } from "../booking/booking.hall.ts";
import type { Booking, Party } from "../booking/booking.ts";
import { lastFourOf } from "../disclosure/disclosure.contact.ts";
import { maskName, maskPhone } from "../disclosure/disclosure.mask.ts";
import type { Queue, Ticket } from "./visit.ts";
import { serviceSecondsOf, waitSecondsOf } from "./visit.ts";
import type { Forecast } from "./visit.wait.ts";

/** A booking as the sheet shows it, its person masked. */
export interface ExpectedVisit {
  readonly code: string;
  readonly time: string;
  readonly counters: readonly string[];
  readonly services: readonly string[];
  readonly party: number;
  readonly name: string;
  readonly phone: string;
  readonly agent?: string;
  readonly state: Booking["state"];
  readonly channel: Booking["channel"];
  /** Its number in the queue, once it is here. */
  readonly number?: string;
  /** Whether it can check in now; on the day, and while it is only booked. */
  readonly standing?: ArrivalStanding;
}

export interface Waiting {
  readonly ticket: Ticket;
  readonly forecast: Forecast;
}

export interface CounterNow {
  readonly counter: Counter;
  readonly open: boolean;
  readonly current?: Ticket;
}

export interface DaySheet {
  readonly hall: Hall;
  readonly place: Place;
  readonly day: string;
  readonly isToday: boolean;
  readonly expected: readonly ExpectedVisit[];
  readonly waiting: readonly Waiting[];
  /** Parked, and those who were not there when they were called. */
  readonly aside: readonly Ticket[];
  readonly counters: readonly CounterNow[];
  readonly over: readonly Ticket[];
  readonly seats: { readonly total: number; readonly taken: number; readonly walkIn: number };
}

/** Whom a counter serves, in clear for whoever works there. */
export interface Served {
  readonly ticket: Ticket;
  readonly name?: string;
  readonly identity?: string;
  readonly phone?: string;
  readonly agent?: string;
}

export interface CounterSheet {
  readonly hall: Hall;
  readonly place: Place;
  readonly queue: Queue;
  readonly counter: Counter;
  readonly current: Served | undefined;
  readonly waiting: readonly Waiting[];
  readonly aside: readonly Ticket[];
}

export const maskedParty = ({ name, phone, agent }: Party) => ({
  name: maskName(name),
  phone: maskPhone(phone),
  ...(agent === undefined ? {} : { agent: maskName(agent.name) }),
});

const LEAST_OF_A_NAME = 2;

/** Whether a person at the desk may be this one: by the last four digits, or by two characters of the name at least. */
export function isMeant({ name, phone, agent }: Party, wanted: string): boolean {
  if (/^\d{4}$/.test(wanted))
    return [phone, agent?.phone].some((each) => each !== undefined && lastFourOf(each) === wanted);
  const names = [name, agent?.name ?? ""];
  return wanted.length >= LEAST_OF_A_NAME && names.some((each) => each.includes(wanted));
}

/** What a day comes to, for the head of the sheet and for statistics. Seconds are whole, averages over who has them. */
export function countsOf({ expected, waiting, aside, counters, over }: DaySheet) {
  const all = [
    ...waiting.map(({ ticket }) => ticket),
    ...aside,
    ...over,
    ...counters.flatMap(({ current }) => current ?? []),
  ];
  const waits = all.flatMap((ticket) => waitSecondsOf(ticket) ?? []);
  const services = all.flatMap((ticket) => serviceSecondsOf(ticket) ?? []);
  return {
    booked: expected.filter(({ state }) => state !== "cancelled").length,
    here: expected.filter(({ number }) => number !== undefined).length,
    noShows: expected.filter(({ state }) => state === "no_show").length,
    waiting: waiting.length,
    served: counters.filter(({ current }) => current !== undefined).length,
    finished: over.filter(({ state }) => state === "finished").length,
    walkIns: all.filter(({ kind }) => kind === "walk_in").length,
    averageWaitSeconds: averageOf(waits),
    averageServiceSeconds: averageOf(services),
  };
}

const averageOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : Math.round(values.reduce((sum, each) => sum + each, 0) / values.length);
