/** Queue tickets (排队签) through the API, for days whose order is drawn among who was there before the hour. */
import { Hono } from "hono";
import * as v from "valibot";
import { dayOf } from "../calendar/calendar.ts";
import { always, ofBody, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { ofTickets } from "./booking.api.problems.of.ts";
import { bookingProblemFacts } from "./booking.api.problems.ts";
import { proofParameter, tryOf } from "./booking.api.proof.ts";
import type { Halls } from "./booking.hall.service.ts";
import type { Limits } from "./booking.limit.service.ts";
import type { Releases } from "./booking.release.service.ts";
import { personSchema, visitEntries } from "./booking.request.ts";
import type { openUsable } from "./booking.usable.service.ts";
import { errandOf } from "./booking.visit.ts";

export interface QueueApiServices {
  readonly halls: Pick<Halls, "find">;
  readonly releases: Pick<Releases, "giveTicket" | "standing">;
  /** Raises why a person could not use a ticket. */
  readonly demandUsable: ReturnType<typeof openUsable>;
  readonly limits: Pick<Limits, "take">;
  readonly clock: Clock;
}

const documented = openDescriber({ ...problems, ...bookingProblemFacts });
const { hall, place, services, day } = visitEntries;
const wantedEntries = { hall, place, services, day };
const lang = v.optional(
  v.pipe(v.picklist(["zh", "en"], "lang.choose"), v.description("Of the notices")),
  "zh",
);
const wantedSchema = v.object({ ...wantedEntries, lang });
const body = named(
  "QueueTicketRequest",
  v.object({
    ...wantedEntries,
    lang,
    name: v.string(),
    identityKind: v.optional(v.string(), "resident_id"),
    identityNumber: v.string(),
    phone: v.string(),
    email: v.optional(v.pipe(v.string(), v.description("For notices by mail, beside or instead of SMS"))),
  }),
);
const instant = v.pipe(v.string(), v.isoTimestamp());
const answer = named(
  "QueueTicket",
  v.strictObject({
    ticket: v.pipe(v.string(), v.description("To be sent as `ticket` with the booking")),
    sign: v.pipe(v.string(), v.description("What is drawn with; the same for every ticket of the person")),
    opensAt: v.pipe(instant, v.description("When the order is drawn")),
    behind: v.pipe(instant, v.description("From when whoever has no ticket can book")),
  }),
);
export const queueExamples = {
  resident: {
    summary: "A ticket for the next day that opens",
    value: {
      ...{ hall: "zwzx", place: "main", services: ["social"], day: "2026-03-10" },
      ...{ name: "张小明", identityNumber: "110101199001010015", phone: "13800001234" },
    },
  },
};

export function queueApi(api: QueueApiServices): Hono<ApiEnv> {
  const { halls, releases, demandUsable, limits, clock } = api;
  const app = new Hono<ApiEnv>();
  app.post(
    "/api/v1/queue-tickets",
    documented({
      id: "takeQueueTicket",
      tag: "Applicants",
      summary: "Take a queue ticket before places are given out (排队签)",
      description:
        "For services whose order is drawn. Whoever takes a ticket in the 24 hours before the hour gets a turn within ten minutes after it, by a seed that exists from the hour on only; `turn_not_yet` names it, and a message to the telephone or the mail tells it. Early or late is the same, and any number of tickets of one person is one. Whoever could not book at the hour is told so now, and is given none.",
      security: [],
      body: { schema: body, examples: queueExamples },
      answers: { 201: { description: "The ticket", schema: answer } },
      problems: [...always, ...ofBody, ...ofTickets],
      parameters: [proofParameter],
    }),
    async (context) => {
      const sent = await readJson(context, v.record(v.string(), v.unknown(), "booking.required"));
      const wanted = check(wantedSchema, sent);
      const person = check(personSchema(dayOf(clock())), sent);
      if (!wanted.ok || !person.ok)
        throw invalid([wanted, person].flatMap((each) => (each.ok ? [] : each.errors)));
      const found = await halls.find(wanted.value.hall);
      if (found === undefined) throw invalid([{ field: "hall", code: "hall.unknown" }]);
      const errand = errandOf(found, { ...wanted.value, party: 1 });
      if (!errand.ok) throw invalid(errand.errors);
      await limits.take({ phone: person.value.phone, ...tryOf(context) });
      const taker = { party: person.value, lang: wanted.value.lang };
      await demandUsable(errand.value, wanted.value.day, person.value);
      const ticket = await releases.giveTicket(errand.value, wanted.value.day, taker);
      const { mark = "", opensAt, behind } = await releases.standing(errand.value, wanted.value.day, ticket);
      return context.json({ ticket, sign: mark, opensAt, behind }, 201);
    },
  );
  return app;
}
