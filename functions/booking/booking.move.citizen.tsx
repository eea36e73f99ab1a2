/** Moving a booking: another day, another time, and one question before the old seat is given away. */
import { Hono } from "hono";
import { BookingMovePage } from "../../web/pages/booking/change.tsx";
import { BookingDaysPage } from "../../web/pages/booking/days.tsx";
import { BookingTimesPage } from "../../web/pages/booking/times.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { refusedChange, withMine } from "./booking.mine.citizen.tsx";
import type { MyBooking } from "./booking.mine.service.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { dayIn, shownErrand, timeIn } from "./booking.shown.citizen.ts";
import type { Errand } from "./booking.visit.ts";
import { monthShown, nearestTo } from "./booking.when.citizen.tsx";

const MOVE = "/bookings/mine/:code/move";

const errandOfMine = ({ booking, hall, place, services }: MyBooking): Errand => ({
  hall,
  place,
  services,
  party: booking.party,
});

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
      const errand = errandOfMine(mine);
      const { code } = mine.booking;
      const { month, days } = await monthShown(context, services, errand);
      return renderPage(
        context,
        <BookingDaysPage
          view={view}
          errand={shownErrand(view, errand, config)}
          month={month}
          days={days}
          months={outlook.months().map((each) => ({ month: each, href: bookingPaths.move(code, each) }))}
          linkOf={(day) => bookingPaths.moveTimes(code, day)}
          back={bookingPaths.one(code)}
          moving
        />,
      );
    }),
  );

  app.get(
    `${MOVE}/:day`,
    whileMovable(async (context, mine) => {
      const view = context.get("view");
      const errand = errandOfMine(mine);
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
          linkOf={(at) => bookingPaths.moveTo(code, at)}
          back={bookingPaths.move(code, standing.day.slice(0, 7))}
          own={standing.day === mine.booking.day ? mine.booking.time : undefined}
          moving
        />,
      );
    }),
  );

  app.get(
    `${MOVE}/:day/:time`,
    whileMovable((context, mine) => {
      const to = { day: dayIn(context), time: timeIn(context) };
      return renderPage(context, <BookingMovePage view={context.get("view")} mine={mine} to={to} />);
    }),
  );

  app.post(
    `${MOVE}/:day/:time`,
    withMine(services, async (context, mine) => {
      const to = { day: dayIn(context), time: timeIn(context) };
      const { booking } = mine;
      const isThere = booking.day === to.day && booking.time === to.time && booking.rebook === undefined;
      // A second tap finds it moved already.
      if (isThere && booking.history.at(-1)?.action === "move")
        return seeOther(context, bookingPaths.one(booking.code));
      try {
        await bookings.move(booking.code, to, "person");
        return seeOther(context, bookingPaths.one(booking.code));
      } catch (error) {
        return refusedChange(context, mine, error, to);
      }
    }),
  );

  return app;
}
