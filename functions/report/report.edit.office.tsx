/** `/office/report/<year>/edit`: what of a report is written by hand. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { ReportEditPageProps } from "../../web/pages/office/report-edit.tsx";
import { ReportEditPage } from "../../web/pages/office/report-edit.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { FormValues } from "../kit/form.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { invalid, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { fourFields, readTables, twoFields } from "./report.form.ts";
import { nameOf } from "./report.place.ts";
import { formOf } from "./report.prescribed.ts";
import type { ReportOfficeServices } from "./report.shared.office.ts";
import { placeIn } from "./report.shared.office.ts";
import type { Chapter, ReportText } from "./report.ts";
import { chapters, plainProse } from "./report.ts";

const EDIT = "/office/report/:year/edit";
const fields: readonly string[] = [...chapters, ...twoFields, ...fourFields];

export function editOffice(services: ReportOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(EDIT, async (context) => {
    const place = placeIn(services, context);
    const { text, version } = await services.reports.textOf(context.get("staff"), place);
    return showForm(services, context, { values: valuesOf(text), version });
  });
  app.post(EDIT, (context) => save(services, context));
  return app;
}

const valuesOf = ({ two, four, chapters: prose }: ReportText): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...prose, ...two, ...four }).map(([field, value]) => [field, String(value)]),
  );

/** Only what the form has fields for; nothing else that was sent comes back. */
const typedIn = (form: FormValues): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, fieldOf(form, field)]));

/** Keeps what was typed, or shows it again: with its errors, or because somebody else saved meanwhile. */
async function save(services: ReportOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const place = placeIn(services, context);
  const form = await readForm(context);
  const { two, four, errors } = readTables(form);
  const prose = Object.fromEntries(chapters.map((each) => [each, plainProse(fieldOf(form, each))]));
  const text = { two, four, chapters: prose as Record<Chapter, string> };
  const version = Number.parseInt(fieldOf(form, "version"), 10);
  try {
    await services.reports.demand(staff, "report.write", place);
    if (errors.length > 0) throw invalid(errors);
    await services.reports.save(staff, place, {
      text,
      version: Number.isSafeInteger(version) ? version : -1,
    });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const values = typedIn(form);
    if (error.status === 422) return showForm(services, context, { values, version, errors: error.errors });
    const now = await services.reports.textOf(staff, place);
    return showForm(services, context, { values, version: now.version, changed: true });
  }
  return seeOther(context, withQuery(paths.officeReport(place), { done: "saved" }));
}

function showForm(
  services: ReportOfficeServices,
  context: Context<OfficeEnv>,
  shown: Pick<ReportEditPageProps, "values" | "version" | "errors" | "changed">,
) {
  const view = context.get("view");
  const place = placeIn(services, context);
  return renderPage(
    context,
    <ReportEditPage
      {...shown}
      view={{ ...view, path: paths.officeReportEdit(place) }}
      person={personOf(services.config, context.get("staff"), view.lang)}
      place={place}
      name={nameOf(services.config, place, view.lang)}
      form={formOf()}
    />,
    shown.errors ? 422 : shown.changed ? 409 : 200,
  );
}
