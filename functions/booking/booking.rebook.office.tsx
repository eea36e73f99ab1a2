/** `/office/halls/:hall/worklist`: the people whose counter closes, and one of them on the telephone. */
import { Hono } from "hono";
import { hallCopy } from "../../web/copy/office-hall.ts";
import { CalledPage, WorklistPage } from "../../web/pages/office/hall/worklist.tsx";
import { hallPaths } from "../../web/paths.hall.ts";
import { withQuery } from "../../web/paths.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { type FormValues, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldError, FieldErrors } from "../kit/problem.ts";
import { invalid, notFound, Problem } from "../kit/problem.ts";
import type { HallOfficeServices } from "../wiring.hall.ts";
import type { HallContext } from "./booking.desk.office.tsx";
import { frameOf, param } from "./booking.desk.office.tsx";
import { readerOf } from "./booking.edit.read.ts";
import type { Hall } from "./booking.hall.ts";
import type { CalledInFull } from "./booking.rebook.service.ts";
import type { Destination } from "./booking.service.ts";

const LIST = "/office/halls/:hall/worklist";

export function rebookOffice(services: HallOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(LIST, async (context) => {
    const id = param(context, "hall");
    const found = await services.rebooking.list(context.get("staff"), id);
    const frame = frameOf(services, context, hallPaths.worklist(id));
    const said =
      context.req.query("gone") === undefined ? undefined : hallCopy(frame.view.lang).worklist.gone;
    return renderPage(context, <WorklistPage {...frame} {...found} said={said} />);
  });
  app.get(`${LIST}/:code`, (context) =>
    orList(context, async () =>
      showCalled(services, context, await services.rebooking.read(context.get("staff"), ...idsIn(context))),
    ),
  );
  app.post(`${LIST}/:code`, (context) => orList(context, () => act(services, context)));
  return app;
}

/** A second tab, a second tap or a colleague: who is on the list no more is told of there, not by a page that is missing. */
async function orList(context: HallContext, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "rebooking_not_found") throw error;
    return seeOther(context, withQuery(hallPaths.worklist(param(context, "hall")), { gone: "yes" }));
  }
}

const idsIn = (context: HallContext) => [param(context, "hall"), param(context, "code")] as const;

interface Found {
  readonly hall: Hall;
  readonly person: CalledInFull;
}
interface Again {
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

function showCalled(
  services: HallOfficeServices,
  context: HallContext,
  { hall, person }: Found,
  again?: Again,
) {
  const frame = frameOf(services, context, hallPaths.called(hall.id, person.code));
  const page = <CalledPage {...frame} {...again} hall={hall} called={person} />;
  return renderPage(context, page, again === undefined ? 200 : 422);
}

/** One of the offered times, or another one that was agreed on. Raises 422 for neither. */
function destinationIn(values: FormValues): Destination {
  const offer = fieldOf(values, "offer");
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(offer) ?? [];
  const reader = readerOf(day === undefined ? values : { day, time: time ?? "" });
  if (offer === "") throw invalid([{ field: "offer", code: "choose" }]);
  const to = { day: reader.day("day"), time: reader.time("time") };
  if (reader.errors.length > 0) throw invalid(reader.errors);
  return to;
}

async function act(services: HallOfficeServices, context: HallContext): Promise<Response> {
  const { rebooking } = services;
  const staff = context.get("staff");
  const ids = idsIn(context);
  const values = await readForm(context);
  switch (fieldOf(values, "action")) {
    case "phone":
      return showCalled(services, context, await rebooking.showPhone(staff, ...ids));
    case "cancel":
      await rebooking.cancel(staff, ...ids);
      return done(context, ids[0], "cancelled");
    case "move":
      return move(services, context, values);
    default:
      throw notFound("action_not_found");
  }
}

async function move(services: HallOfficeServices, context: HallContext, values: FormValues) {
  const { rebooking } = services;
  const staff = context.get("staff");
  const ids = idsIn(context);
  // Who may not act is refused before what was typed is looked at.
  const found = await rebooking.read(staff, ...ids);
  try {
    await rebooking.move(staff, ...ids, destinationIn(values));
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const atTime: FieldError = { field: "offer", code: error.code };
    return showCalled(services, context, found, { errors: error.errors ?? [atTime], typed: values });
  }
  return done(context, ids[0], "moved");
}

const done = (context: HallContext, hall: string, what: string): Response =>
  seeOther(context, withQuery(hallPaths.worklist(hall), { done: what }));
