/** Halls and their free times through the API: open to everybody, one small read each. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { isDay } from "../calendar/calendar.ts";
import { always, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { openDescriber, type Parameter } from "../kit/openapi.ts";
import { invalid, notFound } from "../kit/problem.ts";
import {
  dayAnswer,
  dayView,
  hallsAnswer,
  hallView,
  monthAnswer,
  monthView,
} from "./booking.api.hall.shapes.ts";
import { bookingProblemFacts } from "./booking.api.problems.ts";
import type { Halls } from "./booking.hall.service.ts";
import { lanesFor } from "./booking.hall.ts";
import type { Availability } from "./booking.hint.service.ts";
import type { openFrames } from "./booking.plan.frame.ts";
import type { Errand } from "./booking.visit.ts";
import { errandOf } from "./booking.visit.ts";

export interface HallApiServices {
  readonly halls: Pick<Halls, "list" | "find">;
  readonly availability: Pick<Availability, "month" | "day">;
  readonly frames: ReturnType<typeof openFrames>;
}

const documented = openDescriber({ ...problems, ...bookingProblemFacts });
const open = { tag: "Halls", security: [] };
const MONTH_SHAPE = /^\d{4}-(0[1-9]|1[0-2])$/;

const inPath = (name: string, description: string): Parameter => ({
  in: "path",
  name,
  description,
  schema: { type: "string" },
});
const errandParameters: readonly Parameter[] = [
  inPath("hall", "Id of the hall"),
  inPath("service", "Id of one of its services"),
];
const placeParameter: Parameter = {
  in: "query",
  name: "place",
  description: "Id of a place of the hall; the first one that gives the service when left out",
  schema: { type: "string" },
};
const refusals = [...always, "hall_not_found", "service_not_found", "invalid"] as const;

export function hallApi(services: HallApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addList(app, services);
  addMonth(app, services);
  addDay(app, services);
  return app;
}

function addList(app: Hono<ApiEnv>, { halls }: HallApiServices): void {
  app.get(
    "/api/v1/halls",
    documented({
      ...open,
      id: "listHalls",
      summary: "The halls (大厅), their places and the services that can be booked",
      answers: { 200: { description: "All of them", schema: hallsAnswer } },
      problems: always,
    }),
    async (context) => context.json({ items: (await halls.list()).map(hallView) }),
  );
}

function addMonth(app: Hono<ApiEnv>, services: HallApiServices): void {
  app.get(
    "/api/v1/halls/:hall/services/:service/months/:month",
    documented({
      ...open,
      id: "readMonth",
      summary: "How each day of a month stands",
      parameters: [...errandParameters, inPath("month", "Such as 2026-03"), placeParameter],
      answers: { 200: { description: "The days with seats, a moment ago", schema: monthAnswer } },
      problems: refusals,
    }),
    async (context) => {
      const errand = await errandIn(context, services);
      const month = context.req.param("month");
      if (!MONTH_SHAPE.test(month)) throw invalid([{ field: "month", code: "month.invalid" }]);
      return context.json(monthView(errand, month, await services.availability.month(errand, month)));
    },
  );
}

function addDay(app: Hono<ApiEnv>, services: HallApiServices): void {
  app.get(
    "/api/v1/halls/:hall/services/:service/days/:day",
    documented({
      ...open,
      id: "readDay",
      summary: "The times of a day, those that are full too",
      parameters: [...errandParameters, inPath("day", "Such as 2026-03-05"), placeParameter],
      answers: { 200: { description: "The times, a moment ago", schema: dayAnswer } },
      problems: refusals,
    }),
    async (context) => {
      const errand = await errandIn(context, services);
      const day = context.req.param("day");
      if (!v.is(v.pipe(v.string(), v.check(isDay)), day))
        throw invalid([{ field: "day", code: "day.invalid" }]);
      const starts = await services.availability.day(errand, day, "public");
      return context.json(dayView(errand, { day, frame: services.frames(errand.place, day), starts }));
    },
  );
}

/** What is asked about. Raises 404 for what is not there, 422 for a place that is none of the hall's. */
async function errandIn(context: Context, { halls }: HallApiServices): Promise<Errand> {
  const hall = await halls.find(context.req.param("hall") ?? "");
  if (hall === undefined) throw notFound("hall_not_found");
  const service = context.req.param("service") ?? "";
  const place =
    context.req.query("place") ?? hall.places.find((each) => lanesFor(each, service).length > 0)?.id;
  if (place === undefined) throw notFound("service_not_found");
  const errand = errandOf(hall, { place, services: [service], party: 1 });
  if (errand.ok) return errand.value;
  if (errand.errors.some(({ field }) => field === "services")) throw notFound("service_not_found");
  throw invalid(errand.errors);
}
