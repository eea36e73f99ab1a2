/** The queue ticket (排队签) of a day whose order is drawn: taking one before the hour, and when one's turn is. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingQueuePage } from "../../web/pages/booking/queue.tsx";
import { BookingQueueTakePage } from "../../web/pages/booking/queue-take.tsx";
import { BookingRefusedPage } from "../../web/pages/booking/refused.tsx";
import type { Slow } from "../../web/pages/booking/slow.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { personIdentityKinds } from "../disclosure/disclosure.identity.ts";
import { millisecondsOf } from "../kit/clock.ts";
import { check, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { PersonTyped } from "./booking.form.ts";
import { nothingTyped } from "./booking.form.ts";
import { hasSeats } from "./booking.outlook.ts";
import { refusedOf } from "./booking.refused.citizen.ts";
import type { QueueStanding } from "./booking.release.service.ts";
import { modeOf, TURNS } from "./booking.release.ts";
import { personSchema } from "./booking.request.ts";
import { rulesOn } from "./booking.rules.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { addressOfErrand, dayIn, errandIn, shownErrand } from "./booking.shown.citizen.ts";
import { slowAnswer, slowOf, tryIn } from "./booking.slow.citizen.ts";
import { keepTicket, ticketsIn } from "./booking.ticket.citizen.ts";
import type { Errand } from "./booking.visit.ts";
import { typedIn } from "./booking.who.citizen.tsx";

const QUEUE = "/bookings/visit/:hall/:place/:services/:day/queue";
/** A page that waits is fetched anew so often, and at the very second at which it has something new to say. */
const SELDOM_SECONDS = 30;
const LEAST_SECONDS = 3;

interface Asked {
  readonly errand: Errand;
  readonly day: string;
  readonly standing: QueueStanding;
}
interface Filled {
  readonly typed: PersonTyped;
  readonly errors?: FieldErrors;
  readonly slow?: Slow | undefined;
}

export function queueCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { outlook, config, limits, releases, clock } = services;
  const app = new Hono<AppEnv>();

  /** Undefined where nothing is drawn, or the hour is too far off. */
  async function askedIn(context: Context<AppEnv>): Promise<Asked | undefined> {
    const errand = await errandIn(context, services);
    const day = dayIn(context);
    if (modeOf(errand.services) !== "shuffled") return undefined;
    // The page of the times says why there is nothing to queue for.
    if (!hasSeats((await outlook.day(errand, day)).outlook)) return undefined;
    const ticket = releases.findTicket(errand, day, { kept: ticketsIn(context) });
    const standing = await releases.standing(errand, day, ticket);
    return standing.stands === "early" ? undefined : { errand, day, standing };
  }

  async function toTimes(context: Context<AppEnv>): Promise<Response> {
    const errand = await errandIn(context, services);
    return seeOther(context, bookingPaths.times(addressOfErrand(errand), dayIn(context)));
  }

  const rulesFor = ({ hall }: Errand) => rulesOn(hall.rules, outlook.today());

  function take(context: Context<AppEnv>, { errand, day, standing }: Asked, filled: Filled) {
    const view = context.get("view");
    const address = addressOfErrand(errand);
    const { typed, errors = [], slow } = filled;
    const page = (
      <BookingQueueTakePage
        view={view}
        errand={shownErrand(view, errand, config)}
        day={day}
        opensAt={standing.opensAt}
        behind={standing.behind}
        typed={typed}
        errors={errors}
        slow={slow}
        identityKinds={personIdentityKinds}
        rules={rulesFor(errand)}
        action={bookingPaths.queue(address, day)}
        back={bookingPaths.times(address, day)}
      />
    );
    if (slow !== undefined) return slowAnswer(context, slow, page);
    return renderPage(context, page, errors.length > 0 ? 422 : 200);
  }

  function refused(context: Context<AppEnv>, errand: Errand, error: unknown) {
    const { status, code, facts } = refusedOf(error);
    const view = context.get("view");
    const address = addressOfErrand(errand);
    return renderPage(
      context,
      <BookingRefusedPage
        view={view}
        code={code}
        facts={facts}
        actionOf={({ day, time }) => bookingPaths.check({ ...address, day, time })}
        links={{ calendar: bookingPaths.days(address), mine: bookingPaths.find() }}
        hall={{ name: errand.hall.name[view.lang], phone: errand.place.phone }}
      />,
      status,
    );
  }

  app.get(QUEUE, async (context) => {
    const asked = await askedIn(context);
    if (asked === undefined) return toTimes(context);
    const { errand, day, standing } = asked;
    const isAnother = context.req.query("another") !== undefined;
    if ((standing.mark === undefined || isAnother) && !standing.isDrawn) {
      return take(context, asked, { typed: nothingTyped });
    }
    const view = context.get("view");
    const address = addressOfErrand(errand);
    const next = standing.isDrawn ? (standing.turn?.at ?? standing.behind) : standing.opensAt;
    const left = Math.ceil((millisecondsOf(next) - millisecondsOf(clock())) / 1000);
    return renderPage(
      context,
      <BookingQueuePage
        view={view}
        errand={shownErrand(view, errand, config)}
        day={day}
        standing={standing}
        turns={TURNS}
        open={standing.isDrawn && left <= 0}
        reload={
          left > 0 || !standing.isDrawn ? Math.max(LEAST_SECONDS, Math.min(SELDOM_SECONDS, left)) : undefined
        }
        links={{
          times: bookingPaths.times(address, day),
          here: bookingPaths.queue(address, day),
          another: standing.isDrawn ? undefined : bookingPaths.queue(address, day, "another"),
        }}
      />,
    );
  });

  app.post(QUEUE, async (context) => {
    const asked = await askedIn(context);
    // Who comes with the form after the hour is told where they stand now.
    if (asked === undefined || asked.standing.isDrawn) return toTimes(context);
    const { errand, day } = asked;
    const sent = await readForm(context);
    const typed = typedIn(sent);
    const meant = rulesFor(errand).ownBusinessOnly ? { ...typed, agentName: "", agentPhone: "" } : typed;
    const read = check(personSchema(outlook.today()), meant);
    if (!read.ok) return take(context, asked, { typed, errors: read.errors });
    try {
      await limits.take({ phone: read.value.phone, ...tryIn(context, sent) });
    } catch (error) {
      const slow = slowOf(error);
      if (slow === undefined) throw error;
      return take(context, asked, { typed, slow });
    }
    try {
      await services.demandUsable(errand, day, read.value);
    } catch (error) {
      return refused(context, errand, error);
    }
    // Of the person nothing stays in this browser but the ticket, which names nobody.
    const { lang } = context.get("view");
    keepTicket(context, await releases.giveTicket(errand, day, { party: read.value, lang }));
    return seeOther(context, bookingPaths.queue(addressOfErrand(errand), day));
  });

  return app;
}
