/** A counter at work: calling the next one, and what follows with the one who is there. */
import type { Context } from "hono";
import { Hono } from "hono";
import { VisitCounterPage } from "../../web/pages/office/visit/counter.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import type { Act } from "./visit.call.service.ts";
import { ticketTransitions } from "./visit.flow.ts";
import type { VisitOfficeServices } from "./visit.office.tsx";
import { showTicket } from "./visit.ticket.office.tsx";
import { readNumber } from "./visit.ts";
import { callKeyOf, LONGEST_REASON, whereIn } from "./visit.where.office.ts";

const COUNTER = "/office/visits/:hall/:place/counters/:counter";
const ACT = "/office/visits/:hall/:place/tickets/:number/:action";

/** What the page of the counter can say; everything else is answered as it is everywhere. */
const onPage = new Set(["nobody_waits", "counter_busy", "ticket_changed", "ticket_state"]);

export function visitCounterOffice(services: VisitOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(COUNTER, (context) => show(services, context, { counter: context.req.param("counter") }));
  app.post(`${COUNTER}/call`, async (context) => {
    const counter = context.req.param("counter");
    const key = callKeyOf(await readForm(context));
    return callNext(services, context, { counter, key });
  });
  app.post(ACT, (context) => act(services, context));
  return app;
}

interface Shown {
  readonly counter: string;
  readonly errors?: FieldErrors;
  readonly reason?: string;
  readonly status?: 409 | 422;
}

async function show(services: VisitOfficeServices, context: Context<OfficeEnv>, shown: Shown) {
  const { visits, config, random } = services;
  const staff = context.get("staff");
  const { lang, ...view } = context.get("view");
  const where = whereIn(context);
  const sheet = await visits.days.counter(staff, where, shown.counter);
  return renderPage(
    context,
    <VisitCounterPage
      view={{ ...view, lang, path: paths.officeCounter(where, shown.counter) }}
      person={personOf(config, staff, lang)}
      sheet={sheet}
      callKey={randomId(random)}
      errors={shown.errors}
      reason={shown.reason}
      nobodyLeft={sheet.current === undefined && context.req.query("done") === "finished"}
    />,
    shown.status ?? 200,
  );
}

async function callNext(
  services: VisitOfficeServices,
  context: Context<OfficeEnv>,
  calling: { readonly counter: string; readonly key: string },
): Promise<Response> {
  const where = whereIn(context);
  try {
    await services.visits.calls.callNext(context.get("staff"), where, calling);
    return seeOther(context, paths.officeCounter(where, calling.counter));
  } catch (error) {
    return orShown(services, context, { error, counter: calling.counter });
  }
}

async function orShown(
  services: VisitOfficeServices,
  context: Context<OfficeEnv>,
  { error, counter }: { readonly error: unknown; readonly counter: string },
): Promise<Response> {
  if (!(error instanceof Problem) || !onPage.has(error.code)) throw error;
  return show(services, context, { counter, errors: [{ field: "call", code: error.code }], status: 409 });
}

type PlainAct = Exclude<Act["action"], "call">;
const isAct = (action: string): action is PlainAct =>
  Object.hasOwn(ticketTransitions, action) && action !== "call";

async function act(services: VisitOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { visits } = services;
  const staff = context.get("staff");
  const where = whereIn(context);
  const number = readNumber(context.req.param("number") ?? "");
  const action = context.req.param("action") ?? "";
  if (number === undefined || !isAct(action)) throw notFound();
  const form = await readForm(context);
  const counter = fieldOf(form, "counter");
  const reason = fieldOf(form, "reason").trim();
  const version = Number(fieldOf(form, "version")) || 0;
  const to = toOf(fieldOf(form, "to"));
  const errors: FieldErrors = action === "transfer" ? transferErrors(to, reason) : [];
  if (errors.length > 0) {
    // Who may not is told so before what is missing.
    await visits.days.counter(staff, where, counter);
    return show(services, context, { counter, errors, reason, status: 422 });
  }
  try {
    await visits.calls.act(staff, where, { number, action, version, ...to, reason });
  } catch (error) {
    if (counter !== "") return orShown(services, context, { error, counter });
    if (!(error instanceof Problem) || !onPage.has(error.code)) throw error;
    const errors = [{ field: "standing", code: error.code }];
    return showTicket(services, context, { errors, status: 409 });
  }
  if (counter === "") return seeOther(context, paths.officeTicket(where, number));
  const key = fieldOf(form, "next") === "" ? undefined : callKeyOf(form);
  if (key === undefined) return seeOther(context, paths.officeCounter(where, counter));
  return callOn(services, context, { counter, key });
}

/** Calls the next one after somebody was finished: that nobody waits is no refusal then. */
async function callOn(
  services: VisitOfficeServices,
  context: Context<OfficeEnv>,
  calling: { readonly counter: string; readonly key: string },
): Promise<Response> {
  const where = whereIn(context);
  const counter = paths.officeCounter(where, calling.counter);
  try {
    await services.visits.calls.callNext(context.get("staff"), where, calling);
    return seeOther(context, counter);
  } catch (error) {
    if (error instanceof Problem && error.code === "nobody_waits")
      return seeOther(context, withQuery(counter, { done: "finished" }));
    return orShown(services, context, { error, counter: calling.counter });
  }
}

function toOf(text: string): Pick<Act, "toCounter" | "toService"> {
  const [kind, id = ""] = text.split(":");
  if (kind === "counter" && id !== "") return { toCounter: id };
  return kind === "service" && id !== "" ? { toService: id } : {};
}

function transferErrors(to: Pick<Act, "toCounter" | "toService">, reason: string): FieldErrors {
  return [
    ...(Object.keys(to).length === 0 ? [{ field: "to", code: "to.choose" }] : []),
    ...(reason === "" ? [{ field: "reason", code: "reason.required" }] : []),
    ...(reason.length > LONGEST_REASON ? [{ field: "reason", code: "reason.too_long" }] : []),
  ];
}
