/**
 * A booking (预约) of seats at a hall: what is kept of it, its states and what may be done in each. Who booked is sealed
 * in one text of the item; the rest holds no personal data.
 */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Chosen } from "./booking.choice.ts";
import { pools } from "./booking.hall.ts";
import type { SeatId, Slot } from "./booking.seat.ts";
import { daySchema, instantAt, laterBy, timeSchema } from "./booking.time.ts";

export const bookingStates = [
  "held",
  "booked",
  "cancelled",
  "expired",
  "checked_in",
  "finished",
  "no_show",
] as const;
export type BookingState = (typeof bookingStates)[number];

/** What can happen to a booking, from which states, and what it is then. Moving leaves it what it is. */
export const transitions = {
  confirm: { from: ["held"], to: "booked" },
  expire: { from: ["held"], to: "expired" },
  move: { from: ["booked"], to: "booked" },
  cancel: { from: ["held", "booked"], to: "cancelled" },
  check_in: { from: ["booked"], to: "checked_in" },
  finish: { from: ["checked_in"], to: "finished" },
  no_show: { from: ["booked"], to: "no_show" },
} as const satisfies Record<string, { from: readonly BookingState[]; to: BookingState }>;
export type BookingAction = keyof typeof transitions;

export const may = (action: BookingAction, state: BookingState): boolean =>
  (transitions[action].from as readonly BookingState[]).includes(state);

/** How the booking came: online, by the hotline (12345), or at a desk. */
export const channels = ["internet", "phone", "desk"] as const;

const instant = v.string();
const chosen = v.object({ time: timeSchema, lane: v.number() });
const historyEntry = v.object({
  at: instant,
  action: v.picklist(["book", "hold", "offer", ...(Object.keys(transitions) as BookingAction[]), "rebook"]),
  /** Where it was before it moved. */
  from: v.exactOptional(v.object({ day: daySchema, time: timeSchema })),
  /** Rules of which a count comes close or is reached, for the notice that follows. */
  warned: v.exactOptional(v.array(v.string())),
  banned: v.exactOptional(v.string()),
});

export const bookingSchema = v.object({
  schema: v.literal(1),
  code: v.string(),
  /** Hash of citizen and key: who asks again with both gets this booking again. */
  owner: v.string(),
  /** Hash of what was asked, so that other words under the same key are refused. */
  said: v.string(),
  version: v.number(),
  state: v.picklist(bookingStates),
  hall: v.string(),
  place: v.string(),
  services: v.array(v.string()),
  party: v.number(),
  pool: v.picklist(pools),
  channel: v.picklist(channels),
  lang: v.picklist(["zh", "en"]),
  day: daySchema,
  time: timeSchema,
  slotMinutes: v.number(),
  startsAt: instant,
  endsAt: instant,
  seats: v.array(chosen),
  madeAt: instant,
  heldUntil: v.exactOptional(instant),
  /** It came from the waiting list. */
  offered: v.exactOptional(v.literal(true)),
  /** Keyed hashes under which the guards of its person lie. */
  guards: v.array(v.string()),
  /** Keyed hash of the last four digits of the telephone, the second proof beside the code. */
  phone4: v.string(),
  sealed: v.string(),
  /** The counter closes: another time has to be found. */
  rebook: v.exactOptional(v.object({ since: instant })),
  history: v.array(historyEntry),
});
export type Booking = v.InferOutput<typeof bookingSchema>;
export type HistoryEntry = v.InferOutput<typeof historyEntry>;

/** What is sealed of a booking. */
export interface Party {
  readonly name: string;
  readonly identityKind: string;
  readonly identityNumber: string;
  readonly phone: string;
  /** For notices, when they are wanted by mail. */
  readonly email?: string;
  /** Who comes in the person's place (代办). */
  readonly agent?: { readonly name: string; readonly phone: string };
  /** What somebody wants to talk about who comes to a reception (接访). */
  readonly topic?: string;
}

export const seatIdsOf = ({ hall, place, day, seats }: Booking): readonly SeatId[] =>
  seats.map(({ time, lane }) => ({ hall, place, day, time, lane }));

/** The slot that it begins with. */
export const firstSlotOf = ({ hall, place, day, time }: Booking): Slot => ({ hall, place, day, time });

/** When a visit begins and ends, from its seats. */
export function spanOf(day: string, seats: readonly Chosen[], slotMinutes: number) {
  const times = seats.map(({ time }) => time).toSorted();
  const last = times.at(-1) ?? "00:00";
  const [time = "00:00"] = times;
  return {
    day,
    time,
    startsAt: instantAt(day, time),
    endsAt: instantAt(day, laterBy(last, slotMinutes) ?? "24:00"),
  };
}

/** A hold that cannot be confirmed any more. */
export const isExpired = ({ state, heldUntil }: Booking, now: Instant): boolean =>
  state === "held" && (heldUntil ?? "") < now;

/** How long a booking is kept after its day, for complaints and statistics; then the table forgets it. */
const RETENTION_SECONDS = 180 * 24 * 3600;
export const forgottenAt = ({ endsAt }: Pick<Booking, "endsAt">): Instant =>
  plusSeconds(endsAt, RETENTION_SECONDS);
