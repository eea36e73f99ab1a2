/** `/office/halls/:hall/rules`: the rules of booking in words, and a new set with its first day. */
import { Hono } from "hono";
import { RulesPage } from "../../web/pages/office/hall/rules.tsx";
import { RulesFormPage } from "../../web/pages/office/hall/rules-form.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { readForm } from "../kit/form.ts";
import { renderPage } from "../kit/page.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, orAgain, param, saved, versionIn } from "./booking.desk.office.tsx";
import { LIMIT_LINES, PENALTY_LINES, withoutRules, withRules } from "./booking.edit.rules.ts";

const RULES = "/office/halls/:hall/rules";

export function rulesOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(RULES, (context) => show(services, context));
  app.post(RULES, (context) =>
    change(services, context, withoutRules, (refused) => show(services, context, refused)),
  );
  app.get(`${RULES}/new`, (context) => form(services, context));
  app.post(`${RULES}/new`, (context) =>
    change(services, context, withRules, (refused) => form(services, context, refused)),
  );
  return app;
}

async function show(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const { hall, draft } = await services.desk.open(context.get("staff"), "hall.read", param(context, "hall"));
  const today = dayOf(services.clock());
  const frame = frameOf(services, context, hallPaths.rules(hall.id));
  const page = { hall, version: draft?.version ?? 0, today };
  return renderPage(context, <RulesPage {...frame} {...refused} {...page} />, refused?.status);
}

async function form(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const { hall, draft } = await services.desk.open(
    context.get("staff"),
    "hall.write",
    param(context, "hall"),
  );
  const frame = frameOf(services, context, hallPaths.newRules(hall.id));
  const lines = { limits: LIMIT_LINES, penalties: PENALTY_LINES };
  const page = { hall, version: draft?.version ?? 0, lines };
  return renderPage(context, <RulesFormPage {...frame} {...refused} {...page} />, refused?.status);
}

async function change(
  services: HallOfficeServices,
  context: HallContext,
  by: typeof withRules,
  again: (refused: Refused) => Promise<Response>,
): Promise<Response> {
  const id = param(context, "hall");
  const values = await readForm(context);
  const today = dayOf(services.clock());
  const work = async () => {
    const staff = context.get("staff");
    await services.hallDrafts.change(staff, id, versionIn(values), (hall) => by(hall, values, today));
    return saved(context, hallPaths.rules(id));
  };
  return orAgain(work, values, again);
}
