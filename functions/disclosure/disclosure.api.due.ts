/** The public calculator of the API: by when a request received on a day is answered, each day with its reason. */
import { Hono } from "hono";
import * as v from "valibot";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { problems } from "./disclosure.api.problems.ts";
import { day, dueDays } from "./disclosure.api.shapes.ts";
import { dueView } from "./disclosure.api.view.ts";
import type { DueDates } from "./disclosure.due.ts";
import { dueDates, receivedError } from "./disclosure.due.ts";

export interface DueApiServices {
  readonly calendar: Calendar;
  readonly clock: Clock;
}

const documented = openDescriber(problems);

const oneDate = v.strictObject({
  on: day,
  limitWorkingDays: v.number(),
  provisional: v.pipe(v.boolean(), v.description("The holidays of that time are not announced yet")),
  days: v.pipe(v.array(dueDays), v.description("From the day of receipt to the date, each counted or not")),
});
const dates = named(
  "DueDates",
  v.strictObject({
    received: day,
    correctionNoticeBy: v.pipe(
      day,
      v.description("Until then the unit can ask for a correction, once (Art. 30)"),
    ),
    due: v.pipe(oneDate, v.description("The answer (Art. 33)")),
    extended: v.pipe(oneDate, v.description("The answer with the whole of the one extension (Art. 33)")),
  }),
);

export function disclosureDueApi({ calendar, clock }: DueApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get(
    "/api/v1/disclosure/due-dates",
    documented({
      id: "countDueDates",
      tag: "Tables",
      summary: "By when a request is answered that is received on a day, and why by then",
      security: [],
      parameters: [
        {
          in: "query",
          name: "received",
          description:
            "The day of receipt (Art. 31), from 2008-05-01 to a year from now; today when left out",
          schema: { type: "string", format: "date" },
          example: "2026-03-02",
        },
      ],
      answers: { 200: { description: "The dates with their days", schema: dates } },
      problems: ["invalid"],
    }),
    (context) => {
      const today = dayOf(clock());
      const received = context.req.query("received") ?? today;
      const code = receivedError(received, today);
      if (code !== undefined) throw invalid([{ field: "received", code }]);
      return context.json(datesView(dueDates(received, calendar)));
    },
  );
  return app;
}

function datesView({ received, correctionNoticeBy, due, extended }: DueDates) {
  const view = ({ days, ...date }: DueDates["due"]) => {
    const { on, limitWorkingDays, provisional, days: counted } = dueView(date, days);
    return { on, limitWorkingDays, provisional, days: counted };
  };
  return { received, correctionNoticeBy, due: view(due), extended: view(extended) };
}
