/** Who the visit is for, check your answers, and booking it. Only the person is kept, under an unguessable cookie. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { BookingCheckPage } from "../../web/pages/booking/check.tsx";
import { BookingPersonPage } from "../../web/pages/booking/person.tsx";
import { BookingRefusedPage } from "../../web/pages/booking/refused.tsx";
import { bookingPaths, type VisitPlace } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { personIdentityKinds } from "../disclosure/disclosure.identity.ts";
import { check, type FormValues, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { BookingForm, PersonTyped } from "./booking.form.ts";
import { FORM_SECONDS, nothingTyped, personFields, typedOf, visitName } from "./booking.form.ts";
import { giveBooking } from "./booking.mine.citizen.tsx";
import { refusedOf } from "./booking.refused.citizen.ts";
import type { VisitWanted } from "./booking.request.ts";
import { personSchema } from "./booking.request.ts";
import { rulesOn } from "./booking.rules.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { addressOfErrand, dayIn, errandIn, shownErrand, timeIn } from "./booking.shown.citizen.ts";
import type { Party } from "./booking.ts";
import type { Errand } from "./booking.visit.ts";

const COOKIE = "__Host-booking-form";
const VISIT = "/bookings/visit/:hall/:place/:services/:day/:time";

/** One visit, as the address of its pages says it. */
interface Asked {
  readonly errand: Errand;
  readonly at: { readonly day: string; readonly time: string };
  readonly address: VisitPlace;
}

export function whoCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { forms, outlook, config } = services;
  const app = new Hono<AppEnv>();

  const asked = async (context: Context<AppEnv>): Promise<Asked> => {
    const errand = await errandIn(context, services);
    const at = { day: dayIn(context), time: timeIn(context) };
    return { errand, at, address: { ...addressOfErrand(errand), ...at } };
  };
  const rulesOf = ({ errand }: Asked) => rulesOn(errand.hall.rules, outlook.today());

  function person(
    context: Context<AppEnv>,
    one: Asked,
    { typed, errors, expired }: { typed: PersonTyped; errors: FieldErrors; expired: boolean },
  ) {
    const view = context.get("view");
    return renderPage(
      context,
      <BookingPersonPage
        view={view}
        errand={shownErrand(view, one.errand, config)}
        at={one.at}
        typed={typed}
        errors={errors}
        identityKinds={personIdentityKinds}
        ownBusinessOnly={rulesOf(one).ownBusinessOnly}
        expired={expired}
        action={bookingPaths.person(one.address)}
        back={bookingPaths.times(one.address, one.at.day)}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  app.get(VISIT, async (context) => {
    const one = await asked(context);
    // Nobody fills in a form for a time that was never there; the hint may still be wrong, and the seats decide.
    const day = await outlook.day(one.errand, one.at.day);
    if (!day.times.some(({ time, state }) => time === one.at.time && state === "open"))
      return seeOther(context, bookingPaths.times(one.address, one.at.day, one.at.time));
    const form = await formIn(context, services);
    const typed = form?.person === undefined ? nothingTyped : typedOf(form.person);
    const expired = context.req.query("again") !== undefined && form?.person === undefined;
    return person(context, one, { typed, errors: [], expired });
  });

  app.post(VISIT, async (context) => {
    const one = await asked(context);
    const sent = await readForm(context);
    const read = check(personSchema(outlook.today()), wordsIn(sent, rulesOf(one).ownBusinessOnly));
    if (!read.ok) return person(context, one, { typed: typedIn(sent), errors: read.errors, expired: false });
    const id = await forms.keep(formIdIn(context), read.value);
    setCookie(context, COOKIE, id, {
      ...{ path: "/", secure: true, httpOnly: true, sameSite: "Lax" },
      maxAge: FORM_SECONDS,
    });
    return seeOther(context, bookingPaths.check(one.address));
  });

  app.get(`${VISIT}/check`, async (context) => {
    const one = await asked(context);
    const form = await formIn(context, services);
    const done = form?.done[visitName(wantedOf(one))];
    if (done !== undefined) return giveBooking(context, services, done);
    if (form?.person === undefined) return seeOther(context, personAgain(one));
    const view = context.get("view");
    return renderPage(
      context,
      <BookingCheckPage
        view={view}
        errand={shownErrand(view, one.errand, config)}
        at={one.at}
        person={form.person}
        rules={rulesOf(one)}
        turn={form.turn}
        action={bookingPaths.check(one.address)}
        links={{
          services: bookingPaths.services(),
          days: bookingPaths.days(one.address),
          times: bookingPaths.times(one.address, one.at.day),
          person: bookingPaths.person(one.address),
        }}
      />,
    );
  });

  /** Pressed twice, or sent again after an answer was lost, it is one booking: the form and the visit name it. */
  app.post(`${VISIT}/check`, async (context) => {
    const one = await asked(context);
    const turn = fieldOf(await readForm(context), "turn");
    const id = formIdIn(context);
    const form = await formIn(context, services);
    const wanted = wantedOf(one);
    const done = form?.done[visitName(wanted)];
    if (done !== undefined) return giveBooking(context, services, done);
    if (id === undefined || form?.person === undefined) return seeOther(context, personAgain(one));
    // Another tab has put in another person: they must be seen before anything is booked for them.
    if (turn !== String(form.turn)) return seeOther(context, bookingPaths.check(one.address));
    try {
      const code = await book(context, { id, wanted, party: form.person });
      return giveBooking(context, services, code);
    } catch (error) {
      return refused(context, one, { error, form });
    }
  });

  async function book(
    context: Context<AppEnv>,
    { id, wanted, party }: { id: string; wanted: VisitWanted; party: Party },
  ): Promise<string> {
    const { lang } = context.get("view");
    const key = `web:${id} ${visitName(wanted)}`;
    const request = { wanted, party, lang, key, pool: "public", channel: "internet" } as const;
    const { booking } = await services.bookings.book(request);
    await forms.finish(id, wanted, booking.code);
    return booking.code;
  }

  function refused(
    context: Context<AppEnv>,
    one: Asked,
    { error, form }: { error: unknown; form: BookingForm },
  ) {
    const { status, code, facts } = refusedOf(error);
    const view = context.get("view");
    const { hall, place } = one.errand;
    return renderPage(
      context,
      <BookingRefusedPage
        view={view}
        code={code}
        facts={facts}
        at={one.at}
        actionOf={({ day, time }) => bookingPaths.check({ ...one.address, day, time })}
        hidden={{ name: "turn", value: String(form.turn) }}
        links={{
          calendar: bookingPaths.days(one.address),
          mine: code === "already_booked" ? bookingPaths.find() : undefined,
        }}
        hall={{ name: hall.name[view.lang], phone: place.phone }}
      />,
      status,
    );
  }

  return app;
}

function formIdIn(context: Context): string | undefined {
  const id = getCookie(context, COOKIE);
  return id !== undefined && /^[\w-]{22}$/.test(id) ? id : undefined;
}

async function formIn(
  context: Context,
  { forms }: Pick<BookingCitizenServices, "forms">,
): Promise<BookingForm | undefined> {
  const id = formIdIn(context);
  return id === undefined ? undefined : forms.read(id);
}

const wantedOf = ({ errand, at }: Asked): VisitWanted => ({
  hall: errand.hall.id,
  place: errand.place.id,
  services: errand.services.map(({ id }) => id),
  party: errand.party,
  ...at,
});

/** Says that what was typed is gone, instead of an empty form that nobody understands. */
const personAgain = ({ address }: Asked): string => bookingPaths.person(address, "again");

const typedIn = (sent: FormValues): PersonTyped =>
  Object.fromEntries(personFields.map((name) => [name, fieldOf(sent, name)])) as Record<
    (typeof personFields)[number],
    string
  >;

/** Where everybody books for themselves, what a form of another hall may have sent of an agent does not count. */
const wordsIn = (sent: FormValues, ownBusinessOnly: boolean): PersonTyped => ({
  ...typedIn(sent),
  ...(ownBusinessOnly ? { agentName: "", agentPhone: "" } : {}),
});
