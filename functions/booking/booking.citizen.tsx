/** Booking for citizens: choosing what and where; the further pages are in the files beside this one. */
import { Hono } from "hono";
import { BookingServicesPage } from "../../web/pages/booking/services.tsx";
import { BookingWherePage } from "../../web/pages/booking/where.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { contactOf } from "../home/home.contact.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { flowIn, forgetFormId } from "./booking.asked.citizen.ts";
import type { Bookable, Offer } from "./booking.bookable.ts";
import { bookablesFor, bookablesOf, bookableWith, kindsOf } from "./booking.bookable.ts";
import { checkCitizen } from "./booking.check.citizen.tsx";
import { drawCitizen } from "./booking.draw.citizen.tsx";
import { findCitizen } from "./booking.find.citizen.tsx";
import { mineCitizen } from "./booking.mine.citizen.tsx";
import { moveCitizen } from "./booking.move.citizen.tsx";
import { queueCitizen } from "./booking.queue.citizen.tsx";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { shownPlace } from "./booking.shown.citizen.ts";
import { waitingCitizen } from "./booking.waiting.citizen.tsx";
import { whenCitizen } from "./booking.when.citizen.tsx";
import { whoCitizen } from "./booking.who.citizen.tsx";

/** What a person may type; more than that is a text and not a search. */
const MOST_CHARACTERS = 60;

export function bookingCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  addChoosing(app, services);
  app.route("/", whenCitizen(services));
  // Before the times of a day, among which it stands in an address.
  app.route("/", waitingCitizen(services));
  app.route("/", queueCitizen(services));
  app.route("/", drawCitizen(services));
  app.route("/", whoCitizen(services));
  app.route("/", checkCitizen(services));
  app.route("/", findCitizen(services));
  app.route("/", mineCitizen(services));
  app.route("/", moveCitizen(services));
  return app;
}

function addChoosing(app: Hono<AppEnv>, services: BookingCitizenServices): void {
  const { halls, outlook, config } = services;
  const bookables = async () => bookablesOf(await halls.list(), outlook.today());

  app.get(bookingPaths.services(), async (context) => {
    const view = context.get("view");
    // From the page where everything is checked somebody comes to change what it is about, and goes on.
    const flow = flowIn(context);
    if (flow === undefined) forgetFormId(context);
    const all = await bookables();
    const fromGuide = all.find(({ guide }) => guide !== undefined && guide === context.req.query("guide"));
    if (fromGuide !== undefined) return seeOther(context, wayTo(fromGuide, flow));
    const text = (context.req.query("q") ?? "").slice(0, MOST_CHARACTERS).trim();
    const guides = text === "" ? [] : await services.findGuides(text);
    const matching = bookablesFor(all, { text, guides });
    const links = matching.map((one) => ({
      name: one.name[view.lang],
      href: wayTo(one, flow),
      places: one.offers.length,
    }));
    const { phone } = contactOf(services, view.lang);
    const shown = { text, bookables: links, kinds: kindsOf(all), phone, flow };
    return renderPage(context, <BookingServicesPage view={view} {...shown} />);
  });

  app.get("/bookings/services/:hall/:service", async (context) => {
    const view = context.get("view");
    const wanted = { hall: context.req.param("hall"), service: context.req.param("service") };
    const found = bookableWith(await bookables(), wanted);
    if (found === undefined) throw notFound();
    const [only] = found.offers;
    const flow = flowIn(context);
    if (only !== undefined && found.offers.length === 1) return seeOther(context, daysAt(only, flow));
    const places = found.offers.map((offer) => ({
      at: shownPlace(view, offer, config),
      href: daysAt(offer, flow),
    }));
    const service = found.name[view.lang];
    const back = bookingPaths.services(flow);
    return renderPage(context, <BookingWherePage {...{ view, service, places, back }} />);
  });
}

const daysAt = ({ hall, place, service }: Offer, flow: string | undefined): string =>
  bookingPaths.days({ hall: hall.id, place: place.id, services: [service.id], people: 1, flow });

/** One place needs no question. */
function wayTo({ offers }: Bookable, flow: string | undefined): string {
  const [first] = offers;
  if (first === undefined) return bookingPaths.services(flow);
  return offers.length === 1
    ? daysAt(first, flow)
    : bookingPaths.where(first.hall.id, first.service.id, flow);
}
