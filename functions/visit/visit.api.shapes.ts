/** What the API answers about the day of a hall. Strict, so that nothing leaves which the document does not name. */
import * as v from "valibot";
import { bookingStates, channels } from "../booking/booking.ts";
import { named } from "../kit/openapi.ts";
import { ticketStates } from "./visit.flow.ts";
import type { DaySheet, Waiting } from "./visit.sheet.ts";
import { countsOf } from "./visit.sheet.ts";
import type { Ticket } from "./visit.ts";
import { priorities, serviceSecondsOf, ticketKinds, waitSecondsOf } from "./visit.ts";

const instant = v.pipe(v.string(), v.isoTimestamp(), v.description("In UTC"));
const time = v.pipe(v.string(), v.description("On the clock of the hall, such as 09:30"));
const seconds = (words: string) => v.nullable(v.pipe(v.number(), v.description(words)));
const count = v.number();

export const checkInBody = named(
  "CheckIn",
  v.object({
    code: v.pipe(v.string("code.required"), v.description("Of the booking, as people write it")),
    reason: v.optional(
      v.pipe(
        v.string("reason.required"),
        v.trim(),
        v.minLength(1, "reason.required"),
        v.maxLength(100, "reason.too_long"),
        v.description("Checks in before or after the time for it too; stays on the number and on record"),
      ),
    ),
  }),
);

export const ticketAnswer = named(
  "Ticket",
  v.strictObject({
    number: v.pipe(v.string(), v.description("Y with slot and lane for a booking, W for a walk-in")),
    kind: v.picklist(ticketKinds),
    state: v.picklist(ticketStates),
    services: v.array(v.string()),
    party: v.number(),
    arrivedAt: instant,
    startsAt: v.nullable(instant),
    priority: v.nullable(v.picklist(priorities)),
    counter: v.nullable(v.pipe(v.string(), v.description("Id of the counter that has called it"))),
    calls: count,
    waitSeconds: seconds("From arriving to the first call"),
    serviceSeconds: seconds("At the counter"),
  }),
);
export type TicketAnswer = v.InferOutput<typeof ticketAnswer>;

export const ticketView = (ticket: Ticket): TicketAnswer => ({
  number: ticket.number,
  kind: ticket.kind,
  state: ticket.state,
  services: [...ticket.services],
  party: ticket.party,
  arrivedAt: ticket.arrivedAt,
  startsAt: ticket.startsAt ?? null,
  priority: ticket.priority?.why ?? null,
  counter: ticket.counter ?? null,
  calls: ticket.calls,
  waitSeconds: waitSecondsOf(ticket) ?? null,
  serviceSeconds: serviceSecondsOf(ticket) ?? null,
});

const expected = v.strictObject({
  code: v.string(),
  time,
  counters: v.pipe(v.array(v.string()), v.description("Signs of the counters")),
  services: v.array(v.string()),
  party: v.number(),
  name: v.pipe(v.string(), v.description("Masked")),
  phone: v.pipe(v.string(), v.description("Masked")),
  state: v.picklist(bookingStates),
  channel: v.picklist(channels),
  number: v.nullable(v.pipe(v.string(), v.description("In the queue, once they are here"))),
});

const waiting = v.strictObject({
  ticket: ticketAnswer,
  ahead: v.pipe(v.number(), v.description("Who is called before, at the same counters")),
  waitMinutes: v.nullable(v.pipe(v.number(), v.description("An estimate, in steps of five"))),
});

export const dayAnswer = named(
  "HallDay",
  v.strictObject({
    hall: v.string(),
    place: v.string(),
    day: v.pipe(v.string(), v.isoDate()),
    counts: v.strictObject({
      booked: count,
      here: count,
      noShows: count,
      waiting: count,
      served: count,
      finished: count,
      walkIns: count,
      averageWaitSeconds: seconds("Of those who were called"),
      averageServiceSeconds: seconds("Of those who are done"),
    }),
    seats: v.strictObject({
      total: count,
      taken: count,
      walkIn: v.pipe(v.number(), v.description("Left today for people without a booking")),
    }),
    expected: v.array(expected),
    waiting: v.pipe(v.array(waiting), v.description("In the order of calls")),
    aside: v.pipe(v.array(ticketAnswer), v.description("Paused, or not there when called")),
    counters: v.array(
      v.strictObject({
        id: v.string(),
        sign: v.string(),
        open: v.boolean(),
        current: v.nullable(ticketAnswer),
      }),
    ),
    over: v.array(ticketAnswer),
  }),
);
export type DayAnswer = v.InferOutput<typeof dayAnswer>;

const waitingView = ({ ticket, forecast }: Waiting) => ({
  ticket: ticketView(ticket),
  ahead: forecast.ahead,
  waitMinutes: forecast.waitMinutes ?? null,
});

export function dayView(sheet: DaySheet): DayAnswer {
  const counts = countsOf(sheet);
  return {
    hall: sheet.hall.id,
    place: sheet.place.id,
    day: sheet.day,
    counts: {
      ...counts,
      averageWaitSeconds: counts.averageWaitSeconds ?? null,
      averageServiceSeconds: counts.averageServiceSeconds ?? null,
    },
    seats: { ...sheet.seats },
    expected: sheet.expected.map(
      ({ code, time, counters, services, party, name, phone, state, channel, number }) => ({
        ...{ code, time, party, name, phone, state, channel },
        counters: [...counters],
        services: [...services],
        number: number ?? null,
      }),
    ),
    waiting: sheet.waiting.map(waitingView),
    aside: sheet.aside.map(ticketView),
    counters: sheet.counters.map(({ counter, open, current }) => ({
      ...{ id: counter.id, sign: counter.sign, open },
      current: current === undefined ? null : ticketView(current),
    })),
    over: sheet.over.map(ticketView),
  };
}

export const checkInExamples = {
  code: { summary: "Somebody shows their booking", value: { code: "28T5 CY4G NFF" } },
};
