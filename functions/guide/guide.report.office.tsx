/** `/office/guides/reports`: what citizens say is wrong in a guide, to be put right or answered. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { GuideReportsPageProps } from "../../web/pages/office/guide/reports.tsx";
import { GuideReportsPage } from "../../web/pages/office/guide/reports.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf, unitName } from "../office/office.person.ts";
import type { GuideReports } from "./guide.report.service.ts";
import { reportAnswerForm, reportStates } from "./guide.report.ts";
import { readWish } from "./guide.wish.ts";

export interface GuideReportServices {
  readonly config: Pick<Config, "units">;
  readonly guideReports: GuideReports;
}

const PAGE_SIZE = 20;
const ONE = "/office/guides/reports/:guide/:report";

type Extra = Pick<GuideReportsPageProps, "state" | "already" | "done">;

export function guideReportOffice(services: GuideReportServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(paths.officeGuideReports(), (context) =>
    show(services, context, { extra: { done: context.req.query("done") }, status: 200 }),
  );
  app.post(ONE, (context) => answer(services, context));
  return app;
}

async function answer(services: GuideReportServices, context: Context<OfficeEnv>): Promise<Response> {
  const form = await readForm(context);
  const which = { guideId: context.req.param("guide") ?? "", id: context.req.param("report") ?? "" };
  const values = { outcome: fieldOf(form, "outcome"), note: fieldOf(form, "note") };
  const actor = context.get("staff");
  await services.guideReports.demandAnswer(actor, which);
  const checked = check(reportAnswerForm, values);
  if (!checked.ok) {
    const state = { id: which.id, values, errors: checked.errors };
    return show(services, context, { extra: { state }, status: 422 });
  }
  try {
    await services.guideReports.answer(actor, which, checked.value);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "report_answered") throw error;
    return show(services, context, { extra: { already: true }, status: 409 });
  }
  return seeOther(context, withQuery(paths.officeGuideReports(), { done: "answered" }));
}

async function show(
  { config, guideReports }: GuideReportServices,
  context: Context<OfficeEnv>,
  { extra, status }: { extra: Extra; status: 200 | 409 | 422 },
) {
  const staff = context.get("staff");
  const view = context.get("view");
  const query = context.req.query();
  const wish = readWish(
    query,
    config.units.map(({ code }) => code),
  );
  const unit = wish.unit ?? staff.unit;
  const which = reportStates.find((state) => state === query.state) ?? "open";
  const page = await guideReports.list(staff, { unit, state: which, limit: PAGE_SIZE, cursor: wish.cursor });
  const here = paths.officeGuideReports({
    state: which === "open" ? undefined : which,
    unit: wish.unit,
  });
  return renderPage(
    context,
    <GuideReportsPage
      {...extra}
      view={{ ...view, path: here }}
      person={personOf(config, staff, view.lang)}
      unit={{ code: unit, name: unitName(config, unit, view.lang), own: wish.unit === undefined }}
      which={which}
      reports={page.reports}
      mayAnswer={may(staff, "guide.write", { unit })}
      next={page.next === undefined ? undefined : withQuery(here, { cursor: page.next })}
      first={wish.cursor === undefined ? undefined : here}
    />,
    status,
  );
}
