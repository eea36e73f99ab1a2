/** Booking through the API: making a booking and opening it again. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { dayOf } from "../calendar/calendar.ts";
import { submissionKey, submissionKeyParameter } from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { addressOf } from "../kit/address.ts";
import type { Clock } from "../kit/clock.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid, Problem } from "../kit/problem.ts";
import { bookingProblemFacts, ofSeats } from "./booking.api.problems.ts";
import { bookingAnswer, bookingBody, bookingExamples, bookingView } from "./booking.api.shapes.ts";
import { readCode } from "./booking.code.ts";
import type { Halls } from "./booking.hall.service.ts";
import { bookingProblems } from "./booking.problem.ts";
import type { BookingProof } from "./booking.proof.service.ts";
import { personSchema, visitSchema } from "./booking.request.ts";
import type { Bookings } from "./booking.service.ts";

export interface BookingApiServices {
  readonly halls: Pick<Halls, "find">;
  readonly bookings: Pick<Bookings, "book" | "hold">;
  readonly proof: Pick<BookingProof, "prove">;
  readonly clock: Clock;
}

const documented = openDescriber({ ...problems, ...bookingProblemFacts });
const tag = "Applicants";
const anyObject = v.record(v.string(), v.unknown(), "booking.required");
const PHONE_SHAPE = /^\d{4}$/;

export function bookingApi(services: BookingApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addBooking(app, services);
  addReading(app, services);
  return app;
}

function addBooking(app: Hono<ApiEnv>, { halls, bookings, clock }: BookingApiServices): void {
  app.post(
    "/api/v1/bookings",
    documented({
      id: "book",
      tag,
      summary: "Book a visit at a hall (预约)",
      description:
        "One transaction takes the seats or nothing happens. The same key with the same content gives the same booking again, for as long as the booking is kept. When a time is full, the problem names the nearest others.",
      security: [],
      parameters: [submissionKeyParameter],
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
      ],
    }),
    async (context) => {
      const key = `api:${submissionKey(context)}`;
      const { wanted, party, hold, lang } = await readBooking(context, clock);
      const request = { wanted, party, lang, key, pool: "public", channel: "internet" } as const;
      const { booking } = await (hold ? bookings.hold(request) : bookings.book(request));
      return context.json(bookingView(booking, await halls.find(booking.hall)), 201);
    },
  );
}

const besides = v.object({ hold: bookingBody.entries.hold, lang: bookingBody.entries.lang });

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
      parameters: [
        {
          in: "path",
          name: "code",
          description: "Code of the booking; spaces, hyphens and small letters are fine",
          schema: { type: "string" },
        },
      ],
      answers: { 200: { description: "The booking", schema: bookingAnswer } },
      problems: [...always, "phone_required", "booking_not_found", "too_many_tries"],
    }),
    async (context) => {
      const booking = await proof.prove(shownIn(context), addressOf(context));
      return context.json(bookingView(booking, await halls.find(booking.hall)));
    },
  );
}

/** A code that cannot be of ours was never given to anybody, so saying so reveals nothing. */
function shownIn(context: Context) {
  const phone4 = context.req.header("phone-last4") ?? "";
  if (!PHONE_SHAPE.test(phone4)) throw new Problem(400, "phone_required");
  const code = readCode(context.req.param("code") ?? "");
  if (code === undefined) throw bookingProblems.notFound();
  return { code, phone4 };
}
