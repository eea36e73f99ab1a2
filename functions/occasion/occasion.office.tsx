/** `/office/occasions`: what is near and what is open, an occasion on its day, and the answers of a reception. */
import { Hono } from "hono";
import { OccasionsPage } from "../../web/pages/office/occasion/all.tsx";
import { OccasionDayPage } from "../../web/pages/office/occasion/day.tsx";
import { OccasionVisitPage } from "../../web/pages/office/occasion/visit.tsx";
import { occasionOfficePaths } from "../../web/paths.occasion.ts";
import { withQuery } from "../../web/paths.ts";
import { readCode } from "../booking/booking.code.ts";
import type { HallContext, Refused } from "../booking/booking.desk.office.tsx";
import { frameOf, orAgain, param, versionIn } from "../booking/booking.desk.office.tsx";
import { dayOf, isDay } from "../calendar/calendar.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { unitName } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { OccasionOfficeServices } from "../wiring.occasion.ts";
import type { AnswerId } from "./occasion.answer.ts";
import { hasArrived } from "./occasion.answer.ts";
import { planOffice } from "./occasion.plan.office.tsx";

const ALL = "/office/occasions";
const DAY = `${ALL}/days/:hall/:occasion`;
const VISIT = `${ALL}/visits/:hall/:day/:code`;
/** As the list of open answers is sorted; anything else in the address is the first page. */
const CURSOR = /^\d{4}-\d{2}-\d{2}#[\w#-]{10,80}$/;

export function occasionOffice(services: OccasionOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(ALL, (context) => all(services, context));
  app.get(DAY, (context) => day(services, context));
  app.post(`${DAY}/attendance`, (context) => count(services, context));
  app.get(VISIT, (context) => visit(services, context));
  app.post(`${VISIT}/answer`, (context) => record(services, context, "answered"));
  app.post(`${VISIT}/close`, (context) => record(services, context, "closed"));
  app.route("/", planOffice(services));
  return app;
}

async function all(services: OccasionOfficeServices, context: HallContext): Promise<Response> {
  const staff = context.get("staff");
  const asked = context.req.query("after") ?? "";
  const cursor = CURSOR.test(asked) ? asked : undefined;
  const { rows, next } = await services.answers.open(staff, cursor);
  const near = cursor === undefined ? await services.days.near(staff) : [];
  const { lang } = context.get("view");
  const open = rows.map((row) => ({ ...row, unit: unitName(services.config, row.answer.unit ?? "", lang) }));
  const frame = frameOf(services, context, occasionOfficePaths.all());
  return renderPage(
    context,
    <OccasionsPage {...frame} {...{ near, open, next }} isFirst={cursor === undefined} />,
  );
}

async function day(services: OccasionOfficeServices, context: HallContext, refused?: Refused) {
  const [hall, occasion] = [param(context, "hall"), param(context, "occasion")];
  const found = await services.days.open(context.get("staff"), hall, occasion);
  const frame = frameOf(services, context, occasionOfficePaths.day(hall, occasion));
  return renderPage(context, <OccasionDayPage {...frame} {...refused} found={found} />, refused?.status);
}

async function count(services: OccasionOfficeServices, context: HallContext): Promise<Response> {
  const [hall, occasion] = [param(context, "hall"), param(context, "occasion")];
  const values = await readForm(context);
  const work = async () => {
    const [people, reason] = [fieldOf(values, "people").trim(), fieldOf(values, "reason").trim()];
    const counting = { people, reason, version: versionIn(values) };
    await services.days.count(context.get("staff"), hall, occasion, counting);
    return seeOther(context, withQuery(occasionOfficePaths.day(hall, occasion), { done: "counted" }));
  };
  return orAgain(work, values, (refused) => day(services, context, refused));
}

/** The visit in the address, or 404. */
function visitIn(context: HallContext): AnswerId {
  const [asked, code] = [param(context, "day"), readCode(param(context, "code"))];
  if (!isDay(asked) || code === undefined) throw notFound("booking_not_found");
  return { hall: param(context, "hall"), day: asked, code };
}

async function visit(services: OccasionOfficeServices, context: HallContext, refused?: Refused) {
  const id = visitIn(context);
  const found = await services.answers.read(context.get("staff"), id);
  const { lang } = context.get("view");
  const units = services.config.units.map(({ code, name }) => ({ value: code, text: name[lang] }));
  return renderPage(
    context,
    <OccasionVisitPage
      {...frameOf(services, context, occasionOfficePaths.visit(id.hall, id.day, id.code))}
      {...refused}
      {...id}
      {...{ found, units }}
      hasBegun={id.day <= dayOf(services.clock())}
      arrived={found.booking !== undefined && hasArrived(found.booking)}
    />,
    refused?.status,
  );
}

async function record(services: OccasionOfficeServices, context: HallContext, done: "answered" | "closed") {
  const id = visitIn(context);
  const values = await readForm(context);
  const work = async () => {
    const recording = { values, version: versionIn(values) };
    const { answers } = services;
    if (done === "closed") await answers.close(context.get("staff"), id, recording);
    else await answers.record(context.get("staff"), id, recording);
    return seeOther(context, withQuery(occasionOfficePaths.visit(id.hall, id.day, id.code), { done }));
  };
  return orAgain(work, values, (refused) => visit(services, context, refused));
}
