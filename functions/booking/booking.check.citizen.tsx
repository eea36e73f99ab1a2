/** Check your answers, and booking the visit. Pressed twice, or sent again after an answer was lost, it is one booking. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingCheckPage } from "../../web/pages/booking/check.tsx";
import { BookingRefusedPage } from "../../web/pages/booking/refused.tsx";
import type { Slow } from "../../web/pages/booking/slow.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { Asked } from "./booking.asked.citizen.ts";
import { askedIn, formIdIn, formIn, personAgain, VISIT } from "./booking.asked.citizen.ts";
import { visitName } from "./booking.form.ts";
import { giveBooking } from "./booking.mine.citizen.tsx";
import { asksTopic } from "./booking.occasion.ts";
import { refusedOf } from "./booking.refused.citizen.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { shownErrand } from "./booking.shown.citizen.ts";
import { slowAnswer, slowOf, tryIn } from "./booking.slow.citizen.ts";
import { ticketsIn } from "./booking.ticket.citizen.ts";
import type { Party } from "./booking.ts";

/** The person was put in for something that asks less of them. */
const isShortOf = ({ errand }: Asked, { topic }: Party): boolean =>
  topic === undefined && asksTopic(errand.services);

export function checkCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { forms, config, bookings, limits, releases } = services;
  const app = new Hono<AppEnv>();

  function page(
    context: Context<AppEnv>,
    one: Asked,
    { person, turn, slow }: { readonly person: Party; readonly turn: number; readonly slow?: Slow },
  ) {
    const view = context.get("view");
    return (
      <BookingCheckPage
        view={view}
        errand={shownErrand(view, one.errand, config, one.at)}
        at={one.at}
        person={person}
        rules={one.rules}
        turn={turn}
        slow={slow}
        action={bookingPaths.check(one.address)}
        links={{
          services: bookingPaths.services(one.address.flow),
          days: bookingPaths.days(one.address),
          times: bookingPaths.times(one.address, one.at.day),
          person: bookingPaths.person(one.address),
        }}
      />
    );
  }

  app.get(`${VISIT}/check`, async (context) => {
    const one = await askedIn(context, services);
    const form = await formIn(context, services);
    const done = form?.done[visitName(one.wanted)];
    if (done !== undefined) return giveBooking(context, services, done);
    if (form?.person === undefined) return seeOther(context, personAgain(one));
    if (isShortOf(one, form.person)) return seeOther(context, bookingPaths.person(one.address));
    return renderPage(context, page(context, one, { person: form.person, turn: form.turn }));
  });

  app.post(`${VISIT}/check`, async (context) => {
    const one = await askedIn(context, services);
    const sent = await readForm(context);
    const turn = fieldOf(sent, "turn");
    const id = formIdIn(context);
    const form = await formIn(context, services);
    const done = form?.done[visitName(one.wanted)];
    if (done !== undefined) return giveBooking(context, services, done);
    if (id === undefined || form?.person === undefined) return seeOther(context, personAgain(one));
    if (isShortOf(one, form.person)) return seeOther(context, bookingPaths.person(one.address));
    // Another tab has put in another person: they must be seen before anything is booked for them.
    if (turn !== String(form.turn)) return seeOther(context, bookingPaths.check(one.address));
    try {
      await limits.take({ phone: form.person.phone, ...tryIn(context, sent) });
      const code = await book(context, one, { id, flow: form.flow, party: form.person });
      return giveBooking(context, services, code);
    } catch (error) {
      const slow = slowOf(error);
      if (slow !== undefined)
        return slowAnswer(context, slow, page(context, one, { person: form.person, turn: form.turn, slow }));
      return refused(context, one, { error, turn });
    }
  });

  /** The form and the visit name the request, so that its repeat meets its own booking. */
  async function book(
    context: Context<AppEnv>,
    { wanted, errand }: Asked,
    { id, flow, party }: { readonly id: string; readonly flow: string; readonly party: Party },
  ): Promise<string> {
    const { lang } = context.get("view");
    const key = `web:${id} ${visitName(wanted)}`;
    const { booking } = await bookings.book({
      ...{ wanted, party, lang, key },
      ticket: releases.findTicket(errand, wanted.day, {
        kept: ticketsIn(context),
        of: party.identityNumber,
      }),
      pool: "public",
      channel: "internet",
    });
    await forms.finish({ id, flow }, wanted, booking.code);
    return booking.code;
  }

  function refused(
    context: Context<AppEnv>,
    { errand, at, address }: Asked,
    { error, turn }: { readonly error: unknown; readonly turn: string },
  ) {
    const { status, code, facts } = refusedOf(error);
    const view = context.get("view");
    return renderPage(
      context,
      <BookingRefusedPage
        view={view}
        code={code}
        facts={facts}
        at={at}
        actionOf={({ day, time }) => bookingPaths.check({ ...address, day, time })}
        hidden={{ name: "turn", value: turn }}
        links={{
          calendar: bookingPaths.days(address),
          mine: code === "already_booked" ? bookingPaths.find() : undefined,
        }}
        hall={{ name: errand.hall.name[view.lang], phone: errand.place.phone }}
      />,
      status,
    );
  }

  return app;
}
