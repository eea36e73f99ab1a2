/** `/office/occasions/halls/:hall`: series of occasions and their dates, written in the hall's draft. */
import { Hono } from "hono";
import { OccasionDatePage } from "../../web/pages/office/occasion/date.tsx";
import { OccasionPlanPage } from "../../web/pages/office/occasion/plan.tsx";
import { OccasionSeriesPage } from "../../web/pages/office/occasion/series.tsx";
import { occasionOfficePaths } from "../../web/paths.occasion.ts";
import type { HallContext, Refused } from "../booking/booking.desk.office.tsx";
import { frameOf, orAgain, param, saved, versionIn } from "../booking/booking.desk.office.tsx";
import type { Edited } from "../booking/booking.edit.change.ts";
import type { Hall } from "../booking/booking.hall.ts";
import { serviceOf } from "../booking/booking.hall.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { FormValues } from "../kit/form.ts";
import { readForm } from "../kit/form.ts";
import { renderPage } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { OccasionOfficeServices } from "../wiring.occasion.ts";
import { totalOf } from "./occasion.attendance.ts";
import type { OccasionGround } from "./occasion.edit.ts";
import {
  editedOccasion,
  occasionsOf,
  placesGiving,
  withoutOccasion,
  withReceptionMonth,
} from "./occasion.edit.ts";
import { withSeries, withSeriesPlace } from "./occasion.series.ts";

const HALL = "/office/occasions/halls/:hall";
const SERIES = `${HALL}/:service`;
const DATE = `${SERIES}/dates/:occasion`;

export function planOffice(services: OccasionOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(HALL, (context) => plan(services, context));
  app.post(HALL, (context) =>
    change(services, context, {
      by: ({ hall }, values) => withSeries(hall, values),
      to: occasionOfficePaths.plan(param(context, "hall")),
      again: (refused) => plan(services, context, refused),
    }),
  );
  app.get(SERIES, (context) => series(services, context));
  app.post(`${SERIES}/month`, (context) => changeSeries(services, context, withReceptionMonth));
  app.post(`${SERIES}/places`, (context) =>
    changeSeries(services, context, ({ hall, service }, values) => withSeriesPlace(hall, service, values)),
  );
  app.get(DATE, (context) => date(services, context));
  app.post(DATE, (context) =>
    change(services, context, {
      by: (ground, values) => editedOccasion(ground, occasionIn(context), values),
      to: occasionOfficePaths.series(param(context, "hall"), param(context, "service")),
      again: (refused) => date(services, context, refused),
    }),
  );
  app.post(`${DATE}/remove`, (context) =>
    change(services, context, {
      by: (ground) => withoutOccasion(ground, param(context, "occasion")),
      to: occasionOfficePaths.series(param(context, "hall"), param(context, "service")),
      again: (refused) => series(services, context, refused),
    }),
  );
  return app;
}

type By = (ground: OccasionGround, values: FormValues) => Edited<Hall>;
interface Changing {
  readonly by: By;
  /** Where it leads on to. */
  readonly to: string;
  readonly again: (refused: Refused) => Promise<Response>;
}

/** Writes what a form says into the draft. */
async function change(services: OccasionOfficeServices, context: HallContext, { by, to, again }: Changing) {
  const id = param(context, "hall");
  const service = param(context, "service");
  const values = await readForm(context);
  const { clock, calendar } = services;
  const work = async () => {
    await services.hallDrafts.change(context.get("staff"), id, versionIn(values), (hall) => {
      if (service !== "") seriesIn(hall, service);
      return by({ hall, service, today: dayOf(clock()), calendar }, values);
    });
    return saved(context, to);
  };
  return orAgain(work, values, again);
}

const changeSeries = (services: OccasionOfficeServices, context: HallContext, by: By) =>
  change(services, context, {
    by,
    to: occasionOfficePaths.series(param(context, "hall"), param(context, "service")),
    again: (refused) => series(services, context, refused),
  });

/** The hall as it is to be; who may only look sees it without a button. */
async function opened(services: OccasionOfficeServices, context: HallContext) {
  const id = param(context, "hall");
  const { hall, draft, published } = await services.desk.open(context.get("staff"), "hall.read", id);
  return { hall, version: draft?.version ?? 0, published: published?.hall };
}

function seriesIn(hall: Hall, id: string) {
  const service = serviceOf(hall, id);
  if (service?.kind === undefined) throw notFound("series_not_found");
  return service;
}

const occasionIn = (context: HallContext): string | undefined => {
  const id = param(context, "occasion");
  return id === "new" ? undefined : id;
};

async function plan(services: OccasionOfficeServices, context: HallContext, refused?: Refused) {
  const { hall, version } = await opened(services, context);
  const today = dayOf(services.clock());
  const year = today.slice(0, 4);
  const attended = await services.days.counted(context.get("staff"), hall, year);
  const kinds = hall.services.filter(({ kind }) => kind !== undefined);
  const rows = kinds.map((service) => {
    const held = occasionsOf(hall, service.id);
    return { service, count: held.length, next: held.find(({ day }) => day >= today) };
  });
  return renderPage(
    context,
    <OccasionPlanPage
      {...frameOf(services, context, occasionOfficePaths.plan(hall.id))}
      {...refused}
      {...{ hall, version, year, attended }}
      series={rows}
      total={totalOf(attended)}
    />,
    refused?.status,
  );
}

async function series(services: OccasionOfficeServices, context: HallContext, refused?: Refused) {
  const { hall, version, published } = await opened(services, context);
  const service = seriesIn(hall, param(context, "service"));
  const today = dayOf(services.clock());
  const held = occasionsOf(hall, service.id);
  return renderPage(
    context,
    <OccasionSeriesPage
      {...frameOf(services, context, occasionOfficePaths.series(hall.id, service.id))}
      {...refused}
      {...{ hall, service, version }}
      places={placesGiving(hall, service.id)}
      coming={held.filter(({ day }) => day >= today)}
      past={held.filter(({ day }) => day < today).toReversed()}
      published={new Set(published?.occasions?.map(({ id }) => id))}
    />,
    refused?.status,
  );
}

async function date(services: OccasionOfficeServices, context: HallContext, refused?: Refused) {
  const { hall, version } = await opened(services, context);
  const service = seriesIn(hall, param(context, "service"));
  const id = occasionIn(context);
  const occasion = occasionsOf(hall, service.id).find((one) => one.id === id);
  if (id !== undefined && occasion === undefined) throw notFound("occasion_not_found");
  return renderPage(
    context,
    <OccasionDatePage
      {...frameOf(services, context, occasionOfficePaths.date(hall.id, service.id, id))}
      {...refused}
      {...{ hall, service, version, occasion }}
      places={placesGiving(hall, service.id)}
      begun={occasion !== undefined && occasion.day <= dayOf(services.clock())}
    />,
    refused?.status,
  );
}
