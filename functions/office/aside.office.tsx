/** `/office/acts/<number>/<act>`: what stands beside the main way of a case, one page for each act. */
import type { Context } from "hono";
import { Hono } from "hono";
import { AsidePage } from "../../web/pages/office/aside.tsx";
import { AsideClosedPage } from "../../web/pages/office/aside-closed.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Aside, AsideAction } from "../disclosure/disclosure.aside.ts";
import { asideOf } from "../disclosure/disclosure.aside.ts";
import type { DataOf } from "../disclosure/disclosure.event.ts";
import type { Disclosure, OfficeView } from "../disclosure/disclosure.service.ts";
import { whyNot } from "../disclosure/disclosure.turn.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { AsideValues } from "./aside.form.ts";
import { readAside, startingValues, stepOf, typedIn } from "./aside.form.ts";
import type { Told } from "./aside.preview.ts";
import { toldOf } from "./aside.preview.ts";
import { stampOf } from "./case.form.ts";
import { consultationOffice } from "./consultation.office.tsx";
import { personOf } from "./office.person.ts";
import { refusalPage } from "./refusal.office.tsx";

export interface AsideOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly disclosure: Pick<Disclosure, "readForOffice" | "demand" | "sameApplicant" | "act" | "rehearse">;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly random: Random;
}

type OpenAside = Aside & { readonly action: AsideAction };
const ONE_ACT = "/office/acts/:reference/:action";

export function asideOffice(services: AsideOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  // First, because its paths have the shape of an act's.
  app.route("/", consultationOffice(services));
  app.get(ONE_ACT, async (context) => {
    const aside = asideIn(context);
    const record = await look(services, context, aside);
    const now = { today: dayOf(services.clock()), calendar: services.calendar };
    return show(services, context, {
      record,
      aside,
      values: startingValues(aside.action, record, now),
      errors: [],
    });
  });
  app.post(ONE_ACT, (context) => act(services, context));
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";

function asideIn(context: Context): OpenAside {
  const aside = asideOf(context.req.param("action") ?? "");
  if (aside === undefined) throw notFound("action_not_found");
  return aside;
}

/** The case for somebody whose act this is. Throws 403 for everybody else, and that is on record. */
async function look(
  { disclosure }: AsideOfficeServices,
  context: Context<OfficeEnv>,
  { action }: OpenAside,
): Promise<OfficeView> {
  const staff = context.get("staff");
  const record = await disclosure.readForOffice(referenceOf(context), staff);
  await disclosure.demand(staff, `case.${action}`, record.head);
  return record;
}

async function act(services: AsideOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { disclosure } = services;
  const aside = asideIn(context);
  const staff = context.get("staff");
  const reference = referenceOf(context);
  const form = await readForm(context);
  const { data, errors } = readAside(aside, form);
  const { action } = aside;
  const again = async (wrong: FieldErrors, more: Pick<Shown, "changed" | "told"> = {}) => {
    const record = await look(services, context, aside);
    return show(services, context, { record, aside, values: typedIn(aside, form), errors: wrong, ...more });
  };
  if (stepOf(aside, form) === "fill") return again([]);
  const unticked = errors.some(({ field }) => field === "tick");
  const isSeenAgain = aside.previewed === true && unticked && errors.length === 1;
  // A form that lacks something is shown again where the act is open; otherwise the service refuses, on record.
  if (errors.length > 0 && !isSeenAgain && (await look(services, context, aside)).actions.includes(action))
    return again(errors);
  const { commandId, version: expectedVersion } = stampOf(form, staff.id);
  const command = { reference, action, data, actor: staff, commandId, expectedVersion };
  try {
    const told = aside.previewed ? await toldBy(disclosure, command) : undefined;
    if (told !== undefined && (errors.length > 0 || fieldOf(form, "seen") !== told.mark))
      return await again(errors, { told });
    await disclosure.act(command);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    return again(error.errors ?? [], { changed: error.code === "case_changed" });
  }
  // What was handed over is no longer this unit's to see.
  const next = action === "transfer" ? paths.office() : paths.officeCase(reference);
  return seeOther(context, withQuery(next, { done: action }));
}

/** Undefined where it was told already. */
async function toldBy(
  { rehearse }: Pick<Disclosure, "rehearse">,
  command: Parameters<Disclosure["rehearse"]>[0],
): Promise<Told | undefined> {
  const data = await rehearse(command);
  return data === undefined ? undefined : toldOf(data as DataOf<"notify_fee">);
}

/** Another person of the same role could do it. */
const isPersonal = (code: string | undefined) => code === "not_assignee" || code === "same_person";

interface Shown {
  readonly record: OfficeView;
  readonly aside: OpenAside;
  readonly values: AsideValues;
  readonly errors: FieldErrors;
  /** Somebody else was faster. */
  readonly changed?: boolean | undefined;
  /** What would be told, where that is looked at before. */
  readonly told?: Told | undefined;
}

/** The form while the act is open; otherwise why it is not. */
function show(
  { config, clock, calendar, random }: AsideOfficeServices,
  context: Context<OfficeEnv>,
  { record, aside, values, errors, told, changed = false }: Shown,
) {
  const staff = context.get("staff");
  const { head, actions } = record;
  const { lang, ...rest } = context.get("view");
  // A page that answers a post has no address of its own for the language switch to lead back to.
  const view = { ...rest, lang, path: paths.officeAct(head.reference, aside.action) };
  const person = personOf(config, staff, lang);
  if (!actions.includes(aside.action)) {
    const why = whyNot(head, aside.action, { actor: staff, today: dayOf(clock()), calendar });
    const page = <AsideClosedPage view={view} person={person} head={head} action={aside.action} why={why} />;
    return renderPage(context, page, isPersonal(why?.code) ? 403 : 409);
  }
  const page = (
    <AsidePage
      view={view}
      person={person}
      record={record}
      aside={aside}
      values={values}
      errors={errors}
      changed={changed}
      told={told}
      units={config.units
        .filter(({ code }) => code !== head.unit)
        .map(({ code, name }) => ({ code, name: name[lang] }))}
      stamp={{ version: head.version, command: randomId(random) }}
    />
  );
  return renderPage(context, page, errors.length > 0 ? 422 : changed ? 409 : 200);
}
