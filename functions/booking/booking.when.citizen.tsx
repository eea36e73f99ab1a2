/** Choosing the day and the time. What is wanted stands in the address, so nothing is kept for it. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { ErrandChange } from "../../web/pages/booking/days.tsx";
import { BookingDaysPage } from "../../web/pages/booking/days.tsx";
import type { ReleaseShown } from "../../web/pages/booking/release.tsx";
import { BookingTimesPage } from "../../web/pages/booking/times.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { View } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { flowIn } from "./booking.asked.citizen.ts";
import { isOffered, lanesFor } from "./booking.hall.ts";
import { releaseNotice } from "./booking.notice.citizen.ts";
import type { DayOutlook } from "./booking.outlook.ts";
import { modeOf, QUEUE_OPENS_SECONDS, SHUFFLE_SECONDS } from "./booking.release.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import {
  addressOfErrand,
  dayIn,
  errandIn,
  MOST_SERVICES,
  readTime,
  shownErrand,
} from "./booking.shown.citizen.ts";
import type { Errand } from "./booking.visit.ts";

const ERRAND = "/bookings/visit/:hall/:place/:services";
/** Midday: as near as can be to every time of a day. */
const NOON = "12:00";

export function whenCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { outlook, config } = services;
  const app = new Hono<AppEnv>();

  app.get(ERRAND, async (context) => {
    const errand = await errandIn(context, services);
    if (context.req.query("change") !== undefined) return seeOther(context, changed(context, errand));
    const view = context.get("view");
    const address = { ...addressOfErrand(errand), flow: flowIn(context) };
    const { month, days } = await monthShown(context, services, errand);
    return renderPage(
      context,
      <BookingDaysPage
        view={view}
        errand={shownErrand(view, errand, config)}
        month={month}
        days={days}
        months={outlook.months().map((each) => ({ month: each, href: bookingPaths.days(address, each) }))}
        linkOf={(day) => bookingPaths.times(address, day)}
        back={bookingPaths.services(address.flow)}
        ahead={await aheadFor(services, errand, days)}
        release={releaseOf(errand)}
        change={changeOf(view, errand, { today: outlook.today(), flow: address.flow })}
      />,
    );
  });

  app.get(`${ERRAND}/:day`, async (context) => {
    const errand = await errandIn(context, services);
    const day = dayIn(context);
    const view = context.get("view");
    const address = { ...addressOfErrand(errand), flow: flowIn(context) };
    const { outlook: standing, times } = await outlook.day(errand, day);
    return renderPage(
      context,
      <BookingTimesPage
        view={view}
        errand={shownErrand(view, errand, config)}
        outlook={standing}
        times={times}
        nearest={await nearestTo(services, errand, standing)}
        linkOf={(at) => bookingPaths.person({ ...address, ...at })}
        back={bookingPaths.days(address, day.slice(0, 7))}
        wait={bookingPaths.wait(address, day)}
        release={await releaseNotice(context, services, { errand, day, standing })}
        missed={readTime(context.req.query("missed"))}
      />,
    );
  });

  return app;
}

const releaseOf = ({ place, services }: Errand): ReleaseShown => ({
  mode: modeOf(services),
  when: place.release,
  hours: QUEUE_OPENS_SECONDS / 3600,
  minutes: SHUFFLE_SECONDS / 60,
});

/**
 * The month in the address, when it is one that can be looked at. Nobody is shown the end of a month without a free day
 * when the next one has some: only then is a second month read.
 */
export async function monthShown(
  context: Context,
  { outlook }: Pick<BookingCitizenServices, "outlook">,
  errand: Errand,
): Promise<{ readonly month: string; readonly days: readonly DayOutlook[] }> {
  const [first = "", second = first, ...later] = outlook.months();
  const asked = [first, second, ...later].find((month) => month === context.req.query("month"));
  const month = asked ?? first;
  const days = await outlook.month(errand, month);
  if (asked !== undefined || days.some(isWorthALook)) return { month, days };
  const next = await outlook.month(errand, second);
  return next.some(isWorthALook) ? { month: second, days: next } : { month, days };
}

/**
 * The next day for which a ticket can be taken, or one can register: it often lies in another month than the days that can be
 * booked, and nobody would find it there. Costs a second read only where places are not given out in order of arrival.
 */
async function aheadFor(
  { outlook }: Pick<BookingCitizenServices, "outlook">,
  errand: Errand,
  shown: readonly DayOutlook[],
) {
  if (modeOf(errand.services) === "arrival") return undefined;
  const found = aheadIn(shown);
  if (found !== undefined) return found;
  const others = outlook.months().filter((month) => !shown.some(({ day }) => day.startsWith(month)));
  for (const month of others.slice(0, 2)) {
    const ahead = aheadIn(await outlook.month(errand, month));
    if (ahead !== undefined) return ahead;
  }
  return undefined;
}

function aheadIn(days: readonly DayOutlook[]) {
  const [found] = days.flatMap((one) =>
    one.state === "not_open" && one.ahead?.now ? [{ day: one.day, by: one.ahead.by }] : [],
  );
  return found;
}

const isWorthALook = (one: DayOutlook): boolean => one.state === "open" || aheadIn([one]) !== undefined;

/** Where nothing can be had that day, the nearest other times; from today on, for a day that is over. */
export async function nearestTo(
  { outlook }: Pick<BookingCitizenServices, "outlook">,
  errand: Errand,
  { state, day }: DayOutlook,
) {
  if (state === "open") return [];
  const today = outlook.today();
  return outlook.nearest(errand, { day: day < today ? today : day, time: NOON });
}

/** The same page for more people or more services, from what its form has sent. */
function changed(context: Context<AppEnv>, errand: Errand): string {
  const [first] = errand.services;
  const chosen = context.req.queries("more") ?? [];
  const others = othersOf(errand).filter(({ id }) => chosen.includes(id));
  const ids = [...(first === undefined ? [] : [first]), ...others]
    .map(({ id }) => id)
    .slice(0, MOST_SERVICES);
  const people = Number(context.req.query("people") ?? "1");
  return bookingPaths.days({
    ...addressOfErrand(errand),
    flow: flowIn(context),
    services: ids,
    people: Number.isInteger(people) && people > 1 && people < 100 ? people : 1,
  });
}

/** What else the same place gives; the service that somebody came for stays. */
const othersOf = ({ hall, place, services }: Errand) =>
  hall.services.filter(({ id }) => id !== services[0]?.id && lanesFor(place, id).length > 0);

function changeOf(
  view: View,
  errand: Errand,
  { today, flow }: { readonly today: string; readonly flow: string | undefined },
): ErrandChange {
  const [first] = errand.services;
  return {
    action: bookingPaths.days({ ...addressOfErrand(errand), people: 1 }),
    flow,
    mostPeople: first?.mostParty ?? 1,
    others: othersOf(errand)
      .filter((service) => isOffered(service, today))
      .map(({ id, name }) => ({
        id,
        name: name[view.lang],
        chosen: errand.services.some((service) => service.id === id),
      })),
  };
}
