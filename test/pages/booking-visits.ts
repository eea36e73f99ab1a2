/** Every page of bookings, in every state in which somebody can find it. */
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const ERRAND = "/bookings/visit/:hall/:place/:services";
const MINE = "/bookings/mine/:code";
const led = { status: 303 } as const;

export const bookingVisits: readonly Visit[] = [
  visit("bookings, no hall yet", "/bookings", (all) => all.visitor("/bookings")),
  visit("bookings", "/bookings", (all) => all.booking.at("/bookings"), again),
  visit("bookings, searched", "/bookings", (all) => all.booking.at("/bookings?q=insurance")),
  visit("bookings, not found", "/bookings", (all) => all.booking.at("/bookings?q=zzzz")),
  visit("where to go", "/bookings/services/:hall/:service", (all) =>
    all.booking.at("/bookings/services/twice/social"),
  ),
  visit(
    "where to go, only one place",
    "/bookings/services/:hall/:service",
    (all) => all.booking.at("/bookings/services/pages/social"),
    led,
  ),
  visit(
    "where to go for nothing",
    "/bookings/services/:hall/:service",
    (all) => all.booking.at("/bookings/services/pages/none"),
    { status: 404, ...again },
  ),
  visit("which day", ERRAND, (all) => all.booking.at(all.booking.errand())),
  visit(
    "which day, of a month with none",
    ERRAND,
    (all) => all.booking.at(`${all.booking.errand()}?month=2026-05`),
    again,
  ),
  visit("which day, for two and two services", ERRAND, (all) =>
    all.booking.at(`${all.booking.errand("social.tax")}?people=2`),
  ),
  visit(
    "which day, another errand",
    ERRAND,
    (all) => all.booking.at(`${all.booking.errand()}?change=yes&people=3&more=tax`),
    led,
  ),
  visit("which day, of no hall", ERRAND, (all) => all.booking.at("/bookings/visit/none/main/social"), {
    status: 404,
    ...again,
  }),
  visit("what time", `${ERRAND}/:day`, (all) => all.booking.at(`${all.booking.errand()}/${all.booking.day}`)),
  visit(
    "what time, after a missed one",
    `${ERRAND}/:day`,
    (all) => all.booking.at(`${all.booking.errand()}/${all.booking.day}?missed=0905`),
    again,
  ),
  visit("what time, of a holiday", `${ERRAND}/:day`, (all) =>
    all.booking.at(`${all.booking.errand()}/2026-04-06`),
  ),
  visit("what time, of a day that opens later", `${ERRAND}/:day`, (all) =>
    all.booking.at(`${all.booking.errand()}/2026-03-20`),
  ),
  visit(
    "what time, of no day",
    `${ERRAND}/:day`,
    (all) => all.booking.at(`${all.booking.errand()}/2026-02-30`),
    {
      status: 404,
      ...again,
    },
  ),
  visit("what time, of a full day", `${ERRAND}/:day`, (all) => all.booking.full(), again),
  visit("wait for a day", `${ERRAND}/:day/wait`, (all) => all.booking.atWait()),
  visit("waiting", `${MINE}/waiting`, (all) => all.booking.waiting()),
  visit("waiting no more", `${MINE}/waiting`, (all) => all.booking.left()),
  visit("before the hour", `${ERRAND}/:day`, (all) =>
    all.booking.at("/bookings/visit/queued/main/social/2026-03-10"),
  ),
  visit("before a draw", `${ERRAND}/:day`, (all) =>
    all.booking.at("/bookings/visit/lots/main/social/2026-03-10"),
  ),
  visit("register for a draw", `${ERRAND}/:day/wait`, (all) =>
    all.booking.at("/bookings/visit/lots/main/social/2026-03-10/wait"),
  ),
  visit("registered for a draw", `${MINE}/waiting`, (all) => all.booking.registered()),
  visit("a draw", "/bookings/draws/:hall/:place/:day", async (all) => {
    const { browser } = await all.booking.registered();
    return { browser, path: "/bookings/draws/lots/main/2026-03-10" };
  }),
  visit("a draw without anybody", "/bookings/draws/:hall/:place/:day", (all) =>
    all.booking.at("/bookings/draws/lots/main/2026-03-11"),
  ),
  visit(
    "the list of a draw",
    "/bookings/draws/:hall/:place/:day/draw.json",
    async (all) => {
      const { browser } = await all.booking.registered();
      return { browser, path: "/bookings/draws/lots/main/2026-03-10/draw.json" };
    },
    { download: true },
  ),
  visit("take a ticket", `${ERRAND}/:day/queue`, (all) => all.booking.atQueue()),
  visit("a ticket", `${ERRAND}/:day/queue`, (all) => all.booking.queued()),
  visit(
    "a ticket, where none is given",
    `${ERRAND}/:day/queue`,
    (all) => all.booking.at(`${all.booking.errand()}/${all.booking.day}/queue`),
    led,
  ),
  visit("who", `${ERRAND}/:day/:time`, (all) => all.booking.visit()),
  visit(
    "who, for a time that is not there",
    `${ERRAND}/:day/:time`,
    (all) => all.booking.at(`${all.booking.errand()}/${all.booking.day}/1215`),
    led,
  ),
  visit("check the booking", `${ERRAND}/:day/:time/check`, (all) => all.booking.atCheck()),
  visit(
    "check a booking of nobody",
    `${ERRAND}/:day/:time/check`,
    (all) => all.booking.at(`${all.booking.errand()}/${all.booking.day}/0900/check`),
    led,
  ),
  visit("find a booking", "/bookings/find", (all) => all.booking.at("/bookings/find?code=ABC")),
  visit("a booking", MINE, (all) => all.booking.booked()),
  visit("a booking, cancelled", MINE, (all) => all.booking.cancelled()),
  visit("a booking, held", MINE, (all) => all.booking.held()),
  visit(
    "a booking that was not shown to be theirs",
    MINE,
    (all) => all.booking.at("/bookings/mine/00000000000"),
    led,
  ),
  visit("no booking at all", MINE, (all) => all.booking.at("/bookings/mine/1"), { status: 404, ...again }),
  visit(
    "a booking for the calendar",
    `${MINE}/visit.ics`,
    (all) => all.booking.booked((mine) => `${mine}/visit.ics`),
    {
      download: true,
    },
  ),
  visit("cancel a booking", `${MINE}/cancel`, (all) => all.booking.booked((mine) => `${mine}/cancel`)),
  visit("move a booking, the day", `${MINE}/move`, (all) => all.booking.booked((mine) => `${mine}/move`)),
  visit("move a booking, the time", `${MINE}/move/:day`, (all) =>
    all.booking.booked((mine) => `${mine}/move/${all.booking.day}`),
  ),
  visit("move a booking, the question", `${MINE}/move/:day/:time`, (all) =>
    all.booking.booked((mine) => `${mine}/move/${all.booking.day}/1630`),
  ),
];
