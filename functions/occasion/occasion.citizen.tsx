/** `/receptions` and `/events`: who receives when and what takes place, by date, each with the door to book it. */
import type { Context } from "hono";
import { Hono } from "hono";
import { OccasionListPage } from "../../web/pages/occasion/list.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import { occasionPaths } from "../../web/paths.occasion.ts";
import { paths } from "../../web/paths.ts";
import type { View } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import type { Halls } from "../booking/booking.hall.service.ts";
import type { OccasionKind } from "../booking/booking.occasion.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { type Announced, announcedOf } from "./occasion.shown.ts";

export interface OccasionCitizenServices {
  readonly config: Pick<Config, "mapSearch">;
  readonly halls: Pick<Halls, "list">;
  readonly clock: Clock;
  readonly calendar: Calendar;
}

export function occasionCitizen(services: OccasionCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(occasionPaths.receptions(), (context) => list(services, context, "reception"));
  app.get(occasionPaths.events(), (context) => list(services, context, "event"));
  return app;
}

async function list(services: OccasionCitizenServices, context: Context<AppEnv>, kind: OccasionKind) {
  const { halls, clock, calendar, config } = services;
  const view = context.get("view");
  const found = announcedOf(await halls.list(), kind, { now: clock(), calendar });
  const shown = found.map((one) => shownOf(view, one, config));
  return renderPage(context, <OccasionListPage view={view} kind={kind} occasions={shown} />);
}

const shownOf = (
  { lang }: View,
  { hall, place, service, occasion, standing }: Announced,
  { mapSearch }: Pick<Config, "mapSearch">,
) => ({
  ...{ occasion, standing, phone: place.phone },
  name: service.name[lang],
  where: `${hall.name[lang]} ${place.name[lang]}`,
  address: place.address[lang],
  map: mapSearch === undefined ? undefined : paths.map(mapSearch, place.address.zh),
  href: bookingPaths.times(
    { hall: hall.id, place: place.id, services: [service.id], people: 1 },
    occasion.day,
  ),
});
