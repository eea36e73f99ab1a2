/** `/office/halls/:hall/preview` and `/publish`: what publishing would change, doing it, and how far it has come. */
import { Hono } from "hono";
import { PreviewPage, ProgressPage } from "../../web/pages/office/hall/preview.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { type FormValues, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { invalid, Problem } from "../kit/problem.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext, Refused } from "./booking.desk.office.tsx";
import { frameOf, orAgain, param, versionIn } from "./booking.desk.office.tsx";
import { dayIn } from "./booking.edit.read.ts";

const ONE = "/office/halls/:hall";

export function scheduleOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(`${ONE}/preview`, (context) => preview(services, context));
  app.get(`${ONE}/publish`, (context) => progress(services, context));
  app.post(`${ONE}/publish`, (context) => publish(services, context));
  return app;
}

const preview = async (services: HallOfficeServices, context: HallContext, refused?: Refused) => {
  const staff = context.get("staff");
  const id = param(context, "hall");
  const asked = context.req.method === "POST" ? undefined : context.req.query("to");
  try {
    const to = asked === undefined || asked === "" ? undefined : dayIn(asked);
    if (asked && to === undefined) throw invalid([{ field: "to", code: "invalid" }]);
    return await shown(services, context, {
      found: await services.publishing.preview(staff, id, to),
      refused,
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    // A day that cannot be is said at its box, above the preview of the days that are.
    const found = await services.publishing.preview(staff, id);
    return shown(services, context, { found, refused: { errors: error.errors ?? [], status: 422 } });
  }
};

interface Shown {
  readonly found: Awaited<ReturnType<HallOfficeServices["publishing"]["preview"]>>;
  readonly refused?: Refused | undefined;
}

function shown(services: HallOfficeServices, context: HallContext, { found, refused }: Shown) {
  const { hall, draft, published, to, days, release } = found;
  const frame = frameOf(services, context, hallPaths.preview(hall.id));
  const base = draft?.base ?? published?.version ?? 0;
  const page = {
    hall,
    version: draft?.version ?? 0,
    base,
    to,
    days,
    release,
    described: draft !== undefined,
  };
  return renderPage(context, <PreviewPage {...frame} {...refused} {...page} />, refused?.status);
}

/** The version of the hall that the page was about to replace, when it says so. */
function baseIn(values: FormValues): { readonly base?: number } {
  const base = fieldOf(values, "base");
  return /^\d{1,9}$/.test(base) ? { base: Number(base) } : {};
}

/** Begins publishing, or goes on with it. Twice is once: the second finds nothing left, or a draft that has moved on. */
async function publish(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const staff = context.get("staff");
  const id = param(context, "hall");
  const values = await readForm(context);
  const work = async () => {
    if (fieldOf(values, "action") === "go_on") await services.publishing.goOn(staff, id);
    else {
      const to = dayIn(fieldOf(values, "to"));
      if (to === undefined) throw invalid([{ field: "to", code: "required" }]);
      await services.publishing.start(staff, id, { version: versionIn(values), ...baseIn(values), to });
    }
    return seeOther(context, hallPaths.publish(id));
  };
  return orAgain(work, values, (refused) => preview(services, context, refused));
}

async function progress(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const id = param(context, "hall");
  const { hall, days, waiting, announcing } = await services.publishing.progress(context.get("staff"), id);
  return renderPage(
    context,
    <ProgressPage
      {...frameOf(services, context, hallPaths.publish(id))}
      {...{ hall, days, announcing }}
      left={waiting}
    />,
  );
}
