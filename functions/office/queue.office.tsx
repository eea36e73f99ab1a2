/** `/office`: what waits in a unit, and finding a case by what a caller says. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { QueuePageProps, QueueRow } from "../../web/pages/office/queue.tsx";
import { QueuePage } from "../../web/pages/office/queue.tsx";
import { SearchPage } from "../../web/pages/office/search.tsx";
import { advicePaths } from "../../web/paths.advice.ts";
import { paths, withQuery } from "../../web/paths.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Card } from "../case/case.ts";
import { parseReference } from "../case/reference.ts";
import type { Disclosure } from "../disclosure/disclosure.service.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Identity } from "../identity/identity.service.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { personOf, unitName } from "./office.person.ts";
import { dueWithinChoices, filterOf, plain, readWish, standingOn } from "./queue.ts";
import { refusalPage } from "./refusal.office.tsx";

export interface QueueOfficeServices {
  readonly config: Pick<Config, "units">;
  readonly disclosure: Pick<Disclosure, "queue" | "search">;
  readonly identity: Pick<Identity, "colleagues">;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

const PAGE_SIZE = 50;
const LONGEST_SEARCH = 100;

export function queueOffice(services: QueueOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(paths.office(), async (context) => {
    const props = await queueProps(services, context);
    return renderPage(context, <QueuePage {...props} />);
  });
  // Names and phones must not get into addresses, so searching is a form that is posted.
  app.post(paths.officeSearch(), (context) => search(services, context));
  app.get(paths.officeSearch(), (context) => seeOther(context, paths.office()));
  return app;
}

async function queueProps(
  services: QueueOfficeServices,
  context: Context<OfficeEnv>,
): Promise<QueuePageProps> {
  const staff = context.get("staff");
  const view = context.get("view");
  const codes = services.config.units.map((unit) => unit.code);
  const wish = readWish(context.req.query(), codes);
  const now = { today: dayOf(services.clock()), calendar: services.calendar };
  const filter = filterOf(wish, staff, now);
  const [page, people] = await Promise.all([
    services.disclosure.queue(staff, filter, { limit: PAGE_SIZE, cursor: wish.cursor }),
    services.identity.colleagues(staff, filter.unit),
  ]);
  const here = withQuery(paths.office(), { ...wish, cursor: undefined });
  return {
    view,
    person: personOf(services.config, staff, view.lang),
    me: { id: staff.id, name: staff.name },
    unit: { code: filter.unit, name: unitName(services.config, filter.unit, view.lang) },
    units: otherUnits(services, staff, view.lang),
    wish,
    dueWithinChoices,
    colleagues: people.filter((one) => one.id !== staff.id && one.roles.includes("handler")),
    rows: page.cards.map((card) => rowOf(card, now)),
    next: page.next === undefined ? undefined : withQuery(here, { cursor: page.next }),
    first: wish.cursor === undefined ? undefined : here,
    mayEnter: may(staff, "case.enter", { unit: staff.unit }),
    maySetPeriod: may(staff, "rectification.set_up", { unit: staff.unit }),
    handedOver: context.req.query("done") === "transfer",
  };
}

/** The units that this person may look into, when there are more than the own one. */
function otherUnits({ config }: QueueOfficeServices, staff: Staff, lang: "zh" | "en") {
  const allowed = config.units.filter((unit) => may(staff, "queue.read", { unit: unit.code }));
  return allowed.length > 1 ? allowed.map((unit) => ({ code: unit.code, name: unit.name[lang] })) : [];
}

const rowOf = (card: Card, now: { today: string; calendar: Calendar }): QueueRow => ({
  ...card,
  ...standingOn(card, now),
});

async function search(services: QueueOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const form = await readForm(context);
  const text = fieldOf(form, "text").trim();
  const unit = readWish(
    { unit: fieldOf(form, "unit") },
    services.config.units.map((one) => one.code),
  ).unit;
  const error = text === "" ? "required" : text.length > LONGEST_SEARCH ? "tooLong" : undefined;
  const number = parseReference(text);
  if (number?.kind === "Z") return seeOther(context, advicePaths.officeThread(number.reference));
  const cursor = plain(fieldOf(form, "cursor"));
  const page =
    error === undefined
      ? await services.disclosure.search(staff, { unit: unit ?? staff.unit, text, limit: PAGE_SIZE, cursor })
      : undefined;
  const [only] = page?.cards ?? [];
  if (only !== undefined && number !== undefined) return seeOther(context, paths.officeCase(only.reference));
  const now = { today: dayOf(services.clock()), calendar: services.calendar };
  return renderPage(
    context,
    <SearchPage
      view={{ ...view, path: paths.office() }}
      person={personOf(services.config, staff, view.lang)}
      unit={unit ?? staff.unit}
      text={text}
      error={error}
      rows={page?.cards.map((card) => rowOf(card, now))}
      next={page?.next}
      first={cursor === undefined}
    />,
    error === undefined ? 200 : 422,
  );
}
