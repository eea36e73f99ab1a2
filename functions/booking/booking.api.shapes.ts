/** What the API takes and answers about bookings. Strict, so that nothing leaves which the document does not name. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import type { Hall } from "./booking.hall.ts";
import { counterOf, placeOf } from "./booking.hall.ts";
import type { Changed } from "./booking.reading.service.ts";
import { visitEntries } from "./booking.request.ts";
import { ZONE } from "./booking.time.ts";
import type { Booking } from "./booking.ts";
import { bookingStates } from "./booking.ts";

const instant = v.pipe(v.string(), v.isoTimestamp(), v.description("In UTC"));
const time = v.pipe(v.string(), v.description("On the clock of the hall, such as 09:30"));

export const topic = v.optional(
  v.pipe(
    v.string(),
    v.description("What it is about, 100 characters at most; needed for a reception (接访)"),
  ),
);

/** The body of a booking; the person's fields are checked by `personSchema`. */
export const bookingBody = named(
  "BookingRequest",
  v.object({
    ...visitEntries,
    hold: v.optional(
      v.pipe(
        v.boolean("hold.invalid"),
        v.description("Only holds the seats, for as long as heldUntil says; confirm within it"),
      ),
      false,
    ),
    lang: v.optional(v.pipe(v.picklist(["zh", "en"], "lang.choose"), v.description("Of the notices")), "zh"),
    name: v.string(),
    identityKind: v.optional(v.string(), "resident_id"),
    identityNumber: v.string(),
    phone: v.string(),
    email: v.optional(v.pipe(v.string(), v.description("For notices by mail, beside or instead of SMS"))),
    agentName: v.optional(v.pipe(v.string(), v.description("Who comes in the person's place (代办)"))),
    agentPhone: v.optional(v.string()),
    topic,
    ticket: v.optional(
      v.pipe(
        v.string("ticket.invalid"),
        v.maxLength(1000, "ticket.invalid"),
        v.description("As `takeQueueTicket` gave it before the hour; without one, whoever has one is first"),
      ),
    ),
  }),
);

const bookingEntries = {
  code: v.pipe(v.string(), v.description("Eleven characters; opens the booking together with the telephone")),
  state: v.picklist(bookingStates),
  hall: v.string(),
  place: v.string(),
  services: v.array(v.string()),
  party: v.number(),
  day: v.pipe(v.string(), v.isoDate()),
  time,
  zone: v.pipe(v.string(), v.description("Of day and time")),
  startsAt: instant,
  endsAt: instant,
  seats: v.array(v.strictObject({ time, counter: v.pipe(v.string(), v.description("Sign of the counter")) })),
  heldUntil: v.nullable(instant),
  rebook: v.pipe(v.boolean(), v.description("The counter closes: another time has to be chosen")),
};
export const bookingAnswer = named("Booking", v.strictObject(bookingEntries));
export type BookingAnswer = v.InferOutput<typeof bookingAnswer>;

export function bookingView(booking: Booking, hall: Hall | undefined): BookingAnswer {
  const place = hall === undefined ? undefined : placeOf(hall, booking.place);
  const signOf = (lane: number) =>
    (place === undefined ? undefined : counterOf(place, lane))?.sign ?? String(lane);
  return {
    code: booking.code,
    state: booking.state,
    hall: booking.hall,
    place: booking.place,
    services: booking.services,
    party: booking.party,
    day: booking.day,
    time: booking.time,
    zone: ZONE,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    seats: booking.seats.map((seat) => ({ time: seat.time, counter: signOf(seat.lane) })),
    heldUntil: booking.heldUntil ?? null,
    rebook: booking.rebook !== undefined,
  };
}

/** A booking after something was done with it. */
export const changedAnswer = named(
  "ChangedBooking",
  v.strictObject({
    ...bookingEntries,
    warnings: v.array(
      v.strictObject({
        rule: v.pipe(v.string(), v.description("Id of the rule of the hall")),
        count: v.pipe(v.number(), v.description("How often it has happened")),
        at: v.pipe(v.number(), v.description("From how often on online booking pauses")),
      }),
    ),
    banned: v.pipe(v.nullable(v.string()), v.description("The rule by which online booking pauses now")),
  }),
);

export const changedView = (
  { booking, warnings, banned }: Changed,
  hall: Hall | undefined,
): v.InferOutput<typeof changedAnswer> => ({
  ...bookingView(booking, hall),
  warnings: [...warnings],
  banned: banned ?? null,
});

/** Where to: another place of the same hall, or the same one when left out. */
export const moveBody = named(
  "Reschedule",
  v.object({
    day: visitEntries.day,
    time: visitEntries.time,
    place: v.optional(visitEntries.place),
  }),
);
export const moveExamples = {
  later: { summary: "Another time on another day", value: { day: "2026-03-06", time: "11:00" } },
};

export const bookingExamples = {
  resident: {
    summary: "One service for oneself",
    value: {
      hall: "zwzx",
      place: "main",
      services: ["social"],
      day: "2026-03-05",
      time: "10:00",
      name: "张小明",
      identityNumber: "110101199001010015",
      phone: "13800001234",
    },
  },
};
