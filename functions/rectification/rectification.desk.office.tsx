/** Corrections of records on paper or by word of mouth, with their receipts and scans. */
import type { Context } from "hono";
import { Hono } from "hono";
import { officeRectificationCopy } from "../../web/copy/office-rectification.ts";
import {
  RectificationEntryPage,
  RectificationEntryReceiptPage,
} from "../../web/pages/office/rectification/entry.tsx";
import { paths } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.ts";
import { officeChannels } from "../disclosure/disclosure.channel.ts";
import type { ApplicationValues } from "../disclosure/disclosure.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { dayFrom } from "../office/case.form.ts";
import { personOf, unitName } from "../office/office.person.ts";
import { showScans } from "../office/scans.office.tsx";
import { rectificationFields, validateRectification } from "./rectification.form.ts";
import type { RectificationOfficeServices } from "./rectification.office.tsx";
import { openRectificationUploads } from "./rectification.upload.service.ts";

const ONE = "/office/rectifications/cases/:reference";
const arrival = ["channel", "arrivedOn-year", "arrivedOn-month", "arrivedOn-day"] as const;

export function rectificationDesk(services: RectificationOfficeServices): Hono<OfficeEnv> {
  const { rectifications, config, clock } = services;
  const app = new Hono<OfficeEnv>();

  app.get(paths.officeRectificationEntry(), async (context) => {
    const staff = context.get("staff");
    await rectifications.demand(staff, "case.enter", { unit: staff.unit });
    const [year = "", month = "", day = ""] = dayOf(clock())
      .split("-")
      .map((part) => String(Number(part)));
    const values = { "arrivedOn-year": year, "arrivedOn-month": month, "arrivedOn-day": day };
    return showEntry(services, context, values, []);
  });
  app.post(paths.officeRectificationEntry(), (context) => enter(services, context));

  app.get(`${ONE}/receipt`, async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const receipt = await rectifications.enteredReceipt(context.req.param("reference") ?? "", staff);
    if (receipt === undefined) throw notFound("case_not_found");
    return renderPage(
      context,
      <RectificationEntryReceiptPage
        view={view}
        person={personOf(config, staff, view.lang)}
        unit={unitName(config, receipt.unit, view.lang)}
        receipt={receipt}
      />,
    );
  });
  app.get(`${ONE}/scans`, (context) => scans(services, context));
  return app;
}

async function enter(services: RectificationOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { rectifications, clock } = services;
  const staff = context.get("staff");
  await rectifications.demand(staff, "case.enter", { unit: staff.unit });
  const form = await readForm(context);
  const typed = [...rectificationFields, ...arrival].map((name) => [name, fieldOf(form, name)] as const);
  const values: ApplicationValues = { ...Object.fromEntries(typed), unit: staff.unit };
  const rules = { today: dayOf(clock()), units: [staff.unit], enteredByStaff: true };
  const checked = validateRectification(values, rules);
  if (!checked.ok) return showEntry(services, context, values, checked.errors);
  try {
    const { reference } = await rectifications.enter(
      {
        application: checked.value,
        channel: fieldOf(form, "channel"),
        arrivedOn: dayFrom(form, "arrivedOn"),
        lang: "zh",
        token: fieldOf(form, "sending").slice(0, 40),
      },
      staff,
    );
    return seeOther(context, paths.officeRectificationReceipt(reference));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    return showEntry(services, context, values, error.errors ?? []);
  }
}

function showEntry(
  { config, random }: RectificationOfficeServices,
  context: Context<OfficeEnv>,
  values: ApplicationValues,
  errors: FieldErrors,
) {
  const view = context.get("view");
  return renderPage(
    context,
    <RectificationEntryPage
      view={{ ...view, path: paths.officeRectificationEntry() }}
      person={personOf(config, context.get("staff"), view.lang)}
      channels={officeChannels}
      values={values}
      errors={errors}
      sending={randomId(random)}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function scans(services: RectificationOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { rectifications, config } = services;
  const staff = context.get("staff");
  const { head } = await rectifications.readForOffice(context.req.param("reference") ?? "", staff);
  await rectifications.demand(staff, "case.add_scan", head);
  const { scans: words } = officeRectificationCopy(context.get("view").lang);
  const hrefOf = (file: string) => paths.officeRectificationFile(head.reference, file);
  const uploads = openRectificationUploads(services);
  const at = paths.officeRectificationScans;
  return showScans(context, { config, uploads, head, at, shown: { words, hrefOf } });
}
