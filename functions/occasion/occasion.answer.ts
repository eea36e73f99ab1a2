/**
 * What a leader answered somebody who came (接访答复): on the spot, or assigned to a unit with a due date until that unit
 * says what became of it, or otherwise. The words are sealed; the rest holds no personal data. Pure.
 */
import * as v from "valibot";
import { daySchema } from "../booking/booking.time.ts";
import type { BookingState } from "../booking/booking.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";

export const outcomes = ["on_the_spot", "assigned", "other"] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether the visitor has come, so that there is something to record: nobody is answered who is not there. */
const arrived: Readonly<Record<BookingState, boolean>> = {
  held: false,
  booked: false,
  cancelled: false,
  expired: false,
  checked_in: true,
  finished: true,
  no_show: false,
};
export const hasArrived = ({ state }: { readonly state: BookingState }): boolean => arrived[state];

const said = v.object({ at: v.string(), byName: v.string(), text: v.string() });

export const answerSchema = v.object({
  schema: v.literal(1),
  version: v.number(),
  hall: v.string(),
  /** Unit of the hall, which sees to it that what is assigned is answered. */
  holder: v.string(),
  day: daySchema,
  code: v.string(),
  occasion: v.string(),
  /** Who received, as it was on the day. */
  host: v.exactOptional(v.object({ name: v.string(), post: v.string() })),
  outcome: v.picklist(outcomes),
  /** To whom it was assigned, and by when it is to be answered. */
  unit: v.exactOptional(v.string()),
  due: v.exactOptional(daySchema),
  said,
  closed: v.exactOptional(said),
});
export type Answer = v.InferOutput<typeof answerSchema>;
export type AnswerId = Pick<Answer, "hall" | "day" | "code">;

export const isOpen = ({ outcome, closed }: Answer): boolean =>
  outcome === "assigned" && closed === undefined;

/** Whose list of open answers it stands in: the unit that answers, and the one whose leader promised it. */
export const listedBy = (answer: Answer): readonly string[] =>
  isOpen(answer) ? [...new Set([answer.holder, answer.unit ?? answer.holder])] : [];

export const saidContext = ({ hall, day, code }: AnswerId, part: "said" | "closed"): string =>
  `RECEPTION ${hall} ${day} ${code} ${part}`;

/** Kept as long as bookings are, from when nothing is open any more; what is open is never forgotten. */
const RETENTION_SECONDS = 180 * 24 * 3600;
export const answerForgottenAt = (answer: Answer): Instant | undefined =>
  isOpen(answer) ? undefined : plusSeconds(answer.closed?.at ?? answer.said.at, RETENTION_SECONDS);

export const MOST_WORDS = 1000;
