/** Moving a booking: another day, another time, and one question before the old seat is given away. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingMovePage } from "../../web/pages/booking/change.tsx";
import { BookingDaysPage } from "../../web/pages/booking/days.tsx";
import { BookingTimesPage } from "../../web/pages/booking/times.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { Place } from "./booking.hall.ts";
import { lanesFor } from "./booking.hall.ts";
import { refusedChange, withMine } from "./booking.mine.citizen.tsx";
import type { MyBooking } from "./booking.mine.service.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { dayIn, shownErrand, shownPlace, timeIn } from "./booking.shown.citizen.ts";
import type { Errand } from "./booking.visit.ts";
import { monthShown, nearestTo } from "./booking.when.citizen.tsx";

const MOVE = "/bookings/mine/:code/move";

/** The places of the hall at which all of it can be had. */
const placesFor = ({ hall, services }: MyBooking): readonly Place[] =>
  hall.places.filter((place) => services.every(({ id }) => lanesFor(place, id).length > 0));

/** Where to: the place in the address, if all can be had there, or where it is. `elsewhere` names another one. */
function destinationIn(context: Context<AppEnv>, mine: MyBooking) {
  const asked = context.req.query("place");
  const place = placesFor(mine).find(({ id }) => id === asked) ?? mine.place;
  const errand: Errand = { hall: mine.hall, place, services: mine.services, party: mine.booking.party };
  return { errand, place, elsewhere: place.id === mine.place.id ? undefined : place.id };
}

export function moveCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { outlook, config, bookings } = services;
  const app = new Hono<AppEnv>();

  /** Who cannot move it any more is led back to the booking, which says so. */
  const whileMovable = (work: Parameters<typeof withMine>[1]) =>
    withMine(services, (context, mine) =>
      mine.movable ? work(context, mine) : seeOther(context, bookingPaths.one(mine.booking.code)),
    );

  app.get(
    MOVE,
    whileMovable(async (context, mine) => {
      const view = context.get("view");
      const { errand, place, elsewhere } = destinationIn(context, mine);
      const { code } = mine.booking;
      const others = placesFor(mine).filter(({ id }) => id !== place.id);
      const { month, days } = await monthShown(context, services, errand);
      return renderPage(
        context,
        <BookingDaysPage
          view={view}
          errand={shownErrand(view, errand, config)}
          month={month}
          days={days}
          months={outlook.months().map((each) => ({
            month: each,
            href: bookingPaths.move(code, { month: each, place: elsewhere }),
          }))}
          linkOf={(day) => bookingPaths.moveTimes(code, day, elsewhere)}
          back={bookingPaths.one(code)}
          places={others.map((other) => ({
            at: shownPlace(view, { hall: mine.hall, place: other }, config),
            href: bookingPaths.move(code, { place: other.id }),
          }))}
          moving
        />,
      );
    }),
  );

  app.get(
    `${MOVE}/:day`,
    whileMovable(async (context, mine) => {
      const view = context.get("view");
      const { errand, elsewhere } = destinationIn(context, mine);
      const { code } = mine.booking;
      const { outlook: standing, times } = await outlook.day(errand, dayIn(context));
      return renderPage(
        context,
        <BookingTimesPage
          view={view}
          errand={shownErrand(view, errand, config)}
          outlook={standing}
          times={times}
          nearest={await nearestTo(services, errand, standing)}
          linkOf={(at) => bookingPaths.moveTo(code, at, elsewhere)}
          back={bookingPaths.move(code, { month: standing.day.slice(0, 7), place: elsewhere })}
          own={elsewhere === undefined && standing.day === mine.booking.day ? mine.booking.time : undefined}
          moving
        />,
      );
    }),
  );

  app.get(
    `${MOVE}/:day/:time`,
    whileMovable((context, mine) => {
      const to = { day: dayIn(context), time: timeIn(context) };
      const { place, elsewhere } = destinationIn(context, mine);
      return renderPage(
        context,
        <BookingMovePage
          view={context.get("view")}
          mine={mine}
          to={to}
          place={elsewhere === undefined ? undefined : place}
        />,
      );
    }),
  );

  app.post(
    `${MOVE}/:day/:time`,
    withMine(services, async (context, mine) => {
      const to = { day: dayIn(context), time: timeIn(context) };
      const { booking } = mine;
      // Asked of the address alone, because after the move it is where the address says.
      const { place, elsewhere } = destinationIn(context, mine);
      const isSameTime = booking.day === to.day && booking.time === to.time;
      const isThere = isSameTime && booking.place === place.id && booking.rebook === undefined;
      // A second tap finds it moved already.
      if (isThere && booking.history.at(-1)?.action === "move")
        return seeOther(context, bookingPaths.one(booking.code));
      try {
        await bookings.move(booking.code, { ...to, place: elsewhere }, "person");
        return seeOther(context, bookingPaths.one(booking.code));
      } catch (error) {
        return refusedChange(context, mine, error, { ...to, place: elsewhere });
      }
    }),
  );

  return app;
}
