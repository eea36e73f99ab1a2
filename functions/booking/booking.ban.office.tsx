/** `/office/halls/:hall/bans`: who may not book for a time, and deciding about it. */
import { Hono } from "hono";
import { BanPage } from "../../web/pages/office/hall/ban.tsx";
import { BansPage } from "../../web/pages/office/hall/bans.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import { withQuery } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, orAgain, param, versionIn } from "./booking.desk.office.tsx";

const BANS = "/office/halls/:hall/bans";
/** As `banIdOf` begins; anything else in the address is the first page. */
const CURSOR = /^[\w:.#-]{20,120}$/;

export function banOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(BANS, async (context) => {
    const id = param(context, "hall");
    const asked = context.req.query("after") ?? "";
    const cursor = CURSOR.test(asked) ? asked : undefined;
    const found = await services.bans.list(context.get("staff"), id, cursor);
    const frame = frameOf(services, context, hallPaths.bans(id));
    return renderPage(context, <BansPage {...frame} {...found} isFirst={cursor === undefined} />);
  });
  app.get(`${BANS}/:ban`, (context) => show(services, context));
  app.post(`${BANS}/:ban`, (context) => decide(services, context));
  return app;
}

async function show(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const staff = context.get("staff");
  const found = await services.bans.read(staff, param(context, "hall"), param(context, "ban"));
  const { hall, card } = found;
  const frame = frameOf(services, context, hallPaths.ban(hall.id, card.id));
  const mayDecide = may(staff, "hall.decide_ban", { unit: hall.unit });
  return renderPage(
    context,
    <BanPage {...frame} {...refused} {...found} mayDecide={mayDecide} />,
    refused?.status,
  );
}

/** Pressed twice, the second finds it decided and shows it. */
async function decide(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const [hall, ban] = [param(context, "hall"), param(context, "ban")];
  const values = await readForm(context);
  const work = async () => {
    const outcome = (["kept", "lifted"] as const).find((each) => each === fieldOf(values, "outcome"));
    const decision = { outcome, reason: fieldOf(values, "reason"), version: versionIn(values) };
    await services.bans.decide(context.get("staff"), hall, ban, decision);
    return seeOther(context, withQuery(hallPaths.ban(hall, ban), { done: "decided" }));
  };
  return orAgain(work, values, (refused) => show(services, context, refused));
}
