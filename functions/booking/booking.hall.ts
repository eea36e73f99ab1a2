/**
 * A hall (大厅) as its office describes it: places with counters and hours, services (事项) with their length, the pools
 * of its seats (号源) and the dated rules of booking. It is one document; publishing makes seats of it.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { arrivalSchema } from "./booking.arrival.ts";
import { hoursSchema } from "./booking.hours.ts";
import type { Occasion } from "./booking.occasion.ts";
import { MOST_OCCASIONS, occasionKinds, occasionSchema } from "./booking.occasion.ts";
import { releaseModes } from "./booking.release.ts";
import { ruleSetSchema } from "./booking.rules.ts";
import { daySchema, spanSchema, timeSchema } from "./booking.time.ts";
import { waitingRulesSchema } from "./booking.waiting.rules.ts";

/** Ids stand in keys and addresses and never change; what people read is the name. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,29}$/, "id.invalid"));
export const wordsSchema = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  en: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
});
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Who a seat is kept for: everybody online, the hotline, or those who come without a booking. */
export const pools = ["public", "phone", "walk_in"] as const;
export type Pool = (typeof pools)[number];

/** 号源释放: the seats of a day open this many days (or working days) before it, at this time. */
export const releaseSchema = v.strictObject({
  ahead: whole(0, 180),
  unit: v.picklist(["days", "working_days"]),
  at: timeSchema,
});
export type Release = v.InferOutput<typeof releaseSchema>;

/** Until when a seat can be taken: minutes before it begins, or a time some days before its day. */
export const cutOffSchema = v.union([
  v.strictObject({ minutes: whole(0, 7 * 1440) }),
  v.strictObject({ daysBefore: whole(0, 30), at: timeSchema }),
]);
export type CutOff = v.InferOutput<typeof cutOffSchema>;

/** Seats of these counters in these hours go to another pool than the public one; the first that fits counts. */
const poolRuleSchema = v.strictObject({
  pool: v.picklist(pools),
  counters: v.optional(v.array(idSchema)),
  hours: v.optional(spanSchema),
});

const counterSchema = v.strictObject({
  id: idSchema,
  /** As the sign over it says: `A03`, `3 号窗口`. */
  sign: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
  zone: v.optional(idSchema),
  /** Its first lane. A lane is one seat in each slot; the number is never given to another counter. */
  lane: whole(1, 999),
  /** How many people it takes at a time; a room for a training takes many. */
  seats: v.optional(whole(1, 200), 1),
  /** Ids of the services that it gives. */
  services: v.pipe(v.array(idSchema), v.minLength(1)),
});
export type Counter = v.InferOutput<typeof counterSchema>;

const placeSchema = v.strictObject({
  id: idSchema,
  name: wordsSchema,
  address: wordsSchema,
  phone: v.pipe(v.string(), v.maxLength(40)),
  zones: v.optional(v.array(v.strictObject({ id: idSchema, name: wordsSchema })), []),
  counters: v.pipe(v.array(counterSchema), v.minLength(1), v.maxLength(200)),
  /** How long a slot is, from a day on; days that are published keep the length that they were published with. */
  slots: v.pipe(v.array(v.strictObject({ from: daySchema, minutes: whole(5, 240) })), v.minLength(1)),
  hours: hoursSchema,
  pools: v.optional(v.array(poolRuleSchema), []),
  release: releaseSchema,
  cutOff: cutOffSchema,
  /** The clock publishes this many days ahead; 0 leaves it to the office. */
  publishAheadDays: v.optional(whole(0, 180), 0),
});
export type Place = v.InferOutput<typeof placeSchema>;

const serviceSchema = v.strictObject({
  id: idSchema,
  /** Its position in the hints, 1 to 99; never given to another service. */
  number: whole(1, 99),
  /** Item code of the guide (办事指南) that tells what to bring. */
  guide: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(50))),
  name: wordsSchema,
  minutes: whole(5, 480),
  /** One live booking per group and identity; the same word in several halls is the same group. */
  group: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,29}$/)),
  /** How the seats of a day are shared out when they open. */
  release: v.optional(v.picklist(releaseModes), "arrival"),
  /** How many people may come under one booking. */
  mostParty: v.optional(whole(1, 10), 1),
  offered: v.optional(v.strictObject({ from: v.optional(daySchema), to: v.optional(daySchema) }), {}),
  /** It is given on occasions (场次) only. */
  kind: v.optional(v.picklist(occasionKinds)),
});
export type Service = v.InferOutput<typeof serviceSchema>;

const shape = v.strictObject({
  schema: v.literal(1),
  id: idSchema,
  /** Code of the unit (单位) that runs it. */
  unit: v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,20}$/)),
  name: wordsSchema,
  places: v.pipe(v.array(placeSchema), v.minLength(1), v.maxLength(50)),
  services: v.pipe(v.array(serviceSchema), v.minLength(1), v.maxLength(99)),
  rules: v.pipe(v.array(ruleSetSchema), v.minLength(1)),
  /** How long a seat is held for somebody who fills in a form. */
  holdMinutes: v.optional(whole(1, 60), 10),
  /** How what is given back is offered to those who wait. */
  waiting: v.optional(waitingRulesSchema, {}),
  /** When people may check in on the day, and how the queue weighs who came when. */
  arrival: v.optional(arrivalSchema, {}),
  /** 场次: who receives when, and what takes place. */
  occasions: v.optional(v.pipe(v.array(occasionSchema), v.maxLength(MOST_OCCASIONS))),
});

const isDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const isRising = (days: readonly Day[]): boolean =>
  days.every((day, n) => n === 0 || day > (days[n - 1] ?? ""));

export const hallSchema = v.pipe(
  shape,
  v.check((hall) => isDistinct(hall.places.map(({ id }) => id)), "places.twice"),
  v.check((hall) => isDistinct(hall.services.map(({ id }) => id)), "services.twice"),
  v.check((hall) => isDistinct(hall.services.map((one) => one.number)), "services.number_twice"),
  v.check((hall) => isRising(hall.rules.map(({ from }) => from)), "rules.order"),
  v.check((hall) => hall.places.every(({ slots }) => isRising(slots.map(({ from }) => from))), "slots.order"),
  v.check(
    (hall) => hall.places.every((place) => isDistinct(place.counters.map(({ id }) => id))),
    "counters.twice",
  ),
  v.check((hall) => hall.places.every((place) => isDistinct(place.counters.flatMap(lanesOf))), "lanes.twice"),
  v.check((hall) => hall.places.every((place) => namesOnlyItsServices(hall, place)), "counters.service"),
  v.check((hall) => (hall.occasions ?? []).every((one) => isGiven(hall, one)), "occasions.where"),
  v.check((hall) => isDistinct((hall.occasions ?? []).map(({ id }) => id)), "occasions.twice"),
);
export type Hall = v.InferOutput<typeof hallSchema>;

const namesOnlyItsServices = (hall: v.InferOutput<typeof shape>, place: Place): boolean =>
  place.counters.every(({ services }) => services.every((id) => hall.services.some((one) => one.id === id)));

const isGiven = (hall: v.InferOutput<typeof shape>, { place, service }: Occasion): boolean =>
  hall.services.some(({ id, kind }) => id === service && kind !== undefined) &&
  hall.places.some((each) => each.id === place && lanesGiving(each, service).length > 0);

/** The lanes of a counter: as many as it has seats. */
export const lanesOf = ({ lane, seats }: Pick<Counter, "lane" | "seats">): readonly number[] =>
  Array.from({ length: seats }, (_, place) => lane + place);

/** A description is read-only and asked for the same at every booking, so the answers are kept with it. */
const lanesByService = new WeakMap<Place, Map<string, readonly number[]>>();

/** The lanes of a place on which a service is given, in order. */
export function lanesFor(place: Place, service: string): readonly number[] {
  const known = lanesByService.get(place) ?? new Map<string, readonly number[]>();
  lanesByService.set(place, known);
  const lanes = known.get(service) ?? lanesGiving(place, service);
  known.set(service, lanes);
  return lanes;
}

const lanesGiving = (place: Place, service: string): readonly number[] =>
  place.counters
    .filter((counter) => counter.services.includes(service))
    .flatMap(lanesOf)
    .toSorted((one, other) => one - other);

/** Blocks of lanes are read up to this one. */
export const highestLaneOf = ({ counters }: Place): number =>
  counters.reduce((highest, { lane, seats }) => Math.max(highest, lane + seats - 1), 1);

export const counterOf = (place: Place, lane: number): Counter | undefined =>
  place.counters.find((counter) => lanesOf(counter).includes(lane));

export const placeOf = (hall: Hall, id: string): Place | undefined =>
  hall.places.find((place) => place.id === id);
export const serviceOf = (hall: Hall, id: string): Service | undefined =>
  hall.services.find((service) => service.id === id);

/** Whether the service can be had on that day. */
export const isOffered = ({ offered }: Service, day: Day): boolean =>
  (offered.from ?? day) <= day && day <= (offered.to ?? day);

/** Length of a slot on a day; the first length also holds before its day. */
export const slotMinutesOn = (place: Place, day: Day): number =>
  (place.slots.findLast(({ from }) => from <= day) ?? place.slots[0])?.minutes ?? 15;

/** How many slots in a row a service takes. */
export const slotsOf = (service: Service, slotMinutes: number): number =>
  Math.ceil(service.minutes / slotMinutes);
