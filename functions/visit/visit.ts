/**
 * A ticket (排队号): somebody who is at a hall today and wants to be called. With a booking its number follows from slot
 * and lane, without one it is counted. It holds no name, no number and no telephone; the booking has those, sealed.
 */
import * as v from "valibot";
import { idSchema } from "../booking/booking.hall.ts";
import { daySchema, timeSchema } from "../booking/booking.time.ts";
import { actions, ticketStates } from "./visit.flow.ts";

export const ticketKinds = ["booked", "walk_in"] as const;
export type TicketKind = (typeof ticketKinds)[number];

/** Why somebody goes first (优先): kept with the ticket and said to whoever asks; `other` needs words. */
export const priorities = ["elderly", "disabled", "pregnant", "infant", "military", "other"] as const;
export type Priority = (typeof priorities)[number];

const instant = v.string();
const by = v.object({ id: v.string(), name: v.string() });
export type ByStaff = v.InferOutput<typeof by>;

const entrySchema = v.object({
  at: instant,
  action: v.picklist(["check_in", "take", ...actions, "priority"]),
  /** Who did it; nobody for what people do on their own phones and for the clock. */
  by: v.optional(by),
  counter: v.optional(v.string()),
  service: v.optional(v.string()),
  reason: v.optional(v.string()),
});
export type TicketEntry = v.InferOutput<typeof entrySchema>;

export const ticketSchema = v.object({
  schema: v.literal(1),
  number: v.string(),
  version: v.number(),
  state: v.picklist(ticketStates),
  kind: v.picklist(ticketKinds),
  hall: idSchema,
  place: idSchema,
  day: daySchema,
  party: v.number(),
  /** What is to be done, in order; the first one is what it waits for now. */
  services: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Check-in or the taking of the number. */
  arrivedAt: instant,
  /** The booked time. */
  startsAt: v.optional(instant),
  /** Since when it waits for its next call: a new one after a call that nobody answered. */
  queuedAt: instant,
  /** Calls that nobody answered. */
  missed: v.number(),
  priority: v.optional(v.object({ why: v.picklist(priorities), reason: v.optional(v.string()), by })),
  /** Where it is called to or served. */
  counter: v.optional(v.string()),
  /** It waits for this counter alone, because it was handed over to it. */
  wants: v.optional(v.string()),
  /** Code of the booking. */
  booking: v.optional(v.string()),
  /** The seats that a walk-in takes of the day's capacity. */
  seats: v.optional(v.array(v.object({ time: timeSchema, lane: v.number() }))),
  /** The call came from this form, so that pressing twice calls one person. */
  callKey: v.optional(v.string()),
  /** Calls so far, and when the first and the last one was. */
  calls: v.number(),
  firstCalledAt: v.optional(instant),
  calledAt: v.optional(instant),
  startedAt: v.optional(instant),
  endedAt: v.optional(instant),
  history: v.array(entrySchema),
});
export type Ticket = v.InferOutput<typeof ticketSchema>;

/** Where people wait: a place of a hall on a day. */
export interface Queue {
  readonly hall: string;
  readonly place: string;
  readonly day: string;
}

/** `Y0930-03`: the slot and the lane of the booking's first seat (Y as in 预约), so it needs no counter. */
export const bookedNumber = ({ time, lane }: { readonly time: string; readonly lane: number }): string =>
  `Y${time.replace(":", "")}-${String(lane).padStart(2, "0")}`;
/** `W012`: the twelfth who came without a booking. */
export const walkInNumber = (count: number): string => `W${String(count).padStart(3, "0")}`;

/** Reads a number as people type it; undefined when it cannot be one. */
export function readNumber(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, "");
  const booked = /^Y(\d{4})(\d{2,3})$/.exec(bare);
  if (booked) return `Y${booked[1]}-${booked[2]}`;
  return /^W\d{3,5}$/.test(bare) ? bare : undefined;
}

/** Whole seconds from check-in to the first call, for statistics; undefined before it. */
export const waitSecondsOf = ({ arrivedAt, firstCalledAt }: Ticket): number | undefined =>
  firstCalledAt === undefined ? undefined : secondsBetween(arrivedAt, firstCalledAt);
/** Whole seconds that were spent at counters last, for statistics; undefined before it is over. */
export const serviceSecondsOf = ({ startedAt, endedAt, state }: Ticket): number | undefined =>
  state !== "finished" || startedAt === undefined || endedAt === undefined
    ? undefined
    : secondsBetween(startedAt, endedAt);

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
