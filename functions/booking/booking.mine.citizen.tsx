/** Seeing one's booking, confirming a hold, cancelling, and the file for a calendar. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { BookingCancelPage } from "../../web/pages/booking/change.tsx";
import { BookingMinePage } from "../../web/pages/booking/mine.tsx";
import { BookingRefusedPage } from "../../web/pages/booking/refused.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { GRANT_SECONDS } from "../progress/progress.ts";
import { readCode } from "./booking.code.ts";
import { eventFile, toBring } from "./booking.event.citizen.ts";
import { counterOf } from "./booking.hall.ts";
import type { MyBooking } from "./booking.mine.service.ts";
import { receivedAt } from "./booking.occasion.ts";
import { bookingProblems } from "./booking.problem.ts";
import { refusedOf } from "./booking.refused.citizen.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { shownPlace } from "./booking.shown.citizen.ts";

const COOKIE = "__Host-booking";
const MINE = "/bookings/mine/:code";

/** Lets this browser see the booking for a while, and leads to it. */
export function giveBooking(
  context: Context<AppEnv>,
  { mine }: Pick<BookingCitizenServices, "mine">,
  code: string,
): Response {
  setCookie(context, COOKIE, mine.grant(getCookie(context, COOKIE), code), {
    ...{ path: "/", secure: true, httpOnly: true, sameSite: "Lax" },
    maxAge: GRANT_SECONDS,
  });
  return seeOther(context, bookingPaths.one(code));
}

/** A handler for whoever has proven that the code is theirs; everybody else is asked to. */
export const withCode =
  (
    { mine }: Pick<BookingCitizenServices, "mine">,
    work: (context: Context<AppEnv>, code: string) => Response | Promise<Response>,
  ) =>
  async (context: Context<AppEnv>): Promise<Response> => {
    const code = readCode(context.req.param("code") ?? "");
    if (code === undefined) throw bookingProblems.notFound();
    if (!mine.isGranted(getCookie(context, COOKIE), code)) return seeOther(context, bookingPaths.find(code));
    return work(context, code);
  };

/** The same with the booking; who still waits for one is led to where they stand. */
export const withMine = (
  services: Pick<BookingCitizenServices, "mine">,
  work: (context: Context<AppEnv>, mine: MyBooking) => Response | Promise<Response>,
) =>
  withCode(services, async (context, code) =>
    (await services.mine.isWaiting(code))
      ? seeOther(context, bookingPaths.waiting(code))
      : work(context, await services.mine.read(code)),
  );

export function mineCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  addSeeing(app, services);
  addEnding(app, services);
  return app;
}

function addSeeing(app: Hono<AppEnv>, services: BookingCitizenServices): void {
  const { config } = services;

  app.get(
    MINE,
    withMine(services, async (context, mine) => {
      const view = context.get("view");
      const { booking, place } = mine;
      const { encode } = await import("uqr");
      const { data } = encode(config.publicOrigin + bookingPaths.find(booking.code), { ecc: "M", border: 2 });
      const signs = booking.seats.map(({ lane }) => counterOf(place, lane)?.sign ?? "");
      return renderPage(
        context,
        <BookingMinePage
          view={view}
          mine={mine}
          at={{ ...shownPlace(view, mine, config), received: receivedAt(mine)?.[view.lang] }}
          counters={[...new Set(signs.filter(Boolean))]}
          bring={await toBring(view, mine, services)}
          qr={data}
          again={bookingPaths.days({
            hall: booking.hall,
            place: booking.place,
            services: booking.services,
            people: booking.party,
          })}
        />,
      );
    }),
  );

  app.get(
    `${MINE}/visit.ics`,
    withMine(services, async (context, mine) => {
      const file = await eventFile(context.get("view"), mine, services);
      context.header("content-type", "text/calendar; charset=utf-8");
      context.header("content-disposition", `attachment; filename*=UTF-8''visit-${mine.booking.day}.ics`);
      return context.body(file);
    }),
  );
}

function addEnding(app: Hono<AppEnv>, services: BookingCitizenServices): void {
  const { bookings } = services;
  const back = ({ booking }: MyBooking) => bookingPaths.one(booking.code);

  /** Does what was asked and leads back to the booking, or says why not. */
  async function act(context: Context<AppEnv>, mine: MyBooking, work: () => Promise<unknown>) {
    try {
      await work();
      return seeOther(context, back(mine));
    } catch (error) {
      return refusedChange(context, mine, error);
    }
  }

  app.post(
    `${MINE}/confirm`,
    withMine(services, (context, mine) => act(context, mine, () => bookings.confirm(mine.booking.code))),
  );

  app.get(
    `${MINE}/cancel`,
    withMine(services, (context, mine) => {
      if (!mine.cancellable) return seeOther(context, back(mine));
      return renderPage(context, <BookingCancelPage view={context.get("view")} mine={mine} />);
    }),
  );

  app.post(
    `${MINE}/cancel`,
    withMine(services, (context, mine) =>
      act(context, mine, () => bookings.cancel(mine.booking.code, "person")),
    ),
  );
}

interface Moment {
  readonly day: string;
  readonly time: string;
  /** Another place of the hall. */
  readonly place?: string | undefined;
}
const isSame = (one: Moment, other: Moment): boolean => one.day === other.day && one.time === other.time;

/** Why a booking was not changed; it is what it was before. */
export function refusedChange(
  context: Context<AppEnv>,
  { booking, hall, place }: MyBooking,
  error: unknown,
  to?: Moment,
) {
  const { status, code, facts } = refusedOf(error);
  const view = context.get("view");
  return renderPage(
    context,
    <BookingRefusedPage
      view={view}
      code={code}
      facts={{ ...facts, alternatives: facts.alternatives.filter((other) => !isSame(other, booking)) }}
      at={to}
      actionOf={(other) => bookingPaths.moveTo(booking.code, other, to?.place)}
      moving
      links={{
        calendar: to && bookingPaths.move(booking.code, { place: to.place }),
        mine: bookingPaths.one(booking.code),
      }}
      hall={{ name: hall.name[view.lang], phone: place.phone }}
    />,
    status,
  );
}
