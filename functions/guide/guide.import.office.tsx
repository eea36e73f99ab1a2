/** `/office/guides/import`: a file of guides handed in, looked at, and taken in slice by slice. */
import type { Context } from "hono";
import { Hono } from "hono";
import { guideImportCopy } from "../../web/copy/guide-import.ts";
import { importCopy } from "../../web/copy/office-import.ts";
import { GuideImportPage } from "../../web/pages/office/guide/import.tsx";
import { reasonWords } from "../../web/pages/office/guide/import-report.tsx";
import { GuideImportsPage } from "../../web/pages/office/guide/imports.tsx";
import { paths } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { download, renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { pageOfLines } from "../sheet/sheet.import.ts";
import { isImportAction, MOST_IMPORT_BYTES } from "./guide.import.record.ts";
import type { ReportLine, ReportResult } from "./guide.import.report.ts";
import type { GuideImports } from "./guide.import.service.ts";

export interface GuideImportServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly imports: GuideImports;
}

const HERE = paths.officeGuideImports();
const ONE = `${HERE}/:id`;
const ACCEPTED = ".csv,.tsv,.txt,.json,.jsonl,.ndjson,text/csv,text/plain,application/json";

export function guideImportOffice(services: GuideImportServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const { imports } = services;
  app.get(HERE, (context) => list(services, context));
  app.get(paths.officeGuideTemplate(), async (context) => {
    const { lang } = context.get("view");
    const { csvStart } = await import("../sheet/sheet.text.ts");
    const { tableHeadings } = await import("./guide.table.ts");
    return download(context, csvStart(tableHeadings), `${guideImportCopy(lang).page.templateFile}.csv`);
  });
  app.get(ONE, (context) => show(services, context));
  app.post(ONE, (context) => work(services, context));
  app.get(`${ONE}/report`, async (context) => {
    const id = idOf(context);
    const { lang } = context.get("view");
    const lines = await imports.report(context.get("staff"), id);
    return download(context, await reportText(lines, lang), `${importCopy(lang).title}.csv`);
  });
  return app;
}

const idOf = (context: Context): string => context.req.param("id") ?? "";

async function reportText(lines: readonly ReportLine[], lang: "zh" | "en"): Promise<string> {
  const { csvRowsText, csvStart } = await import("../sheet/sheet.text.ts");
  const { report, results } = guideImportCopy(lang);
  const rows = lines.map((line) => [
    String(line.row),
    line.code,
    line.name,
    results[line.result],
    line.reason,
    line.fields.join("；"),
    reasonWords(line, lang),
  ]);
  return csvStart(Object.values(report)) + csvRowsText(rows);
}

/** The form for a file; the bucket sends the browser back here with the id of what it posted. */
async function list(
  { config, imports }: GuideImportServices,
  context: Context<OfficeEnv>,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const uploadId = context.req.query("upload");
  const handedIn = uploadId === undefined ? undefined : await imports.handIn(staff, uploadId);
  if (handedIn !== undefined && "id" in handedIn)
    return seeOther(context, paths.officeGuideImport(handedIn.id));
  const cards = await imports.list(staff);
  const mayWrite = may(staff, "guide.write", { unit: staff.unit });
  const next = (id: string): string => config.publicOrigin + paths.officeGuideImports(id);
  const offer = mayWrite ? await imports.offer(staff, next) : undefined;
  return renderPage(
    context,
    <GuideImportsPage
      view={{ ...view, path: HERE }}
      person={personOf(config, staff, view.lang)}
      back={paths.officeGuides()}
      offer={
        offer && {
          form: offer.form,
          next: paths.officeGuideImports(offer.uploadId),
          accept: ACCEPTED,
          maxBytes: MOST_IMPORT_BYTES,
        }
      }
      error={handedIn?.problem}
      imports={cards}
    />,
    handedIn === undefined ? 200 : 422,
  );
}

async function show(
  { config, imports }: GuideImportServices,
  context: Context<OfficeEnv>,
  problem?: "preparer_unknown",
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const id = idOf(context);
  const record = await imports.read(staff, id);
  const report = pageOfLines(await imports.report(staff, id), context.req.query(), urgency);
  return renderPage(
    context,
    <GuideImportPage
      view={{ ...view, path: paths.officeGuideImport(id) }}
      person={personOf(config, staff, view.lang)}
      record={record}
      actions={imports.actionsFor(record, staff)}
      problem={problem}
      report={report}
    />,
    problem === undefined ? 200 : 409,
  );
}

/** What was refused comes first, because somebody must do something about it. */
const urgency = ["rejected", "incomplete", "repaired"] as const satisfies readonly ReportResult[];

/** One slice. Pressing twice, or in two windows, leads to where the import stands. */
async function work(services: GuideImportServices, context: Context<OfficeEnv>): Promise<Response> {
  const action = fieldOf(await readForm(context), "action");
  if (!isImportAction(action)) throw notFound("action_not_found");
  const id = idOf(context);
  try {
    await services.imports.work(context.get("staff"), id, action);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error;
    if (error.code === "preparer_unknown") return show(services, context, error.code);
  }
  return seeOther(context, paths.officeGuideImport(id));
}
