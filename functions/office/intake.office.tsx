/** `/office/intake`: requests on paper, by fax or by word of mouth, their receipts, and the scans of what came. */
import type { Context } from "hono";
import { Hono } from "hono";
import { intakeCopy } from "../../web/copy/office-intake.ts";
import { IntakePage } from "../../web/pages/office/intake.tsx";
import { IntakeReceiptPage } from "../../web/pages/office/intake-receipt.tsx";
import { paths } from "../../web/paths.ts";
import type { Attachments } from "../attachment/attachment.service.ts";
import { dayOf } from "../calendar/calendar.ts";
import { officeChannels } from "../disclosure/disclosure.channel.ts";
import type { Disclosure } from "../disclosure/disclosure.service.ts";
import type { ApplicationValues } from "../disclosure/disclosure.ts";
import { applicationFields, validateApplication } from "../disclosure/disclosure.ts";
import { openCaseUploads } from "../disclosure/disclosure.upload.service.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import { dayFrom } from "./case.form.ts";
import { personOf, unitName } from "./office.person.ts";
import { refusalPage } from "./refusal.office.tsx";
import { showScans } from "./scans.office.tsx";

export interface IntakeOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly disclosure: Pick<
    Disclosure,
    "enter" | "enteredReceipt" | "demand" | "act" | "readForOffice" | "readForApplicant"
  >;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
  readonly clock: Clock;
  readonly random: Random;
}

const RECEIPT = "/office/intake/:reference";

export function intakeOffice(services: IntakeOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(paths.officeIntake(), async (context) => {
    const staff = context.get("staff");
    await services.disclosure.demand(staff, "case.enter", { unit: staff.unit });
    return show(services, context, { values: startingValues(services), errors: [] });
  });
  app.post(paths.officeIntake(), (context) => enter(services, context));
  app.get(RECEIPT, async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const receipt = await services.disclosure.enteredReceipt(context.req.param("reference") ?? "", staff);
    return renderPage(
      context,
      <IntakeReceiptPage
        view={view}
        person={personOf(services.config, staff, view.lang)}
        unit={unitName(services.config, receipt.unit, view.lang)}
        receipt={receipt}
      />,
    );
  });
  app.get(`${RECEIPT}/scans`, (context) => scans(services, context));
  return app;
}

function startingValues({ clock }: IntakeOfficeServices): ApplicationValues {
  const [year = "", month = "", day = ""] = dayOf(clock())
    .split("-")
    .map((part) => String(Number(part)));
  return { "arrivedOn-year": year, "arrivedOn-month": month, "arrivedOn-day": day };
}

const own = ["channel", "arrivedOn-year", "arrivedOn-month", "arrivedOn-day", "sending"] as const;

/** What was typed, to be shown again; nothing else that was sent comes back. */
const typedIn = (form: FormValues): ApplicationValues =>
  Object.fromEntries([...applicationFields, ...own].map((name) => [name, fieldOf(form, name)]));

async function enter(services: IntakeOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { disclosure, clock } = services;
  const staff = context.get("staff");
  await disclosure.demand(staff, "case.enter", { unit: staff.unit });
  const form = await readForm(context);
  const values = { ...typedIn(form), unit: staff.unit };
  const rules = { today: dayOf(clock()), units: [staff.unit], enteredByStaff: true };
  const checked = validateApplication(values, rules);
  const channel = officeChannels.find((each) => each === fieldOf(form, "channel"));
  const errors = [
    ...(channel === undefined ? [{ field: "channel", code: "channel.choose" }] : []),
    ...(checked.ok ? [] : checked.errors),
  ];
  if (!checked.ok || channel === undefined) return show(services, context, { values, errors });
  try {
    const { reference } = await disclosure.enter(
      {
        application: checked.value,
        channel,
        arrivedOn: dayFrom(form, "arrivedOn"),
        lang: "zh",
        token: fieldOf(form, "sending").slice(0, 40),
      },
      staff,
    );
    return seeOther(context, paths.officeIntakeReceipt(reference));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    return show(services, context, { values, errors: error.errors ?? [] });
  }
}

interface Shown {
  readonly values: ApplicationValues;
  readonly errors: FieldErrors;
}

function show(
  { config, random }: IntakeOfficeServices,
  context: Context<OfficeEnv>,
  { values, errors }: Shown,
) {
  const staff = context.get("staff");
  const view = context.get("view");
  return renderPage(
    context,
    <IntakePage
      view={{ ...view, path: paths.officeIntake() }}
      person={personOf(config, staff, view.lang)}
      channels={officeChannels}
      values={values}
      errors={errors}
      sending={randomId(random)}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function scans(services: IntakeOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { disclosure, config } = services;
  const staff = context.get("staff");
  const { head } = await disclosure.readForOffice(context.req.param("reference") ?? "", staff);
  await disclosure.demand(staff, "case.add_scan", head);
  const { scans: words } = intakeCopy(context.get("view").lang);
  const uploads = openCaseUploads(services);
  return showScans(context, { config, uploads, head, at: paths.officeIntakeScans, shown: { words } });
}
