/** `/office/visits`: the day of a hall at one look, and checking in at its desk. */
import type { Context } from "hono";
import { Hono } from "hono";
import { visitCopy } from "../../web/copy/visit.ts";
import { FoundPage } from "../../web/pages/office/visit/found.tsx";
import { VisitPlacesPage } from "../../web/pages/office/visit/places.tsx";
import { VisitSheetPage, type VisitSheetPageProps } from "../../web/pages/office/visit/sheet.tsx";
import { paths } from "../../web/paths.ts";
import { readCode } from "../booking/booking.code.ts";
import { addDays, isDay } from "../calendar/calendar.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { visitCounterOffice } from "./visit.counter.office.tsx";
import { visitRefusalPage } from "./visit.refusal.office.tsx";
import { sentenceOf } from "./visit.sentence.citizen.ts";
import type { Visits } from "./visit.service.ts";
import { countsOf } from "./visit.sheet.ts";
import { visitTicketOffice } from "./visit.ticket.office.tsx";
import { readNumber } from "./visit.ts";
import { LONGEST_REASON, whereIn } from "./visit.where.office.ts";

export interface VisitOfficeServices {
  readonly visits: Visits;
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly clock: Clock;
  readonly random: Random;
}

const PLACE = "/office/visits/:hall/:place";
const LONGEST_TEXT = 300;

export function visitOffice(services: VisitOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(visitRefusalPage(services));
  app.get(paths.officeVisits(), (context) => places(services, context));
  app.get(PLACE, (context) => sheet(services, context, {}));
  app.post(`${PLACE}/check-in`, (context) => checkIn(services, context));
  app.route("/", visitTicketOffice(services));
  app.route("/", visitCounterOffice(services));
  return app;
}

/** The places of the own unit; of all units for who looks into all. With one there is nothing to choose. */
async function places({ visits, config }: VisitOfficeServices, context: Context<OfficeEnv>) {
  const staff = context.get("staff");
  const view = context.get("view");
  const halls = (await visits.halls.list()).filter(({ unit }) => may(staff, "visit.read", { unit }));
  const found = halls.flatMap((hall) =>
    hall.places.map((place) => ({
      ...{ hall: hall.id, place: place.id },
      name: `${hall.name[view.lang]} · ${place.name[view.lang]}`,
      address: place.address[view.lang],
    })),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return seeOther(context, paths.officeVisitDay(only));
  return renderPage(
    context,
    <VisitPlacesPage view={view} person={personOf(config, staff, view.lang)} places={found} />,
  );
}

interface Looking {
  readonly more?: Partial<VisitSheetPageProps>;
  readonly status?: 404 | 409 | 422;
}

async function sheet(services: VisitOfficeServices, context: Context<OfficeEnv>, { more, status }: Looking) {
  const { visits, config } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const where = whereIn(context);
  const found = await visits.days.sheet(staff, where, dayAsked(context.req.query("day")));
  const done = doneIn(context);
  return renderPage(
    context,
    <VisitSheetPage
      view={status === undefined ? view : { ...view, path: paths.officeVisitDay(where) }}
      person={personOf(config, staff, view.lang)}
      sheet={found}
      counts={countsOf(found)}
      before={addDays(found.day, -1)}
      after={addDays(found.day, 1)}
      mayWork={may(staff, "visit.work", { unit: found.hall.unit })}
      mayReadHall={may(staff, "hall.read", { unit: found.hall.unit })}
      {...(done === undefined ? {} : { done })}
      {...more}
    />,
    status ?? 200,
  );
}

/** Only days of this century, so that there is a day before and a day after it. */
const dayAsked = (asked = ""): string | undefined =>
  /^20\d\d-/.test(asked) && isDay(asked) ? asked : undefined;

function doneIn(context: Context<OfficeEnv>): VisitSheetPageProps["done"] {
  const [action, number] = [context.req.query("done"), readNumber(context.req.query("number") ?? "")];
  if (number === undefined || (action !== "checked_in" && action !== "acted")) return undefined;
  return { action, number };
}

/** A scanner reads the address in the QR of a booking, a person types its code. */
function codeIn(text: string): string | undefined {
  const address = URL.canParse(text) ? new URL(text).searchParams.get("code") : null;
  return readCode(address ?? text);
}

async function checkIn(services: VisitOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { visits, config } = services;
  const staff = context.get("staff");
  const { lang, ...view } = context.get("view");
  const where = whereIn(context);
  const form = await readForm(context);
  const typed = fieldOf(form, "text").trim().slice(0, LONGEST_TEXT);
  const isBeyond = fieldOf(form, "beyond") !== "";
  const reason = fieldOf(form, "reason").trim();
  const again = (errors: FieldErrors, status: 404 | 409 | 422, more: Partial<VisitSheetPageProps> = {}) =>
    sheet(services, context, { more: { typed, errors, ...more }, status });
  const number = readNumber(typed);
  if (number !== undefined) return seeOther(context, paths.officeTicket(where, number));
  const code = codeIn(typed);
  try {
    if (code !== undefined) {
      const wrong = isBeyond ? reasonErrors(reason) : [];
      if (wrong.length > 0) {
        // Who may not is told so before what is missing.
        await visits.days.search(staff, where, "");
        return again(wrong, 422, { beyond: { text: typed, reason } });
      }
      const shown = isBeyond ? { code, reason } : { code };
      const ticket = await visits.checkIns.byStaff(staff, where, shown);
      const query = { done: "checked_in", number: ticket.number };
      return seeOther(context, paths.officeVisitDay(where, query));
    }
    // Asked even for nothing, so that who may not is told so.
    const found = await visits.days.search(staff, where, typed);
    if (typed === "") return again([{ field: "text", code: "text.required" }], 422);
    if (found.length === 0) return again([{ field: "text", code: "nobody" }], 404);
    const { hall, place } = await visits.days.place(where);
    const person = personOf(config, staff, lang);
    const here = { ...view, lang, path: paths.officeVisitDay(where) };
    return renderPage(context, <FoundPage {...{ view: here, person, hall, place, found }} />);
  } catch (error) {
    if (!(error instanceof Problem) || !/^(check_in_|booking_not_found)/.test(error.code)) throw error;
    const words = visitCopy(lang);
    const telling = { words: { ...words, ...words.desk.outOfTime }, lang, halls: await visits.halls.list() };
    const sentence = sentenceOf(error, telling);
    const field = [{ field: "text", code: sentence === undefined ? error.code : "refused" }];
    const isTime = error.code === "check_in_early" || error.code === "check_in_late";
    const beyond = isTime ? { beyond: { text: typed, reason: "" } } : {};
    return again(field, error.status === 404 ? 404 : 409, { refused: sentence, ...beyond });
  }
}

const reasonErrors = (reason: string): FieldErrors => [
  ...(reason === "" ? [{ field: "reason", code: "reason.required" }] : []),
  ...(reason.length > LONGEST_REASON ? [{ field: "reason", code: "reason.too_long" }] : []),
];
