/** What a person does with a booking through the API: confirm what is held, cancel, take another time. */
import type { Context } from "hono";
import { Hono } from "hono";
import { always, ofBody, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import { type Operation, openDescriber } from "../kit/openapi.ts";
import { ofBooking, ofTimes } from "./booking.api.problems.of.ts";
import { bookingProblemFacts } from "./booking.api.problems.ts";
import { codeParameter, phoneParameter, proven } from "./booking.api.proof.ts";
import { changedAnswer, changedView, moveBody, moveExamples } from "./booking.api.shapes.ts";
import type { BookingApiServices } from "./booking.api.ts";
import type { Changed } from "./booking.service.ts";

type Code = Extract<keyof typeof problems | keyof typeof bookingProblemFacts, string>;
const documented = openDescriber({ ...problems, ...bookingProblemFacts });

const common = {
  tag: "Applicants",
  security: ["phoneLast4"],
  parameters: [codeParameter, phoneParameter],
  answers: { 200: { description: "The booking as it is now", schema: changedAnswer } },
} as const satisfies Partial<Operation<Code>>;

export function bookingChangeApi(services: BookingApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addConfirming(app, services);
  addCancelling(app, services);
  addMoving(app, services);
  return app;
}

/** Only who shows the telephone comes so far that anything is read or done. */
const act =
  ({ proof, halls }: BookingApiServices, work: (code: string, context: Context) => Promise<Changed>) =>
  async (context: Context) => {
    const { code } = await proven(context, proof);
    const changed = await work(code, context);
    return context.json(changedView(changed, await halls.find(changed.booking.hall)));
  };

function addConfirming(app: Hono<ApiEnv>, services: BookingApiServices): void {
  app.post(
    "/api/v1/bookings/:code/confirm",
    documented({
      ...common,
      id: "confirmBooking",
      summary: "Make a booking of seats that are held",
      description: "Until `heldUntil`; again gives the same.",
      problems: [
        ...always,
        ...ofBooking,
        "hold_expired",
        "seat_closed",
        "booking_state",
        "already_booked",
        "limit_reached",
        "banned",
        "too_large",
      ],
    }),
    act(services, (code) => services.bookings.confirm(code)),
  );
}

function addCancelling(app: Hono<ApiEnv>, services: BookingApiServices): void {
  app.post(
    "/api/v1/bookings/:code/cancel",
    documented({
      ...common,
      id: "cancelBooking",
      summary: "Cancel a booking, or let go of what is held",
      description:
        "Until the time that the rules of the hall say; again gives the same. `warnings` tells of counts that come close to a pause of online booking.",
      problems: [...always, ...ofBooking, "too_late_to_change", "booking_state", "too_large"],
    }),
    act(services, (code) => services.bookings.cancel(code, "person")),
  );
}

function addMoving(app: Hono<ApiEnv>, services: BookingApiServices): void {
  app.post(
    "/api/v1/bookings/:code/reschedule",
    documented({
      ...common,
      id: "reschedule",
      summary: "Take another time (改约)",
      description:
        "The old seats go and the new ones come in one transaction, or nothing happens; the code stays. When the new time is full, the problem names the nearest others.",
      body: { schema: moveBody, examples: moveExamples },
      problems: [
        ...always,
        ...ofBody,
        ...ofBooking,
        ...ofTimes,
        "limit_reached",
        "same_slot",
        "too_late_to_change",
        "booking_state",
      ],
    }),
    act(services, async (code, context) =>
      services.bookings.move(code, await readJson(context, moveBody), "person"),
    ),
  );
}
