/** What the API takes and answers about the waiting list. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import { bookingAnswer, topic } from "./booking.api.shapes.ts";
import { visitEntries } from "./booking.request.ts";
import { timeSchema } from "./booking.time.ts";

const { time: _time, ...visit } = visitEntries;
const wantedEntries = {
  ...visit,
  from: v.optional(v.pipe(timeSchema, v.description("The earliest time at which the visit may begin"))),
  to: v.optional(v.pipe(timeSchema, v.description("The latest"))),
  lang: v.optional(v.picklist(["zh", "en"], "lang.choose"), "zh"),
};
/** What is asked, without the person, whose fields are checked by `personSchema`. */
export const waitingWanted = v.object(wantedEntries);

export const waitingBody = named(
  "WaitingRequest",
  v.object({
    ...wantedEntries,
    name: v.string(),
    identityKind: v.optional(v.string(), "resident_id"),
    identityNumber: v.string(),
    phone: v.string(),
    agentName: v.optional(v.string()),
    agentPhone: v.optional(v.string()),
    topic,
  }),
);

const instant = v.pipe(v.string(), v.isoTimestamp());
export const waitingAnswer = named(
  "Waiting",
  v.strictObject({
    code: v.pipe(v.string(), v.description("Also the code of the booking that is offered")),
    state: v.pipe(
      v.picklist(["registered", "waiting", "offered", "taken", "missed", "left", "over"]),
      v.description(
        "registered: for a draw to come; missed: the offer ran out or was declined; over: the day has passed",
      ),
    ),
    ahead: v.pipe(v.number(), v.description("How many joined before and still wait, counted up to 100")),
    hall: v.string(),
    place: v.string(),
    services: v.array(v.string()),
    party: v.number(),
    day: v.pipe(v.string(), v.isoDate()),
    from: v.string(),
    to: v.string(),
    zone: v.string(),
    joinedAt: instant,
    offer: v.nullable(bookingAnswer),
  }),
);

export const waitingExamples = {
  morning: {
    summary: "Any time of a morning that is full",
    value: {
      hall: "zwzx",
      place: "main",
      services: ["social"],
      day: "2026-03-05",
      from: "09:00",
      to: "11:30",
      name: "张小明",
      identityNumber: "110101199001010015",
      phone: "13800001234",
    },
  },
};
