/** `/office/halls/:hall/places/:place`: a place with its days to come, and the forms of its parts. */
import { Hono } from "hono";
import { PlaceAboutPage } from "../../web/pages/office/hall/part-about.tsx";
import { CounterPage, CountersPage } from "../../web/pages/office/hall/part-counters.tsx";
import { DaysPage, PoolsPage } from "../../web/pages/office/hall/part-days.tsx";
import { HoursPage } from "../../web/pages/office/hall/part-hours.tsx";
import { OpeningPage } from "../../web/pages/office/hall/part-opening.tsx";
import type { PlaceDay } from "../../web/pages/office/hall/place.tsx";
import { PlacePage } from "../../web/pages/office/hall/place.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage } from "../kit/page.ts";
import { invalid, notFound } from "../kit/problem.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, orAgain, param, placeIn, saved, versionIn } from "./booking.desk.office.tsx";
import type { PlacePart } from "./booking.edit.place.ts";
import { editedPlace, placeParts } from "./booking.edit.place.ts";
import { validHall, withPlace } from "./booking.edit.ts";
import type { Hall, Place } from "./booking.hall.ts";
import { placeOf } from "./booking.hall.ts";
import { openingOf } from "./booking.hours.ts";
import { planDay } from "./booking.plan.ts";

const PLACE = "/office/halls/:hall/places/:place";
const DAYS_SHOWN = 28;

export function placeOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(PLACE, (context) => show(services, context));
  app.get(`${PLACE}/counters/:counter`, (context) => part(services, context, { name: "counters" }));
  app.get(`${PLACE}/:part`, (context) => part(services, context, { name: partIn(context) }));
  app.post(`${PLACE}/:part`, (context) => change(services, context));
  return app;
}

function partIn(context: HallContext): PlacePart {
  const found = placeParts.find((name) => name === param(context, "part"));
  if (found === undefined) throw notFound("part_not_found");
  return found;
}

async function opened(services: HallOfficeServices, context: HallContext) {
  const staff = context.get("staff");
  const { hall, published, draft } = await services.desk.open(staff, "hall.read", param(context, "hall"));
  const place = placeIn(hall, param(context, "place"));
  return { hall, place, published: published?.hall, version: draft?.version ?? 0 };
}

async function show(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const { hall, place } = await opened(services, context);
  return renderPage(
    context,
    <PlacePage
      {...frameOf(services, context, hallPaths.place(hall.id, place.id))}
      hall={hall}
      place={place}
      days={await daysOf(services, hall, place)}
    />,
  );
}

/** The days to come, each with when it is open, why it is not, and how far it is published. */
async function daysOf(services: HallOfficeServices, hall: Hall, place: Place): Promise<readonly PlaceDay[]> {
  const { clock, calendar, schedules } = services;
  const today = dayOf(clock());
  const days = Array.from({ length: DAYS_SHOWN }, (_, n) => addDays(today, n));
  const range = { from: today, to: days.at(-1) ?? today };
  const known = await schedules.progress({ hall: hall.id, place: place.id }, range);
  return days.map((day): PlaceDay => {
    const { seats, closure } = planDay(place, day, calendar);
    const note = calendar.nameOf(day);
    const schedule = known.find((each) => each.day === day);
    const openings = place.counters.flatMap(({ id }) => openingOf(place.hours, id, { day, calendar }).spans);
    const spans = new Map(openings.map((span) => [`${span.from} ${span.to}`, span]));
    return {
      day,
      spans: [...spans.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1)),
      seats: seats.length,
      closure,
      makeUp: note.code === "make_up" ? note.name : undefined,
      published: schedule && { capacity: schedule.capacity, waiting: schedule.state === "waiting" },
    };
  });
}

interface Shown {
  readonly name: PlacePart;
  readonly refused?: Refused | undefined;
  /** The counter whose form was sent; empty for a new one. */
  readonly counter?: string | undefined;
}

const pages = {
  about: PlaceAboutPage,
  counters: CountersPage,
  hours: HoursPage,
  days: DaysPage,
  opening: OpeningPage,
  pools: PoolsPage,
} as const;

async function part(services: HallOfficeServices, context: HallContext, { name, refused, ...sent }: Shown) {
  const { hall, place, published, version } = await opened(services, context);
  const counter = sent.counter ?? context.req.param("counter");
  const path =
    counter === undefined
      ? hallPaths.placePart(hall.id, place.id, name)
      : hallPaths.counter(hall.id, place.id, counter);
  const props = { ...frameOf(services, context, path), ...refused, hall, place, version };
  if (counter === undefined) {
    const Page = pages[name];
    return renderPage(context, <Page {...props} />, refused?.status);
  }
  const known = place.counters.some(({ id }) => id === counter);
  if (!known && counter !== "new") throw notFound("counter_not_found");
  const before = published && placeOf(published, place.id);
  return renderPage(
    context,
    <CounterPage
      {...props}
      counter={counter}
      isPublished={before?.counters.some(({ id }) => id === counter) ?? false}
    />,
    refused?.status,
  );
}

/** One button of one part: written into the draft, or shown again with what is wrong. */
async function change(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const name = partIn(context);
  const [hallId, placeId] = [param(context, "hall"), param(context, "place")];
  const values = await readForm(context);
  const work = async () => {
    await services.hallDrafts.change(context.get("staff"), hallId, versionIn(values), (hall, published) => {
      const place = placeIn(hall, placeId);
      const before = published && placeOf(published, placeId);
      const edited = editedPlace({ hall, place, published: before }, name, values);
      if (edited === undefined) throw notFound("action_not_found");
      if (!edited.ok) throw invalid(edited.errors);
      return validHall(withPlace(hall, edited.value), firstFields[name]);
    });
    return saved(context, hallPaths.placePart(hallId, placeId, name));
  };
  const counter = name === "counters" ? fieldOf(values, "counter") || "new" : undefined;
  return orAgain(work, values, (refused) => part(services, context, { name, refused, counter }));
}

/** Where an error is shown that concerns the whole. */
const firstFields: Readonly<Record<PlacePart, string>> = {
  about: "nameZh",
  counters: "sign",
  hours: "from",
  days: "fromDay",
  opening: "slotFrom",
  pools: "pool",
};
