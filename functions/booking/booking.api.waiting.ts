/** The waiting list (候补) through the API. What is offered is accepted and declined as any hold is, under the same code. */
import { Hono } from "hono";
import * as v from "valibot";
import { dayOf } from "../calendar/calendar.ts";
import { always, ofBody, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { addressOf } from "../kit/address.ts";
import type { Clock } from "../kit/clock.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { ofBooking, ofWaiting } from "./booking.api.problems.of.ts";
import { bookingProblemFacts } from "./booking.api.problems.ts";
import { codeParameter, phoneParameter, proofParameter, shownIn, tryOf } from "./booking.api.proof.ts";
import { bookingView } from "./booking.api.shapes.ts";
import { waitingAnswer, waitingBody, waitingExamples, waitingWanted } from "./booking.api.waiting.shapes.ts";
import type { Halls } from "./booking.hall.service.ts";
import type { Limits } from "./booking.limit.service.ts";
import { personSchema } from "./booking.request.ts";
import { ZONE } from "./booking.time.ts";
import type { Standing, WaitingList } from "./booking.waiting.service.ts";

export interface WaitingApiServices {
  readonly halls: Pick<Halls, "find">;
  readonly waiting: Pick<WaitingList, "join" | "prove" | "leave">;
  readonly limits: Pick<Limits, "take">;
  readonly clock: Clock;
}

const documented = openDescriber({ ...problems, ...bookingProblemFacts });
const tag = "Applicants";
const anyObject = v.record(v.string(), v.unknown(), "booking.required");
const proved = { tag, security: ["phoneLast4"], parameters: [codeParameter, phoneParameter] };

export function waitingApi(services: WaitingApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addJoining(app, services);
  addEntry(app, services);
  return app;
}

async function viewOf({ waiter, state, ahead, booking }: Standing, { halls }: WaitingApiServices) {
  const { code, hall, place, services, party, day, from, to, joinedAt } = waiter;
  const offer = booking === undefined ? null : bookingView(booking, await halls.find(booking.hall));
  const asked = { hall, place, services, party, day, from, to, zone: ZONE };
  return { code, state, ahead, ...asked, joinedAt, offer } satisfies v.InferOutput<typeof waitingAnswer>;
}

function addJoining(app: Hono<ApiEnv>, services: WaitingApiServices): void {
  app.post(
    "/api/v1/waiting-list",
    documented({
      id: "joinWaitingList",
      tag,
      summary: "Wait for a day that is full (候补)",
      description:
        "What somebody gives back is held for the first in line who can use it, until `offer.heldUntil`; confirm it with `POST /api/v1/bookings/{code}/confirm` or decline it with `.../cancel`, under the code of the entry. The same person and wish again is the same entry.",
      security: [],
      parameters: [proofParameter],
      body: { schema: waitingBody, examples: waitingExamples },
      answers: { 201: { description: "In line, or offered something already", schema: waitingAnswer } },
      problems: [...always, ...ofBody, ...ofWaiting, "agent_refused"],
    }),
    async (context) => {
      const sent = await readJson(context, anyObject);
      const wanted = check(waitingWanted, sent);
      const person = check(personSchema(dayOf(services.clock())), sent);
      if (!wanted.ok || !person.ok)
        throw invalid([wanted, person].flatMap((each) => (each.ok ? [] : each.errors)));
      await services.limits.take({ phone: person.value.phone, ...tryOf(context) });
      const { lang, from, to, ...rest } = wanted.value;
      const times = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const request = { wanted: { ...rest, ...times }, party: person.value, lang };
      return context.json(await viewOf(await services.waiting.join(request), services), 201);
    },
  );
}

function addEntry(app: Hono<ApiEnv>, services: WaitingApiServices): void {
  app.get(
    "/api/v1/waiting-list/:code",
    documented({
      ...proved,
      id: "readWaiting",
      summary: "How an entry of the waiting list stands",
      answers: { 200: { description: "The entry, with what is offered", schema: waitingAnswer } },
      problems: [...always, ...ofBooking],
    }),
    async (context) => {
      const standing = await services.waiting.prove(shownIn(context), addressOf(context));
      return context.json(await viewOf(standing, services));
    },
  );
  app.post(
    "/api/v1/waiting-list/:code/leave",
    documented({
      ...proved,
      id: "leaveWaitingList",
      summary: "Leave the waiting list",
      description: "Again gives the same. Once something is offered, decline that instead.",
      answers: { 200: { description: "The entry as it is now", schema: waitingAnswer } },
      problems: [...always, ...ofBooking, "booking_state", "too_large"],
    }),
    async (context) => {
      const { waiter } = await services.waiting.prove(shownIn(context), addressOf(context));
      return context.json(await viewOf(await services.waiting.leave(waiter.code), services));
    },
  );
}
