/** Booking through the API: making a booking and opening it again. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { dayOf } from "../calendar/calendar.ts";
import { submissionKey, submissionKeyParameter } from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { bookingChangeApi } from "./booking.api.change.ts";
import { ofBooking, ofSeats } from "./booking.api.problems.of.ts";
import { bookingProblemFacts } from "./booking.api.problems.ts";
import { codeParameter, phoneParameter, proofParameter, proven, tryOf } from "./booking.api.proof.ts";
import { bookingAnswer, bookingBody, bookingExamples, bookingView } from "./booking.api.shapes.ts";
import type { Halls } from "./booking.hall.service.ts";
import type { Limits } from "./booking.limit.service.ts";
import type { BookingProof } from "./booking.proof.service.ts";
import { personSchema, visitSchema } from "./booking.request.ts";
import type { Bookings } from "./booking.service.ts";

export interface BookingApiServices {
  readonly halls: Pick<Halls, "find">;
  readonly bookings: Pick<Bookings, "book" | "hold" | "confirm" | "cancel" | "move">;
  readonly proof: Pick<BookingProof, "prove">;
  readonly limits: Pick<Limits, "take">;
  readonly clock: Clock;
}

const documented = openDescriber({ ...problems, ...bookingProblemFacts });
const tag = "Applicants";
const anyObject = v.record(v.string(), v.unknown(), "booking.required");

export function bookingApi(services: BookingApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addBooking(app, services);
  addReading(app, services);
  app.route("/", bookingChangeApi(services));
  return app;
}

function addBooking(app: Hono<ApiEnv>, { halls, bookings, limits, clock }: BookingApiServices): void {
  app.post(
    "/api/v1/bookings",
    documented({
      id: "book",
      tag,
      summary: "Book a visit at a hall (预约)",
      description:
        "One transaction takes the seats or nothing happens. The same key with the same content gives the same booking again, for as long as the booking is kept. When a time is full, the problem names the nearest others.",
      security: [],
      parameters: [submissionKeyParameter, proofParameter],
      body: { schema: bookingBody, examples: bookingExamples },
      answers: { 201: { description: "Booked, or held", schema: bookingAnswer } },
      problems: [
        ...always,
        ...ofBody,
        ...ofSeats,
        "idempotency_key_required",
        "idempotency_key_invalid",
        "token_reused",
        "agent_refused",
        "proof_required",
        "too_many_bookings",
      ],
    }),
    async (context) => {
      const key = `api:${submissionKey(context)}`;
      const { wanted, party, hold, lang, ticket } = await readBooking(context, clock);
      await limits.take({ phone: party.phone, ...tryOf(context) });
      const request = { wanted, party, lang, key, ticket, pool: "public", channel: "internet" } as const;
      const { booking } = await (hold ? bookings.hold(request) : bookings.book(request));
      return context.json(bookingView(booking, await halls.find(booking.hall)), 201);
    },
  );
}

const { hold, lang, ticket } = bookingBody.entries;
const besides = v.object({ hold, lang, ticket });

/** All parts are checked before any is refused, so that one answer names every field. */
async function readBooking(context: Context, clock: Clock) {
  const sent = await readJson(context, anyObject);
  const wanted = check(visitSchema, sent);
  const party = check(personSchema(dayOf(clock())), sent);
  const rest = check(besides, sent);
  if (wanted.ok && party.ok && rest.ok) return { wanted: wanted.value, party: party.value, ...rest.value };
  throw invalid([wanted, party, rest].flatMap((each) => (each.ok ? [] : each.errors)));
}

function addReading(app: Hono<ApiEnv>, { halls, proof }: BookingApiServices): void {
  app.get(
    "/api/v1/bookings/:code",
    documented({
      id: "readBooking",
      tag,
      summary: "A booking and how it stands",
      description:
        "A missing code and a wrong telephone are the same answer. After five wrong tries on a code or thirty from an address within 15 minutes, wait.",
      security: ["phoneLast4"],
      parameters: [codeParameter, phoneParameter],
      answers: { 200: { description: "The booking", schema: bookingAnswer } },
      problems: [...always, ...ofBooking],
    }),
    async (context) => {
      const booking = await proven(context, proof);
      return context.json(bookingView(booking, await halls.find(booking.hall)));
    },
  );
}
