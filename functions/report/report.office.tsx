/** `/office/report`: the annual report live, written, published; its files; the cases behind a number. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { ReportPageProps } from "../../web/pages/office/report.tsx";
import { ReportPage } from "../../web/pages/office/report.tsx";
import type { ReportPlace } from "../../web/paths.ts";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Staff } from "../identity/identity.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { cellOffice } from "./report.cell.office.tsx";
import { editOffice } from "./report.edit.office.tsx";
import { nameOf } from "./report.place.ts";
import { formOf } from "./report.prescribed.ts";
import type { ReportOfficeServices } from "./report.shared.office.ts";
import { placeIn } from "./report.shared.office.ts";
import { currentYear, FIRST_YEAR } from "./report.ts";
import type { ReportView } from "./report.view.ts";
import { figuresOf, otherOf, titleOf } from "./report.words.ts";

const ONE_REPORT = "/office/report/:year";
/** So many years stand in the row above a report. */
const YEARS_SHOWN = 4;

export function reportOffice(services: ReportOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get("/office/report", (context) => {
    const year = currentYear(dayOf(services.clock()));
    return seeOther(context, paths.officeReport({ year, unit: context.get("staff").unit }));
  });
  app.get(ONE_REPORT, async (context) => {
    const place = placeIn(services, context);
    const record = await services.reports.read(context.get("staff"), place);
    return showReport(services, context, { place, record, extra: { done: context.req.query("done") } });
  });
  app.post(`${ONE_REPORT}/freeze`, (context) => publish(services, context));
  app.get(`${ONE_REPORT}/report.xlsx`, (context) => download(services, context, "xlsx"));
  app.get(`${ONE_REPORT}/report.docx`, (context) => download(services, context, "docx"));
  app.route("/", editOffice(services));
  app.route("/", cellOffice(services));
  return app;
}

interface Shown {
  readonly place: ReportPlace;
  readonly record: ReportView;
  readonly extra: Pick<ReportPageProps, "errors" | "reason" | "conflict" | "done">;
  readonly status?: 409 | 422;
}

function showReport(
  services: ReportOfficeServices,
  context: Context<OfficeEnv>,
  { place, record, extra, status }: Shown,
) {
  const staff = context.get("staff");
  const view = context.get("view");
  const newest = Number(dayOf(services.clock()).slice(0, 4));
  const last = Math.min(newest, Math.max(place.year + 1, FIRST_YEAR));
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => last - index);
  return renderPage(
    context,
    <ReportPage
      {...extra}
      view={{ ...view, path: paths.officeReport(place) }}
      person={personOf(services.config, staff, view.lang)}
      place={place}
      name={nameOf(services.config, place, view.lang)}
      record={record}
      form={formOf()}
      overview={figuresOf(record.report)}
      other={otherOf(record.report)}
      years={[...new Set([newest, ...years])].sort((one, other) => other - one)}
      scopes={scopesFor(services, staff, view.lang)}
    />,
    status,
  );
}

/** The reports that this person may open: of the units, and of the whole for whoever may read the first unit's. */
function scopesFor({ config }: ReportOfficeServices, staff: Staff, lang: "zh" | "en") {
  const open = config.units.filter(({ code }) => may(staff, "report.read", { unit: code }));
  const whole = may(staff, "report.read", { unit: config.units[0]?.code ?? "" });
  return [
    ...(whole ? [{ unit: undefined, name: config.government[lang] }] : []),
    ...open.map((unit) => ({ unit: unit.code, name: unit.name[lang] })),
  ];
}

/** A year that cannot be published is shown again with the reason, and nothing has happened. */
async function publish(services: ReportOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const place = placeIn(services, context);
  const form = await readForm(context);
  const reason = fieldOf(form, "reason");
  try {
    const tick = fieldOf(form, "tick") === "yes";
    await services.reports.freeze(staff, place, { hash: fieldOf(form, "hash"), reason, tick });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const record = await services.reports.read(staff, place);
    const extra = error.status === 409 ? { conflict: error.code, reason } : { errors: error.errors, reason };
    return showReport(services, context, { place, record, extra, status: error.status });
  }
  return seeOther(context, withQuery(paths.officeReport(place), { done: "published" }));
}

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** The writers are loaded here and nowhere else. */
async function download(
  services: ReportOfficeServices,
  context: Context<OfficeEnv>,
  kind: "xlsx" | "docx",
): Promise<Response> {
  const place = placeIn(services, context);
  const { report } = await services.reports.read(context.get("staff"), place);
  const name = nameOf(services.config, place, "zh");
  const bytes =
    kind === "xlsx"
      ? await (await import("./report.sheet.ts")).spreadsheetOf(report, name)
      : await (await import("./report.document.ts")).documentOf(report, name);
  const fileName = encodeURIComponent(`${titleOf(name, report.year)}.${kind}`);
  context.header("content-type", types[kind]);
  context.header("content-disposition", `attachment; filename*=UTF-8''${fileName}`);
  return context.body(new Uint8Array(bytes));
}
