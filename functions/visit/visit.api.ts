/** The day of a hall through the API: looking at it, checking in, calling the next one. For programs of the office. */
import type { Context } from "hono";
import { Hono } from "hono";
import { bookingProblemFacts } from "../booking/booking.api.problems.ts";
import { readCode } from "../booking/booking.code.ts";
import { bookingProblems } from "../booking/booking.problem.ts";
import { isDay } from "../calendar/calendar.ts";
import { submissionKey, submissionKeyParameter } from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import type { Parameter } from "../kit/openapi.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { visitProblemFacts } from "./visit.api.problems.ts";
import {
  checkInBody,
  checkInExamples,
  dayAnswer,
  dayView,
  ticketAnswer,
  ticketView,
} from "./visit.api.shapes.ts";
import type { Where } from "./visit.parts.service.ts";
import type { Visits } from "./visit.service.ts";

export interface VisitApiServices {
  readonly visits: Pick<Visits, "calls" | "checkIns" | "days">;
}

const documented = openDescriber({ ...problems, ...bookingProblemFacts, ...visitProblemFacts });
const common = { tag: "Office", security: ["bearer"] };
const PLACE = "/api/v1/office/visits/:hall/:place";

const inPath = (name: string, description: string): Parameter => ({
  in: "path",
  name,
  description,
  schema: { type: "string" },
});
const place = [inPath("hall", "Id of the hall"), inPath("place", "Id of its place")];

const whereIn = (context: Context): Where => ({
  hall: context.req.param("hall") ?? "",
  place: context.req.param("place") ?? "",
});

/** Mount it behind `requireBearer`. */
export function visitApi(services: VisitApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addDay(app, services);
  addCheckIn(app, services);
  addCall(app, services);
  return app;
}

function addDay(app: Hono<ApiEnv>, { visits }: VisitApiServices): void {
  app.get(
    `${PLACE}/days/:day`,
    documented({
      ...common,
      id: "readHallDay",
      summary:
        "The day of a hall: who is expected, who is here, who waits, who is served where, what is free",
      parameters: [...place, inPath("day", "Such as 2026-03-02")],
      answers: { 200: { description: "The day, names and telephones masked", schema: dayAnswer } },
      problems: [...always, ...ofOffice, "unit", "invalid", "visit_not_found"],
    }),
    async (context) => {
      const day = context.req.param("day");
      if (!isDay(day)) throw invalid([{ field: "day", code: "day.invalid" }]);
      return context.json(dayView(await visits.days.sheet(context.get("staff"), whereIn(context), day)));
    },
  );
}

function addCheckIn(app: Hono<ApiEnv>, { visits }: VisitApiServices): void {
  app.post(
    `${PLACE}/check-ins`,
    documented({
      ...common,
      id: "checkIn",
      summary: "Check in a booking (签到); again gives the same number",
      parameters: place,
      body: { schema: checkInBody, examples: checkInExamples },
      answers: { 200: { description: "The number in the queue", schema: ticketAnswer } },
      problems: [
        ...[...always, ...ofOffice, ...ofBody],
        ...(["role", "unit", "visit_not_found", "booking_not_found", "check_in_early"] as const),
        ...(["check_in_late", "check_in_other_day", "check_in_elsewhere", "check_in_state"] as const),
      ],
    }),
    async (context) => {
      const body = await readJson(context, checkInBody);
      const code = readCode(body.code);
      if (code === undefined) throw bookingProblems.notFound();
      const shown = { code, reason: body.reason };
      return context.json(
        ticketView(await visits.checkIns.byStaff(context.get("staff"), whereIn(context), shown)),
      );
    },
  );
}

function addCall(app: Hono<ApiEnv>, { visits }: VisitApiServices): void {
  app.post(
    `${PLACE}/counters/:counter/calls`,
    documented({
      ...common,
      id: "callNext",
      summary: "Call the next one to a counter (叫号)",
      description: "No two counters call one person. The same key calls the same person again.",
      parameters: [...place, inPath("counter", "Id of the counter"), submissionKeyParameter],
      answers: { 200: { description: "Who is called", schema: ticketAnswer } },
      problems: [
        ...[...always, ...ofOffice],
        ...(["role", "unit", "visit_not_found", "nobody_waits", "counter_busy"] as const),
        ...(["idempotency_key_required", "idempotency_key_invalid", "too_large"] as const),
      ],
    }),
    async (context) => {
      const calling = { counter: context.req.param("counter"), key: `api:${submissionKey(context)}` };
      return context.json(
        ticketView(await visits.calls.callNext(context.get("staff"), whereIn(context), calling)),
      );
    },
  );
}
