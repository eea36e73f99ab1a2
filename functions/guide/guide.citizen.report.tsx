/** "This guide is wrong": one form, no name asked, work for the unit that keeps the guide. */
import type { Context } from "hono";
import { Hono } from "hono";
import { GuideReportedPage, GuideReportPage } from "../../web/pages/guide/report.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { addressOf } from "../kit/address.ts";
import type { Unit } from "../kit/config.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound } from "../kit/problem.ts";
import type { EndedGuide, LiveGuide } from "./guide.record.ts";
import type { GuideReports } from "./guide.report.service.ts";
import { guideReportForm } from "./guide.report.ts";

export interface GuideReportServices {
  readonly config: { readonly units: readonly Unit[] };
  readonly guides: { readLive(id: string): Promise<LiveGuide | EndedGuide | undefined> };
  readonly guideReports: Pick<GuideReports, "add">;
}

interface Typed {
  readonly kind: string;
  readonly text: string;
  readonly contact: string;
}

export function guideReportCitizen(services: GuideReportServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const phone = services.config.units[0]?.phone;

  /** Nobody corrects what is over. */
  const read = async (context: Context<AppEnv>): Promise<LiveGuide> => {
    const found = await services.guides.readLive(context.req.param("id") ?? "");
    if (found === undefined || found.state === "abolished") throw notFound("guide_not_found");
    return found;
  };

  const form = (context: Context<AppEnv>, live: LiveGuide, typed: Typed, errors: FieldErrors = []) => {
    const page = { view: context.get("view"), id: live.id, name: live.guide.taskName, phone };
    return renderPage(
      context,
      <GuideReportPage {...page} typed={typed} errors={errors} />,
      errors.length > 0 ? 422 : 200,
    );
  };

  app.get("/guides/:id/report", async (context) =>
    form(context, await read(context), { kind: "", text: "", contact: "" }),
  );

  app.post("/guides/:id/report", async (context) => {
    const values = await readForm(context);
    const live = await read(context);
    const typed = {
      kind: fieldOf(values, "kind"),
      text: fieldOf(values, "text"),
      contact: fieldOf(values, "contact"),
    };
    const checked = check(guideReportForm, typed);
    if (!checked.ok) return form(context, live, typed, checked.errors);
    await services.guideReports.add({ live, report: checked.value, address: addressOf(context) });
    return seeOther(context, paths.guideReported(live.id));
  });

  app.get("/guides/:id/reported", async (context) => {
    const { id, guide } = await read(context);
    const page = { view: context.get("view"), id, name: guide.taskName, phone };
    return renderPage(context, <GuideReportedPage {...page} />);
  });

  return app;
}
