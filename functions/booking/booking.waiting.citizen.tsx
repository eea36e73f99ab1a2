/** The waiting list (候补) of a day: joining it, where one stands, and leaving it. What is offered is a booking. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingRefusedPage } from "../../web/pages/booking/refused.tsx";
import type { Slow } from "../../web/pages/booking/slow.tsx";
import { BookingWaitingPage } from "../../web/pages/booking/waiting.tsx";
import { BookingWaitingJoinPage } from "../../web/pages/booking/waiting-join.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { personIdentityKinds } from "../disclosure/disclosure.identity.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound } from "../kit/problem.ts";
import type { PersonTyped } from "./booking.form.ts";
import { nothingTyped } from "./booking.form.ts";
import { giveBooking, withCode } from "./booking.mine.citizen.tsx";
import { asksTopic } from "./booking.occasion.ts";
import { refusedOf } from "./booking.refused.citizen.ts";
import { personSchema } from "./booking.request.ts";
import { rulesOn } from "./booking.rules.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { addressOfErrand, dayIn, errandIn, shownErrand } from "./booking.shown.citizen.ts";
import { slowAnswer, slowOf, tryIn } from "./booking.slow.citizen.ts";
import type { Errand } from "./booking.visit.ts";
import { errandOf } from "./booking.visit.ts";
import { typedIn } from "./booking.who.citizen.tsx";

const DAY = "/bookings/visit/:hall/:place/:services/:day";
const MINE = "/bookings/mine/:code";
/** For whom a whole day is too much to keep free. */
const windows = [
  { id: "all", from: "00:00", to: "24:00" },
  { id: "morning", from: "00:00", to: "11:59" },
  { id: "afternoon", from: "12:00", to: "24:00" },
] as const;
const [ALL_DAY] = windows;

interface Filled {
  readonly typed: PersonTyped;
  readonly window?: string;
  readonly errors?: FieldErrors;
  readonly slow?: Slow | undefined;
}

export function waitingCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  addJoining(app, services);
  addStanding(app, services);
  return app;
}

function addJoining(app: Hono<AppEnv>, services: BookingCitizenServices): void {
  const { outlook, config, waiting, limits, releases } = services;
  const rulesFor = ({ hall }: Errand) => rulesOn(hall.rules, outlook.today());

  function page(
    context: Context<AppEnv>,
    errand: Errand,
    { typed, window = ALL_DAY.id, errors = [], slow }: Filled,
  ) {
    const view = context.get("view");
    const day = dayIn(context);
    const address = addressOfErrand(errand);
    const shown = (
      <BookingWaitingJoinPage
        view={view}
        errand={shownErrand(view, errand, config, { day })}
        day={day}
        windows={windows}
        window={window}
        typed={typed}
        errors={errors}
        slow={slow}
        identityKinds={personIdentityKinds}
        rules={rulesFor(errand)}
        isTopicAsked={asksTopic(errand.services)}
        offerMinutes={errand.hall.waiting.offerMinutes}
        drawnAt={releases.drawnAt(errand, day)}
        action={bookingPaths.wait(address, day)}
        back={bookingPaths.times(address, day)}
      />
    );
    if (slow !== undefined) return slowAnswer(context, slow, shown);
    return renderPage(context, shown, errors.length > 0 ? 422 : 200);
  }

  app.get(`${DAY}/wait`, async (context) => {
    const errand = await errandIn(context, services);
    return page(context, errand, { typed: nothingTyped });
  });

  /** The person and their wish name the entry, so a second tap is the same one. */
  app.post(`${DAY}/wait`, async (context) => {
    const errand = await errandIn(context, services);
    const day = dayIn(context);
    const sent = await readForm(context);
    const typed = typedIn(sent);
    const { id, from, to } = windows.find((one) => one.id === fieldOf(sent, "window")) ?? ALL_DAY;
    const meant = rulesFor(errand).ownBusinessOnly ? { ...typed, agentName: "", agentPhone: "" } : typed;
    const read = check(personSchema(outlook.today(), asksTopic(errand.services)), meant);
    if (!read.ok) return page(context, errand, { typed, window: id, errors: read.errors });
    const { people, ...address } = addressOfErrand(errand);
    const wanted = { ...address, services: [...address.services], party: people, day, from, to };
    try {
      await limits.take({ phone: read.value.phone, ...tryIn(context, sent) });
      const { lang } = context.get("view");
      const { waiter } = await waiting.join({ wanted, party: read.value, lang });
      return giveBooking(context, services, waiter.code);
    } catch (error) {
      const slow = slowOf(error);
      if (slow !== undefined) return page(context, errand, { typed, window: id, slow });
      return refused(context, errand, error);
    }
  });

  function refused(context: Context<AppEnv>, errand: Errand, error: unknown) {
    const { status, code, facts } = refusedOf(error);
    const view = context.get("view");
    const address = addressOfErrand(errand);
    const isKnown = code === "already_waiting" || code === "already_booked";
    return renderPage(
      context,
      <BookingRefusedPage
        view={view}
        code={code}
        facts={{ ...facts, alternatives: [] }}
        actionOf={({ day, time }) => bookingPaths.check({ ...address, day, time })}
        links={{
          calendar:
            code === "times_free" ? bookingPaths.times(address, dayIn(context)) : bookingPaths.days(address),
          mine: isKnown ? bookingPaths.find() : undefined,
        }}
        hall={{ name: errand.hall.name[view.lang], phone: errand.place.phone }}
      />,
      status,
    );
  }
}

function addStanding(app: Hono<AppEnv>, services: BookingCitizenServices): void {
  const { mine, waiting, config, lotteries } = services;

  app.get(
    `${MINE}/waiting`,
    withCode(services, async (context, code) => {
      const { hall, ...standing } = await mine.standing(code);
      // From the offer on it is a booking, and its page has what can be done about it.
      if (standing.booking !== undefined) return seeOther(context, bookingPaths.one(code));
      const errand = errandOf(hall, standing.waiter);
      if (!errand.ok) throw notFound();
      const view = context.get("view");
      return renderPage(
        context,
        <BookingWaitingPage
          view={view}
          standing={standing}
          errand={shownErrand(view, errand.value, config)}
          lot={
            standing.waiter.lot === undefined
              ? undefined
              : {
                  sign: lotteries.signOf(code),
                  href: bookingPaths.draw(standing.waiter, standing.waiter.day),
                }
          }
          again={bookingPaths.days(addressOfErrand(errand.value))}
        />,
      );
    }),
  );

  app.post(
    `${MINE}/leave`,
    withCode(services, async (context, code) => {
      try {
        await waiting.leave(code);
      } catch (error) {
        // Something was offered meanwhile: that is theirs to take or to decline.
        refusedOf(error);
      }
      return seeOther(context, bookingPaths.waiting(code));
    }),
  );
}
