/** `/office/rectifications/period`: by when the unit answers corrections of records, as its own dated setting. */
import type { Context } from "hono";
import { Hono } from "hono";
import { RectificationPeriodPage } from "../../web/pages/office/rectification/period.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import { dayFrom } from "../office/case.form.ts";
import { personOf } from "../office/office.person.ts";
import type { RectificationOfficeServices } from "./rectification.office.tsx";
import { periodForm, periodOn } from "./rectification.period.ts";

export function rectificationPeriod(services: RectificationOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(paths.officeRectificationPeriod(), (context) =>
    showPeriod(services, context, { values: {}, errors: [], saved: context.req.query("done") === "saved" }),
  );
  app.post(paths.officeRectificationPeriod(), (context) => savePeriod(services, context));
  return app;
}

const periodFields = ["workingDays", "since-year", "since-month", "since-day"] as const;

async function savePeriod(
  services: RectificationOfficeServices,
  context: Context<OfficeEnv>,
): Promise<Response> {
  const staff = context.get("staff");
  const form = await readForm(context);
  const values = Object.fromEntries(periodFields.map((name) => [name, fieldOf(form, name)]));
  const version = fieldOf(form, "version");
  const sent = { workingDays: fieldOf(form, "workingDays"), since: dayFrom(form, "since") };
  const checked = check(periodForm, sent);
  await services.rectifications.demand(staff, "rectification.set_up", { unit: staff.unit });
  if (!checked.ok) return showPeriod(services, context, { values, errors: checked.errors });
  try {
    const seen = /^\d{1,9}$/.test(version) ? Number(version) : -1;
    await services.rectifications.setPeriod(staff, checked.value, seen);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const changed = error.status === 409;
    return showPeriod(services, context, { values, errors: error.errors ?? [], changed });
  }
  return seeOther(context, withQuery(paths.officeRectificationPeriod(), { done: "saved" }));
}

interface PeriodShown {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly saved?: boolean;
  readonly changed?: boolean;
}

async function showPeriod(
  { rectifications, config, clock }: RectificationOfficeServices,
  context: Context<OfficeEnv>,
  { values, errors, saved = false, changed = false }: PeriodShown,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  await rectifications.demand(staff, "rectification.set_up", { unit: staff.unit });
  const { periods, version } = await rectifications.periodsOf(staff.unit);
  return renderPage(
    context,
    <RectificationPeriodPage
      view={{ ...view, path: paths.officeRectificationPeriod() }}
      person={personOf(config, staff, view.lang)}
      periods={periods}
      now={periodOn(periods, dayOf(clock()))}
      version={version}
      values={values}
      errors={errors}
      saved={saved}
      changed={changed}
    />,
    errors.length > 0 ? 422 : changed ? 409 : 200,
  );
}
