/** `/office/halls/new`: a hall that is begun. */
import { Hono } from "hono";
import { HallCreatePage } from "../../web/pages/office/hall/forms.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { readForm } from "../kit/form.ts";
import { renderPage } from "../kit/page.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, orAgain, saved } from "./booking.desk.office.tsx";
import { beginHall } from "./booking.edit.ts";

export function beginOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(hallPaths.begin(), async (context) => {
    await services.desk.demand(context.get("staff"), "hall.write");
    return create(services, context);
  });
  app.post(hallPaths.begin(), (context) => begin(services, context));
  return app;
}

async function create(services: HallOfficeServices, context: HallContext, refused?: Refused) {
  const frame = frameOf(services, context, hallPaths.begin());
  return renderPage(context, <HallCreatePage {...frame} {...refused} />, refused?.status);
}

async function begin(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const values = await readForm(context);
  const staff = context.get("staff");
  const work = async () => {
    const { hall } = await services.hallDrafts.begin(staff, beginHall(staff.unit, values));
    return saved(context, hallPaths.hall(hall.id));
  };
  return orAgain(work, values, (refused) => create(services, context, refused));
}
