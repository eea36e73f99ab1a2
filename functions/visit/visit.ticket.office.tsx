/** Giving numbers to who comes without a booking, and a number with all that happened to it. */
import type { Context } from "hono";
import { Hono } from "hono";
import { OfficeTicketPage } from "../../web/pages/office/visit/ticket.tsx";
import { WalkInPage } from "../../web/pages/office/visit/walk-in.tsx";
import { paths } from "../../web/paths.ts";
import { lanesFor } from "../booking/booking.hall.ts";
import { dayOf } from "../calendar/calendar.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import type { VisitOfficeServices } from "./visit.office.tsx";
import { readNumber } from "./visit.ts";
import { readPriority, readWalkIn, type WalkInTyped } from "./visit.walkin.form.ts";
import { callKeyOf, whereIn } from "./visit.where.office.ts";

const WALK_IN = "/office/visits/:hall/:place/walk-in";
const TICKET = "/office/visits/:hall/:place/tickets/:number";
const NOTHING: WalkInTyped = { service: "", party: "1", why: "", reason: "", beyond: "" };
const shownCodes = ["ticket_changed", "ticket_state"];

export function visitTicketOffice(services: VisitOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(WALK_IN, (context) => walkIn(services, context, { typed: NOTHING, errors: [] }));
  app.post(WALK_IN, (context) => take(services, context));
  app.get(TICKET, (context) => showTicket(services, context, {}));
  app.post(`${TICKET}/priority`, (context) => prioritise(services, context));
  return app;
}

interface WalkInShown {
  readonly typed: WalkInTyped;
  readonly errors: FieldErrors;
  readonly status?: 409 | 422;
  readonly key?: string;
}

async function walkIn(services: VisitOfficeServices, context: Context<OfficeEnv>, shown: WalkInShown) {
  const { visits, config, random } = services;
  const staff = context.get("staff");
  const { lang, ...view } = context.get("view");
  const where = whereIn(context);
  const { hall, place, seats } = await visits.days.desk(staff, where);
  const given = hall.services.filter(({ id }) => lanesFor(place, id).length > 0);
  return renderPage(
    context,
    <WalkInPage
      view={{ ...view, lang, path: paths.officeWalkIn(where) }}
      person={personOf(config, staff, lang)}
      {...{ hall, place }}
      services={given.map(({ id, name }) => ({ id, name: name[lang] }))}
      seatsLeft={seats.walkIn}
      takeKey={shown.key ?? randomId(random)}
      typed={shown.typed}
      errors={shown.errors}
    />,
    shown.status ?? 200,
  );
}

async function take(services: VisitOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const form = await readForm(context);
  const key = callKeyOf(form);
  const { typed, read } = readWalkIn(form);
  if (!read.ok) return walkIn(services, context, { typed, errors: read.errors, status: 422, key });
  const where = whereIn(context);
  try {
    const wanted = { ...read.value, key };
    const { number } = await services.visits.walkIns.take(context.get("staff"), where, wanted);
    return seeOther(context, paths.officeTicket(where, number, { done: "taken" }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const none = error.code === "no_numbers_left" ? [{ field: "beyond", code: error.code }] : undefined;
    const plain = ["visit_closed", "visit_not_offered"].includes(error.code);
    const errors = none ?? error.errors ?? (plain ? [{ field: "service", code: error.code }] : undefined);
    if (errors === undefined) throw error;
    return walkIn(services, context, { typed, errors, status: error.status === 422 ? 422 : 409, key });
  }
}

interface TicketShown {
  readonly errors?: FieldErrors;
  readonly typed?: { readonly why: string; readonly reason: string };
  readonly status?: 409 | 422;
}

const numberIn = (context: Context<OfficeEnv>): string => {
  const number = readNumber(context.req.param("number") ?? "");
  if (number === undefined) throw notFound();
  return number;
};

/** A number as it stands, with what is wrong about what was asked of it. */
export async function showTicket(
  services: VisitOfficeServices,
  context: Context<OfficeEnv>,
  shown: TicketShown,
) {
  const { visits, config, clock } = services;
  const staff = context.get("staff");
  const { lang, ...view } = context.get("view");
  const where = whereIn(context);
  const own = await visits.public.atDesk(staff, where, numberIn(context));
  const { encode } = await import("uqr");
  const address = config.publicOrigin + paths.ticket(own.ticket, visits.public.proofOf(own.ticket));
  return renderPage(
    context,
    <OfficeTicketPage
      view={{ ...view, lang, path: paths.officeTicket(where, own.ticket.number) }}
      person={personOf(config, staff, lang)}
      own={own}
      qr={encode(address).data}
      mayWork={may(staff, "visit.work", { unit: own.hall.unit })}
      isToday={own.ticket.day === dayOf(clock())}
      taken={context.req.query("done") === "taken"}
      errors={shown.errors}
      typed={shown.typed}
    />,
    shown.status ?? 200,
  );
}

async function prioritise(services: VisitOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const form = await readForm(context);
  const number = numberIn(context);
  const where = whereIn(context);
  const typed = { why: fieldOf(form, "why"), reason: fieldOf(form, "reason") };
  const read = readPriority(typed);
  if (!read.ok) return showTicket(services, context, { errors: read.errors, typed, status: 422 });
  const version = Number(fieldOf(form, "version")) || 0;
  try {
    await services.visits.calls.prioritise(context.get("staff"), where, { ...read.value, number, version });
  } catch (error) {
    if (!(error instanceof Problem) || !shownCodes.includes(error.code)) throw error;
    return showTicket(services, context, {
      errors: [{ field: "standing", code: error.code }],
      typed,
      status: 409,
    });
  }
  return seeOther(context, paths.officeTicket(where, number));
}
