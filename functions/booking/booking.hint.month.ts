/**
 * A month at a glance, counted from the hints of its days. A day is one text:
 * `<version>|<opens>|<soon>|<counts>|<counts later>`, the counts two base-36 digits for each service by its number.
 * `soon` is when a hold ends or a seat that was given back opens again; from then on the later counts hold.
 */
import type { Calendar, Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import type { Hall, Place, Pool, Service } from "./booking.hall.ts";
import { isOffered, lanesFor, slotMinutesOn, slotsOf } from "./booking.hall.ts";
import type { SlotHint } from "./booking.hint.ts";
import { opensAtOf } from "./booking.plan.ts";
import { laterBy, type TimeOfDay } from "./booking.time.ts";

const DIGITS = 2;
const HIGHEST = 36 ** DIGITS - 1;
const digitsOf = (count: number): string => Math.min(count, HIGHEST).toString(36).padStart(DIGITS, "0");

export interface DayCounts {
  readonly opens: number;
  readonly soon: number | undefined;
  /** By the number of the service. */
  readonly free: string;
  readonly freeLater: string;
}

/** What a day has for one service at one instant. `open` counts the times at which somebody can begin. */
export interface MonthDay {
  readonly day: Day;
  /** `not_open`: the seats are there and open later; `full`: none is left; a day that is not listed has no seats. */
  readonly state: "open" | "not_open" | "full";
  readonly free: number;
  readonly opensAt: Instant;
}

/** When a service can begin, and for how many people each time, among seats that satisfy a test. */
export function startsOf(
  slots: readonly SlotHint[],
  { lanes, count, slotMinutes }: { lanes: readonly number[]; count: number; slotMinutes: number },
  lanesOf: (slot: SlotHint) => readonly number[],
): readonly { readonly time: TimeOfDay; readonly free: number }[] {
  const fitting = new Set(lanes);
  const free = new Map(
    slots.map((slot) => [slot.time, lanesOf(slot).filter((lane) => fitting.has(lane)).length]),
  );
  return slots.map(({ time }) => {
    const row = Array.from({ length: count }, (_, n) => free.get(laterBy(time, n * slotMinutes) ?? "") ?? 0);
    return { time, free: Math.min(...row) };
  });
}

export interface Counting {
  readonly hall: Hall;
  readonly place: Place;
  readonly day: Day;
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** The counts of a day for every service of the hall, of the seats that everybody may have. */
export function countsOf(slots: readonly SlotHint[], counting: Counting): DayCounts {
  const { hall, place, day, now, calendar } = counting;
  const opens = epochSecondsOf(opensAtOf(place.release, day, calendar));
  const from = Math.max(opens, epochSecondsOf(now));
  const later = slots.flatMap(({ groups }) => groups.filter((group) => isPublic(group) && group.from > from));
  const soon = later.length === 0 ? undefined : Math.min(...later.map((group) => group.from));
  const until = (seconds: number) => (slot: SlotHint) =>
    slot.groups.filter((group) => isPublic(group) && group.from <= seconds).flatMap(({ lanes }) => lanes);
  const textOf = (seconds: number) =>
    countsText(hall, (service) => startsFor(slots, { service, place, day }, until(seconds)));
  return {
    opens,
    soon,
    free: textOf(from),
    freeLater: soon === undefined ? "" : textOf(Number.POSITIVE_INFINITY),
  };
}

const isPublic = ({ pool }: { readonly pool: Pool }): boolean => pool === "public";

function startsFor(
  slots: readonly SlotHint[],
  { service, place, day }: { service: Service; place: Place; day: Day },
  lanesOf: (slot: SlotHint) => readonly number[],
): number {
  if (!isOffered(service, day)) return 0;
  const slotMinutes = slotMinutesOn(place, day);
  const row = { lanes: lanesFor(place, service.id), count: slotsOf(service, slotMinutes), slotMinutes };
  return startsOf(slots, row, lanesOf).reduce((sum, { free }) => sum + free, 0);
}

function countsText(hall: Hall, count: (service: Service) => number): string {
  const highest = Math.max(...hall.services.map(({ number }) => number));
  const byNumber = new Map(hall.services.map((service) => [service.number, service]));
  return Array.from({ length: highest }, (_, place) => {
    const service = byNumber.get(place + 1);
    return digitsOf(service === undefined ? 0 : count(service));
  }).join("");
}

const VERSION_CHARACTERS = 8;
/** The version of the day's hint that the counts are of; compares as text. */
export const versionText = (version: number): string =>
  version.toString(36).padStart(VERSION_CHARACTERS, "0");

export const packDay = ({ opens, soon, free, freeLater }: DayCounts, version: number): string =>
  [versionText(version), opens.toString(36), soon?.toString(36) ?? "", free, freeLater].join("|");

export function unpackDay(packed: string): DayCounts {
  const [, opens = "0", soon = "", free = "", freeLater = ""] = packed.split("|");
  return {
    opens: Number.parseInt(opens, 36),
    soon: soon === "" ? undefined : Number.parseInt(soon, 36),
    free,
    freeLater,
  };
}

/** How the day stands for a service now. */
export function monthDayOf(day: Day, counts: DayCounts, asked: { service: Service; now: Instant }): MonthDay {
  const seconds = epochSecondsOf(asked.now);
  const text = counts.soon !== undefined && counts.soon <= seconds ? counts.freeLater : counts.free;
  const place = (asked.service.number - 1) * DIGITS;
  const free = Number.parseInt(text.slice(place, place + DIGITS) || "0", 36);
  const opensAt = new Date(counts.opens * 1000).toISOString();
  if (free === 0) return { day, state: "full", free, opensAt };
  return { day, state: seconds < counts.opens ? "not_open" : "open", free, opensAt };
}
