/** `/office/advice`: what waits for a reply in a unit, and one thread with what can be done. */
import type { Context } from "hono";
import { Hono } from "hono";
import { OfficeAdviceListPage } from "../../web/pages/office/advice/list.tsx";
import type { OfficeAdviceProps } from "../../web/pages/office/advice/thread.tsx";
import { OfficeAdvicePage } from "../../web/pages/office/advice/thread.tsx";
import { advicePaths } from "../../web/paths.advice.ts";
import { withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.ts";
import { parseReference } from "../case/reference.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { stampOf } from "../office/case.form.ts";
import { personOf, unitName } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { OfficeAction } from "./advice.flow.ts";
import { officeActions } from "./advice.flow.ts";
import { adviceLists } from "./advice.read.service.ts";
import { adviceRulesOn } from "./advice.rule.ts";
import type { AdviceCommand, AdviceService } from "./advice.service.ts";

export interface AdviceOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly advice: Pick<AdviceService, "list" | "readForOffice" | "act">;
  readonly clock: Clock;
  readonly random: Random;
}

const PAGE_SIZE = 50;
const ONE = "/office/advice/:reference";
/** What a form of a thread can hold besides its stamp. */
const FIELDS = ["text", "unit", "reason", "subject", "question", "answer"] as const;

type Rest = Pick<OfficeAdviceProps, "done" | "refused" | "changed">;

export function adviceOffice(services: AdviceOfficeServices): Hono<OfficeEnv> {
  const { config, advice, clock } = services;
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));

  app.get(advicePaths.office(), async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const query = context.req.query();
    const list = adviceLists.find((each) => each === query.list) ?? "pending";
    const unit = config.units.find(({ code }) => code === query.unit)?.code ?? staff.unit;
    const page = await advice.list(staff, { unit, list, limit: PAGE_SIZE, cursor: query.cursor });
    const units = unitsFor(services, staff, view.lang);
    const here = advicePaths.office({
      unit: unit === staff.unit ? undefined : unit,
      list: list === "pending" ? undefined : list,
    });
    return renderPage(
      context,
      <OfficeAdviceListPage
        view={{ ...view, path: here }}
        person={personOf(config, staff, view.lang)}
        unit={{ code: unit, name: unitName(config, unit, view.lang) }}
        {...{ units, list, lists: adviceLists, rows: page.rows }}
        days={adviceRulesOn(dayOf(clock())).replyWorkingDays}
        next={page.next === undefined ? undefined : withQuery(here, { cursor: page.next })}
        first={query.cursor === undefined ? undefined : here}
        handedOver={query.done === "transfer"}
      />,
    );
  });

  app.get(ONE, (context) => show(services, context, { done: context.req.query("done") }));
  app.post(`${ONE}/actions/:action`, (context) => act(services, context));
  return app;
}

/** The units that this person may look into, when there are more than the own one. */
function unitsFor({ config }: AdviceOfficeServices, staff: Staff, lang: "zh" | "en") {
  const allowed = config.units.filter(({ code }) => may(staff, "advice.read", { unit: code }));
  return allowed.length > 1 ? allowed.map(({ code, name }) => ({ code, name: name[lang] })) : [];
}

function numberOf(context: Context<OfficeEnv>): string {
  const parsed = parseReference(context.req.param("reference") ?? "");
  if (parsed?.kind !== "Z") throw notFound("case_not_found");
  return parsed.reference;
}

function actionOf(context: Context<OfficeEnv>): OfficeAction {
  const found = officeActions.find((each) => each === context.req.param("action"));
  if (found === undefined) throw notFound("action_not_found");
  return found;
}

async function act(services: AdviceOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const reference = numberOf(context);
  const action = actionOf(context);
  const staff = context.get("staff");
  const form = await readForm(context);
  const stamp = stampOf(form, staff.id);
  const values = Object.fromEntries(FIELDS.map((name) => [name, fieldOf(form, name)]));
  try {
    // What is in the form is checked by the service, which knows what each act needs.
    const data = values as unknown as AdviceCommand["data"];
    const { commandId, version: expectedVersion } = stamp;
    await services.advice.act({ reference, action, data, actor: staff, commandId, expectedVersion });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const changed = error.status === 409;
    const refused = { action, values, errors: error.errors ?? [] };
    return show(services, context, { refused, changed }, changed ? 409 : 422);
  }
  // Whoever has handed it on may not see it any more.
  const to = action === "transfer" ? advicePaths.office() : advicePaths.officeThread(reference);
  return seeOther(context, withQuery(to, { done: action }));
}

async function show(
  { config, advice, random }: AdviceOfficeServices,
  context: Context<OfficeEnv>,
  rest: Rest,
  status: 200 | 409 | 422 = 200,
) {
  const reference = numberOf(context);
  const staff = context.get("staff");
  const view = context.get("view");
  const thread = await advice.readForOffice(reference, staff);
  return renderPage(
    context,
    <OfficeAdvicePage
      view={{ ...view, path: advicePaths.officeThread(reference) }}
      person={personOf(config, staff, view.lang)}
      thread={thread}
      units={config.units.map(({ code, name }) => ({ code, name: name[view.lang] }))}
      stamp={{ version: thread.head.version, command: randomId(random) }}
      {...rest}
    />,
    status,
  );
}
