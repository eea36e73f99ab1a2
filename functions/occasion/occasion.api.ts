/** Receptions and trainings through the API: what is announced, by the day, with the places left. Booked as everything is. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { Halls } from "../booking/booking.hall.service.ts";
import type { Availability } from "../booking/booking.hint.service.ts";
import type { OccasionKind } from "../booking/booking.occasion.ts";
import type { Calendar, Day } from "../calendar/calendar.ts";
import { isDay } from "../calendar/calendar.ts";
import { always, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { openDescriber, type Parameter } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { occasionsAnswer, occasionView } from "./occasion.api.shapes.ts";
import { type Announced, announcedOf } from "./occasion.shown.ts";

export interface OccasionApiServices {
  readonly halls: Pick<Halls, "list">;
  readonly availability: Pick<Availability, "day">;
  readonly clock: Clock;
  readonly calendar: Calendar;
}

const documented = openDescriber(problems);
/** Each is one small read; the days after these are asked for by who wants them. */
const MOST_LISTED = 50;

const fromParameter: Parameter = {
  in: "query",
  name: "from",
  description: "The first day, such as 2026-03-05; today when left out",
  schema: { type: "string" },
};
const howToBook =
  "Book with `POST /api/v1/bookings`: hall, place, service and day from here, a time from `GET /api/v1/halls/{hall}/services/{service}/days/{day}?place={place}`.";

export function occasionApi(services: OccasionApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const listed = (kind: OccasionKind) => async (context: Context<ApiEnv>) =>
    context.json(await pageOf(services, kind, fromIn(context)));
  const common = {
    ...{ tag: "Halls", security: [], parameters: [fromParameter] },
    answers: { 200: { description: "By the day, at most about fifty", schema: occasionsAnswer } },
    problems: [...always, "invalid"],
  } as const;
  app.get(
    "/api/v1/receptions",
    documented({
      ...common,
      id: "listReceptions",
      summary: "When leaders receive citizens (领导接访), who and on what",
      description: `${howToBook} A reception needs a \`topic\`: what the visitor wants to talk about.`,
    }),
    listed("reception"),
  );
  app.get(
    "/api/v1/trainings",
    documented({
      ...common,
      id: "listTrainings",
      summary: "Trainings and events (培训、活动) for which one can sign up",
      description: howToBook,
    }),
    listed("event"),
  );
  return app;
}

function fromIn(context: Context): Day | undefined {
  const asked = context.req.query("from");
  if (asked !== undefined && !isDay(asked)) throw invalid([{ field: "from", code: "day.invalid" }]);
  return asked;
}

async function pageOf(
  { halls, availability, clock, calendar }: OccasionApiServices,
  kind: OccasionKind,
  from: Day = "",
) {
  const all = announcedOf(await halls.list(), kind, { now: clock(), calendar });
  const ahead = all.filter(({ occasion }) => from <= occasion.day);
  // A day is listed whole, so that the next page can begin with another.
  const cut = ahead[MOST_LISTED]?.occasion.day;
  const isOneDay = cut !== undefined && ahead[0]?.occasion.day === cut;
  const listed = ahead.filter(
    ({ occasion: { day } }) => cut === undefined || day < cut || (isOneDay && day === cut),
  );
  const next = ahead[listed.length]?.occasion.day ?? null;
  const free = await Promise.all(listed.map((one) => freeAt(availability, one)));
  return { items: listed.map((one, n) => occasionView(one, free[n], calendar)), next };
}

/** Places that are left, of what can be booked now and has its seats; half a unit. */
async function freeAt(
  availability: OccasionApiServices["availability"],
  { hall, place, service, occasion, standing }: Announced,
): Promise<number | undefined> {
  if (standing.is !== "open") return undefined;
  const starts = await availability.day(
    { hall, place, services: [service], party: 1 },
    occasion.day,
    "public",
  );
  if (starts.length === 0) return undefined;
  return starts
    .filter(({ time }) => occasion.from <= time && time < occasion.to)
    .reduce((sum, { free }) => sum + free, 0);
}
