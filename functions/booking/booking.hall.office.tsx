/** `/office/halls`: the halls of a unit, each with its places and services, written in a draft before it is published. */
import { Hono } from "hono";
import { bansCopy, hallCopy, rulesCopy, statisticsCopy } from "../../web/copy/office-hall.ts";
import { officeOccasionCopy } from "../../web/copy/office-occasion.ts";
import { HallAboutPage, HallCreatePage } from "../../web/pages/office/hall/forms.tsx";
import { HallPage } from "../../web/pages/office/hall/hall.tsx";
import type { HallRow } from "../../web/pages/office/hall/list.tsx";
import { HallsPage } from "../../web/pages/office/hall/list.tsx";
import { HallServicePage } from "../../web/pages/office/hall/service.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import { occasionOfficePaths } from "../../web/paths.occasion.ts";
import { withQuery } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { HallOfficeServices } from "../wiring.hall.ts";
import { banOffice } from "./booking.ban.office.tsx";
import { beginOffice } from "./booking.begin.office.tsx";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, orAgain, param, toHall, versionIn } from "./booking.desk.office.tsx";
import type { DeskHall } from "./booking.desk.service.ts";
import { editedHall, editedService, withNewPlace } from "./booking.edit.ts";
import { placeOffice } from "./booking.place.office.tsx";
import { rebookOffice } from "./booking.rebook.office.tsx";
import { rulesOffice } from "./booking.rules.office.tsx";
import { scheduleOffice } from "./booking.schedule.office.tsx";
import { statisticsOffice } from "./booking.statistics.office.tsx";

const HALLS = "/office/halls";
const ONE = `${HALLS}/:hall`;

export function hallOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(HALLS, (context) => list(services, context));
  app.route("/", beginOffice(services));
  app.get(ONE, (context) => show(services, context));
  app.post(`${ONE}/discard`, async (context) => {
    const id = param(context, "hall");
    const seen = versionIn(await readForm(context));
    const isPublished = await services.hallDrafts.discard(context.get("staff"), id, seen);
    // A hall that nobody had published is gone with its draft.
    if (isPublished) return toHall(context, id, "discarded");
    return seeOther(context, withQuery(hallPaths.halls(), { done: "discarded" }));
  });
  app.get(`${ONE}/about`, (context) => about(services, context));
  app.post(`${ONE}/about`, (context) =>
    change(services, context, {
      by: (hall, values) => editedHall(hall, values),
      again: (refused) => about(services, context, refused),
    }),
  );
  app.get(`${ONE}/services/:service`, (context) => service(services, context));
  app.post(`${ONE}/services/:service`, (context) =>
    change(services, context, {
      by: (hall, values) => editedService(hall, serviceIn(context), values),
      again: (refused) => service(services, context, refused),
    }),
  );
  app.get(`${ONE}/places/new`, (context) => newPlace(services, context));
  app.post(`${ONE}/places/new`, (context) =>
    change(services, context, {
      by: (hall, values) => withNewPlace(hall, values),
      again: (refused) => newPlace(services, context, refused),
    }),
  );
  app.route("/", scheduleOffice(services));
  app.route("/", rebookOffice(services));
  app.route("/", rulesOffice(services));
  app.route("/", banOffice(services));
  app.route("/", statisticsOffice(services));
  app.route("/", placeOffice(services));
  return app;
}

const stateOf = ({ published, draft }: DeskHall): HallRow["state"] => {
  if (draft?.publishing !== undefined) return "publishing";
  if (published === undefined) return "fresh";
  return draft === undefined ? "published" : "draft";
};

async function list(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const staff = context.get("staff");
  const { lang } = context.get("view");
  const halls = await services.desk.list(staff);
  const rows = halls.map(async (one): Promise<HallRow> => {
    const { hall, published } = one;
    return {
      id: hall.id,
      name: hall.name[lang],
      places: hall.places.length,
      counters: hall.places.reduce((sum, { counters }) => sum + counters.length, 0),
      services: hall.services.length,
      state: stateOf(one),
      waiting: published === undefined ? 0 : await services.rebooking.count(staff, hall.id),
      mayRebook: may(staff, "hall.rebook", { unit: hall.unit }),
    };
  });
  const frame = frameOf(services, context, hallPaths.halls());
  return renderPage(context, <HallsPage {...frame} halls={await Promise.all(rows)} />);
}

async function show(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const staff = context.get("staff");
  const id = param(context, "hall");
  const one = await services.desk.open(staff, "hall.read", id);
  const { hall, published, draft } = one;
  const seesPeople = published !== undefined && may(staff, "hall.rebook", { unit: hall.unit });
  const { lang } = context.get("view");
  const words = hallCopy(lang);
  const byName = draft?.by !== undefined && "name" in draft.by ? draft.by.name : "";
  return renderPage(
    context,
    <HallPage
      {...frameOf(services, context, hallPaths.hall(id))}
      hall={hall}
      state={stateOf(one)}
      draft={draft && { version: draft.version, name: byName, at: draft.at }}
      waiting={seesPeople ? await services.rebooking.count(staff, id) : undefined}
      doors={[
        { href: occasionOfficePaths.plan(id), text: officeOccasionCopy(lang).nav },
        { href: hallPaths.rules(id), text: rulesCopy(lang).nav },
        ...(published === undefined
          ? []
          : [
              { href: hallPaths.bans(id), text: bansCopy(lang).nav },
              { href: hallPaths.statistics(id), text: statisticsCopy(lang).nav },
            ]),
        { href: hallPaths.about(id), text: words.hall.settings },
      ]}
    />,
  );
}

interface Changing {
  readonly by: (
    hall: DeskHall["hall"],
    values: Awaited<ReturnType<typeof readForm>>,
  ) => ReturnType<typeof editedHall>;
  readonly again: (refused: Refused) => Promise<Response>;
}

/** Writes what a form says into the draft, and leads back to the hall. */
async function change(services: HallOfficeServices, context: HallContext, { by, again }: Changing) {
  const id = param(context, "hall");
  const values = await readForm(context);
  const work = async () => {
    await services.hallDrafts.change(context.get("staff"), id, versionIn(values), (hall) => by(hall, values));
    return toHall(context, id, "saved");
  };
  return orAgain(work, values, again);
}

/** The hall for a form that changes it: who may only look sees it without a button. */
async function opened(services: HallOfficeServices, context: HallContext) {
  const { hall, draft } = await services.desk.open(context.get("staff"), "hall.read", param(context, "hall"));
  return { hall, version: draft?.version ?? 0 };
}

async function about(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const shown = await opened(services, context);
  const frame = frameOf(services, context, hallPaths.about(shown.hall.id));
  return renderPage(context, <HallAboutPage {...frame} {...refused} {...shown} />, refused?.status);
}

const serviceIn = (context: HallContext): string | undefined => {
  const id = param(context, "service");
  return id === "new" ? undefined : id;
};

async function service(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const shown = await opened(services, context);
  const id = serviceIn(context);
  if (id !== undefined && !shown.hall.services.some((each) => each.id === id))
    throw notFound("service_not_found");
  const frame = frameOf(services, context, hallPaths.service(shown.hall.id, id));
  return renderPage(
    context,
    <HallServicePage {...frame} {...refused} {...shown} service={id} />,
    refused?.status,
  );
}

async function newPlace(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const { hall, draft } = await services.desk.open(
    context.get("staff"),
    "hall.write",
    param(context, "hall"),
  );
  const frame = frameOf(services, context, hallPaths.newPlace(hall.id));
  return renderPage(
    context,
    <HallCreatePage {...frame} {...refused} hall={hall} version={draft?.version ?? 0} />,
    refused?.status,
  );
}
