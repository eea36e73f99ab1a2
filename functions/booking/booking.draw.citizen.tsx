/** How the places of a day were drawn by lot, for everybody: the promise before, the seed after, and the list. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingDrawPage } from "../../web/pages/booking/draw.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { renderPage } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { placeOf } from "./booking.hall.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { dayIn } from "./booking.shown.citizen.ts";

const DRAW = "/bookings/draws/:hall/:place/:day";

export function drawCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { halls, lotteries } = services;
  const app = new Hono<AppEnv>();

  async function asked(context: Context<AppEnv>) {
    const hall = await halls.find(context.req.param("hall") ?? "");
    const place = hall === undefined ? undefined : placeOf(hall, context.req.param("place") ?? "");
    if (hall === undefined || place === undefined) throw notFound();
    const site = { hall: hall.id, place: place.id };
    const day = dayIn(context);
    return { hall, place, site, day, draw: await lotteries.read(site, day) };
  }

  app.get(DRAW, async (context) => {
    const { hall, place, site, day, draw } = await asked(context);
    const view = context.get("view");
    return renderPage(
      context,
      <BookingDrawPage
        view={view}
        at={{
          hall: hall.name[view.lang],
          place: hall.places.length === 1 ? "" : place.name[view.lang],
          phone: place.phone,
        }}
        day={day}
        draw={draw}
        signs={bookingPaths.drawSigns(site, day)}
        back={bookingPaths.services()}
      />,
    );
  });

  /** All that a program needs to work it out again; no list until it is closed. */
  app.get(`${DRAW}/draw.json`, async (context) => {
    const { draw, day } = await asked(context);
    if (draw === undefined) throw notFound();
    const { state, opensAt, commitment, seed, digest } = draw;
    const signs = digest === undefined ? [] : await lotteries.signs(draw);
    context.header("content-disposition", `attachment; filename*=UTF-8''draw-${day}.json`);
    return context.json({ day, state, opensAt, commitment, seed, digest, signs });
  });

  return app;
}
