/**
 * An occasion (场次): a service that is given at a place on a date only, such as a leader who receives citizens (领导接访)
 * or a training. It stands in the hall's description; the hours of its place follow from it, so that its seats are made,
 * booked and closed like all others.
 */
import * as v from "valibot";
import type { Exception } from "./booking.hours.ts";
import { daySchema, timeSchema } from "./booking.time.ts";

/** A service that is given on occasions: somebody receives people one by one, or many come together. */
export const occasionKinds = ["reception", "event"] as const;
export type OccasionKind = (typeof occasionKinds)[number];

const words = v.strictObject({
  zh: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  en: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,29}$/));

export const occasionSchema = v.pipe(
  v.strictObject({
    id,
    service: id,
    place: id,
    day: daySchema,
    from: timeSchema,
    to: timeSchema,
    topic: words,
    /** Who receives: an office holder, whose name and post are public. */
    host: v.optional(
      v.strictObject({
        name: v.pipe(v.string(), v.minLength(1), v.maxLength(30)),
        post: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
      }),
    ),
  }),
  v.check(({ from, to }) => from < to, "time.order"),
);
export type Occasion = v.InferOutput<typeof occasionSchema>;

export const MOST_OCCASIONS = 300;
/** One question for one sorting: by day, then by time. */
const orderOf = ({ day, from, id: own }: Occasion): string => `${day} ${from} ${own}`;
export const inOrder = (occasions: readonly Occasion[]): Occasion[] =>
  occasions.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));

/** Whether two of the same place would be at the same time. */
export const collide = (one: Occasion, other: Occasion): boolean =>
  one.id !== other.id &&
  one.place === other.place &&
  one.day === other.day &&
  one.from < other.to &&
  other.from < one.to;

/** Whoever receives wants to know beforehand what it is about. */
export const asksTopic = (services: readonly { readonly kind?: OccasionKind | undefined }[]): boolean =>
  services.some(({ kind }) => kind === "reception");

/** The occasion of which a visit is one; without a time the one of that day, where there is only one. */
export function occasionAt(
  { occasions = [] }: { readonly occasions?: readonly Occasion[] | undefined },
  { place, services, day, time }: OccasionVisitAt,
): Occasion | undefined {
  const held = occasions.filter(
    (one) => one.place === place && one.day === day && services.includes(one.service),
  );
  if (time === undefined) return held.length === 1 ? held[0] : undefined;
  return held.find(({ from, to }) => from <= time && time < to);
}
interface OccasionVisitAt {
  readonly place: string;
  readonly services: readonly string[];
  readonly day: string;
  readonly time?: string | undefined;
}

/** Who receives and on what, as a citizen reads it beside a day. */
export function noteOf({ host, topic }: Occasion): { zh: string; en: string } {
  if (host === undefined) return topic;
  return { zh: `${host.name}（${host.post}）：${topic.zh}`, en: `${host.name} (${host.post}): ${topic.en}` };
}

/** Who receives a booking and on what; undefined for what is no reception. */
export function receivedAt({ hall, booking }: ReceivedAsked): { zh: string; en: string } | undefined {
  const occasion = hall === undefined ? undefined : occasionAt(hall, booking);
  return occasion?.host === undefined ? undefined : noteOf(occasion);
}
interface ReceivedAsked {
  readonly hall: Parameters<typeof occasionAt>[0] | undefined;
  readonly booking: OccasionVisitAt;
}

/**
 * The exceptions of a place that has occasions: open on their days. What the office has closed stays closed, because the
 * last exception that fits counts.
 */
export function exceptionsWith(occasions: readonly Occasion[], before: readonly Exception[]): Exception[] {
  const open = [...Map.groupBy(inOrder(occasions), ({ day }) => day)].map(
    ([day, held]): Exception => ({
      kind: "open",
      from: day,
      to: day,
      hours: held.map(({ from, to }) => ({ from, to })),
      note: notesOf(held),
    }),
  );
  return [...open, ...before.filter(({ kind }) => kind === "closed")];
}

function notesOf(held: readonly Occasion[]): { zh: string; en: string } {
  const notes = held.map(noteOf);
  return { zh: notes.map(({ zh }) => zh).join("；"), en: notes.map(({ en }) => en).join("; ") };
}
