/** `/office/old-requests`: a register of old requests handed in, looked at, and taken in slice by slice. */
import type { Context } from "hono";
import { Hono } from "hono";
import { importCopy } from "../../web/copy/office-import.ts";
import { oldCopy } from "../../web/copy/old.ts";
import { OldImportPage } from "../../web/pages/office/old/import.tsx";
import { OldImportsPage } from "../../web/pages/office/old/imports.tsx";
import { cellsOf } from "../../web/pages/office/old/line.ts";
import { oldPaths } from "../../web/paths.old.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { download, renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { pageOfLines } from "../sheet/sheet.import.ts";
import { templateHeadings } from "./old.heading.ts";
import { isOldAction, MOST_REGISTER_BYTES } from "./old.record.ts";
import { type ReportLine, reportResults } from "./old.report.ts";
import type { OldRequests } from "./old.service.ts";

export interface OldOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly oldRequests: OldRequests;
}

const HERE = oldPaths.imports();
const ONE = `${HERE}/:id`;
const ACCEPTED = ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function oldOffice(services: OldOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const { oldRequests } = services;
  app.onError(refusalPage(services));
  app.get(HERE, (context) => list(services, context));
  app.get(oldPaths.template(), async (context) => {
    const { csvStart } = await import("../sheet/sheet.text.ts");
    const { templateFile } = oldCopy(context.get("view").lang).page;
    return download(context, csvStart(templateHeadings), `${templateFile}.csv`);
  });
  app.get(ONE, (context) => show(services, context));
  app.post(ONE, (context) => work(services, context));
  app.get(`${ONE}/report`, async (context) => {
    const { lang } = context.get("view");
    const lines = await oldRequests.report(context.get("staff"), idOf(context));
    return download(context, await reportText(lines, lang), `${importCopy(lang).title}.csv`);
  });
  return app;
}

const idOf = (context: Context): string => context.req.param("id") ?? "";

async function reportText(lines: readonly ReportLine[], lang: "zh" | "en"): Promise<string> {
  const { csvRowsText, csvStart } = await import("../sheet/sheet.text.ts");
  return (
    csvStart(Object.values(oldCopy(lang).report)) + csvRowsText(lines.map((line) => cellsOf(line, lang)))
  );
}

/** The form for a file; the bucket sends the browser back here with the id of what it posted. */
async function list(
  { config, oldRequests }: OldOfficeServices,
  context: Context<OfficeEnv>,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const uploadId = context.req.query("upload");
  const handedIn = uploadId === undefined ? undefined : await oldRequests.handIn(staff, uploadId);
  if (handedIn !== undefined && "id" in handedIn) return seeOther(context, oldPaths.one(handedIn.id));
  const imports = await oldRequests.list(staff);
  const next = (id: string): string => config.publicOrigin + oldPaths.imports(id);
  const { form, uploadId: offered } = await oldRequests.offer(staff, next);
  return renderPage(
    context,
    <OldImportsPage
      view={{ ...view, path: HERE }}
      person={personOf(config, staff, view.lang)}
      offer={{
        form,
        next: oldPaths.imports(offered),
        accept: ACCEPTED,
        maxBytes: MOST_REGISTER_BYTES,
      }}
      error={handedIn?.problem}
      imports={imports}
    />,
    handedIn === undefined ? 200 : 422,
  );
}

async function show(
  { config, oldRequests }: OldOfficeServices,
  context: Context<OfficeEnv>,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const id = idOf(context);
  const record = await oldRequests.read(staff, id);
  const lines = await oldRequests.report(staff, id);
  return renderPage(
    context,
    <OldImportPage
      view={{ ...view, path: oldPaths.one(id) }}
      person={personOf(config, staff, view.lang)}
      record={record}
      actions={oldRequests.actionsFor(record, staff)}
      report={pageOfLines(lines, context.req.query(), reportResults)}
    />,
  );
}

/** One slice. Pressing twice, or in two windows, leads to where the import stands. */
async function work({ oldRequests }: OldOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const action = fieldOf(await readForm(context), "action");
  if (!isOldAction(action)) throw notFound("action_not_found");
  const id = idOf(context);
  try {
    await oldRequests.work(context.get("staff"), id, action);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 409) throw error;
  }
  return seeOther(context, oldPaths.one(id));
}
