/** The day of a hall in every state: nobody yet, people expected, waiting, called, served; desk, screen and own number. */
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Ticket } from "../../functions/visit/visit.ts";
import { freshHall, requestOf } from "../booking/desk.ts";
import { people, staff } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const OF_PLACE = "/office/visits/:hall/:place";
const TODAY = "2026-03-02";
const { clerk } = people;
let visitors = 0;

/** A hall that is open today, with one booking for half past ten; it is ten o'clock. */
async function hallToday(all: Arrivals): Promise<{ hall: Hall; code: string }> {
  const { booking } = all.apps;
  const hall = freshHall({
    place: { cutOff: { minutes: 0 }, pools: [{ pool: "walk_in", counters: ["a3"] }] },
  });
  await booking.schedules.describe(hall, 0);
  await booking.schedules.publish(hall.id, { from: TODAY, to: TODAY });
  // The office's function has read the halls before, and its clock stands still.
  await all.apps.visits.halls.readForChange(hall.id);
  visitors += 1;
  const party = {
    ...{
      name: "Zhang San",
      identityKind: "other",
      identityNumber: `visitor-${visitors}`,
      phone: "13800001234",
    },
    agent: { name: "Li Si", phone: "13800005678" },
  };
  const wanted = { day: TODAY, time: "10:30", services: ["id-card"] };
  const made = await booking.bookings.book(requestOf(hall, wanted, { party }));
  return { hall, code: made.booking.code };
}

const whereOf = ({ id }: Hall) => ({ hall: id, place: "main" });

interface Standing {
  readonly hall: Hall;
  readonly code: string;
  readonly ticket: Ticket;
}

/** Somebody is checked in, somebody has taken a number with priority, and nobody is called yet. */
async function withQueue(all: Arrivals): Promise<Standing> {
  const { hall, code } = await hallToday(all);
  const { visits } = all.apps;
  const ticket = await visits.checkIns.byStaff(clerk, whereOf(hall), { code });
  await visits.walkIns.take(clerk, whereOf(hall), {
    ...{ service: "social", party: 1, key: code },
    priority: { why: "other", reason: "on crutches" },
  });
  return { hall, code, ticket };
}

type State = "waiting" | "called" | "serving" | "missed" | "parked" | "finished";
const waysTo: Readonly<Record<State, readonly ("call" | "start" | "no_answer" | "park" | "finish")[]>> = {
  waiting: [],
  called: ["call"],
  serving: ["call", "start"],
  missed: ["call", "no_answer"],
  parked: ["park"],
  finished: ["call", "start", "finish"],
};

async function standing(all: Arrivals, state: State): Promise<Standing> {
  const there = await withQueue(all);
  const where = whereOf(there.hall);
  let { ticket } = there;
  for (const action of waysTo[state]) {
    ticket =
      action === "call"
        ? await all.apps.visits.calls.callNext(clerk, where, { counter: "a1", key: `${there.code} call` })
        : await all.apps.visits.calls.act(clerk, where, {
            ...{ number: ticket.number, version: ticket.version, action },
          });
    // Whoever has priority is called first, and is as good as anybody here.
  }
  return { ...there, ticket };
}

const atDesk = async (all: Arrivals, state: State, rest: (standing: Standing) => string, person = clerk) => {
  const there = await standing(all, state);
  return all.desk(person, `/office/visits/${there.hall.id}/main${rest(there)}`);
};

async function own(all: Arrivals, state: State, query = ""): Promise<Arrival> {
  const { ticket } = await standing(all, state);
  const proof = all.apps.visits.public.proofOf(ticket);
  const { hall, place, day, number } = ticket;
  return all.visitor(`/check-in/${[hall, place, day, number, proof].join("/")}${query}`);
}

const states = ["waiting", "called", "serving", "missed", "parked", "finished"] as const;
/** Each of these two has a number of its own in its title: who is booked, and who has priority. */
const isNew = (state: State): boolean => state === "waiting" || state === "called";
const TICKET = "/check-in/:hall/:place/:day/:number/:proof";

export const dayVisits: readonly Visit[] = [
  visit("checking in", "/check-in", (all) => all.visitor("/check-in")),
  visit("checking in, with a code", "/check-in", (all) => all.visitor("/check-in?code=28T5CY4GNFF"), again),
  ...states.map((state) =>
    visit(`own number, ${state}`, TICKET, (all) => own(all, state), isNew(state) ? {} : again),
  ),
  visit("own number, just checked in", TICKET, (all) => own(all, "waiting", "?done=checked_in"), again),
  visit("somebody's number", TICKET, (all) => all.visitor("/check-in/a/main/2026-03-02/W001/000000000000"), {
    status: 404,
    ...again,
  }),
  visit("screen, nobody called", "/calls/:hall/:place", async (all) => {
    const { hall } = await hallToday(all);
    return all.visitor(`/calls/${hall.id}/main`);
  }),
  visit(
    "screen",
    "/calls/:hall/:place",
    async (all) => {
      const { hall } = await standing(all, "called");
      return all.visitor(`/calls/${hall.id}/main`);
    },
    again,
  ),
  visit("screen of no hall", "/calls/:hall/:place", (all) => all.visitor("/calls/nowhere/main"), {
    status: 404,
    ...again,
  }),
  visit("places", "/office/visits", async (all) => {
    await hallToday(all);
    await hallToday(all);
    return all.desk(clerk, "/office/visits");
  }),
  visit("places, none", "/office/visits", (all) => all.desk(staff("clerk", "dxx"), "/office/visits"), again),
  visit("day, nobody here yet", OF_PLACE, async (all) => {
    const { hall } = await hallToday(all);
    return all.desk(clerk, `/office/visits/${hall.id}/main`);
  }),
  ...states.map((state) => visit(`day, ${state}`, OF_PLACE, (all) => atDesk(all, state, () => ""), again)),
  visit("day, another one", OF_PLACE, (all) => atDesk(all, "waiting", () => "?day=2026-03-03")),
  visit(
    "day, just checked in",
    OF_PLACE,
    (all) => atDesk(all, "waiting", ({ ticket }) => `?done=checked_in&number=${ticket.number}`),
    again,
  ),
  visit("day, to look at", OF_PLACE, (all) => atDesk(all, "waiting", () => "", people.auditor), again),
  visit("day of another unit", OF_PLACE, (all) => atDesk(all, "waiting", () => "", staff("clerk", "zrzy")), {
    status: 403,
    ...again,
  }),
  visit("walk-in desk", `${OF_PLACE}/walk-in`, (all) => atDesk(all, "waiting", () => "/walk-in")),
  visit(
    "walk-in desk, for who looks on",
    `${OF_PLACE}/walk-in`,
    (all) => atDesk(all, "waiting", () => "/walk-in", people.auditor),
    { status: 403, ...again },
  ),
  ...states.map((state) =>
    visit(
      `number, ${state}`,
      `${OF_PLACE}/tickets/:number`,
      (all) => atDesk(all, state, ({ ticket }) => `/tickets/${ticket.number}`),
      isNew(state) ? {} : again,
    ),
  ),
  visit(
    "number, just given",
    `${OF_PLACE}/tickets/:number`,
    (all) => atDesk(all, "waiting", ({ ticket }) => `/tickets/${ticket.number}?done=taken`),
    again,
  ),
  visit(
    "no such number",
    `${OF_PLACE}/tickets/:number`,
    (all) => atDesk(all, "waiting", () => "/tickets/W999"),
    {
      status: 404,
      ...again,
    },
  ),
  ...states.map((state) =>
    visit(
      `counter, ${state}`,
      `${OF_PLACE}/counters/:counter`,
      (all) => atDesk(all, state, () => "/counters/a1"),
      state === "waiting" ? {} : again,
    ),
  ),
  visit(
    "no such counter",
    `${OF_PLACE}/counters/:counter`,
    (all) => atDesk(all, "waiting", () => "/counters/a9"),
    { status: 404, ...again },
  ),
];
