/** Who the visit is for. Only the person is kept, sealed, under an unguessable cookie. */
import type { Context } from "hono";
import { Hono } from "hono";
import { BookingPersonPage } from "../../web/pages/booking/person.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { personIdentityKinds } from "../disclosure/disclosure.identity.ts";
import { check, type FormValues, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { Asked } from "./booking.asked.citizen.ts";
import { askedIn, flowIn, formIdIn, formIn, keepFormId, VISIT } from "./booking.asked.citizen.ts";
import type { PersonTyped } from "./booking.form.ts";
import { nothingTyped, typedOf } from "./booking.form.ts";
import { asksTopic } from "./booking.occasion.ts";
import { personSchema } from "./booking.request.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { shownErrand } from "./booking.shown.citizen.ts";

interface Filled {
  readonly typed: PersonTyped;
  readonly errors?: FieldErrors;
  readonly expired?: boolean;
}

export function whoCitizen(services: BookingCitizenServices): Hono<AppEnv> {
  const { forms, outlook, config } = services;
  const app = new Hono<AppEnv>();

  function page(context: Context<AppEnv>, one: Asked, { typed, errors = [], expired = false }: Filled) {
    const view = context.get("view");
    return renderPage(
      context,
      <BookingPersonPage
        view={view}
        errand={shownErrand(view, one.errand, config, one.at)}
        at={one.at}
        typed={typed}
        errors={errors}
        identityKinds={personIdentityKinds}
        rules={one.rules}
        isTopicAsked={asksTopic(one.errand.services)}
        expired={expired}
        action={bookingPaths.person(one.address)}
        back={bookingPaths.times(one.address, one.at.day)}
      />,
      errors.length > 0 ? 422 : 200,
    );
  }

  app.get(VISIT, async (context) => {
    const one = await askedIn(context, services);
    // Nobody fills in a form for a time that was never there; the hint may still be wrong, and the seats decide.
    const { times } = await outlook.day(one.errand, one.at.day);
    if (!times.some(({ time, state }) => time === one.at.time && state === "open"))
      return seeOther(context, bookingPaths.times(one.address, one.at.day, one.at.time));
    const again = context.req.query("again") === undefined ? undefined : "again";
    // Whoever comes without a flow begins one, so that the way back here finds what they are about to put in.
    if (flowIn(context) === undefined)
      return seeOther(context, bookingPaths.person({ ...one.address, flow: forms.begin() }, again));
    const person = (await formIn(context, services))?.person;
    const expired = again !== undefined && person === undefined;
    return page(context, one, { typed: person === undefined ? nothingTyped : typedOf(person), expired });
  });

  app.post(VISIT, async (context) => {
    const one = await askedIn(context, services);
    const typed = typedIn(await readForm(context));
    // Where everybody books for themselves, what a form of another hall may have sent of an agent does not count.
    const meant = one.rules.ownBusinessOnly ? { ...typed, agentName: "", agentPhone: "" } : typed;
    const read = check(personSchema(outlook.today(), asksTopic(one.errand.services)), meant);
    if (!read.ok) return page(context, one, { typed, errors: read.errors });
    const flow = flowIn(context) ?? forms.begin();
    keepFormId(context, await forms.keep(formIdIn(context), flow, read.value));
    return seeOther(context, bookingPaths.check({ ...one.address, flow }));
  });

  return app;
}

export const typedIn = (sent: FormValues): PersonTyped => ({
  name: fieldOf(sent, "name"),
  identityKind: fieldOf(sent, "identityKind"),
  identityNumber: fieldOf(sent, "identityNumber"),
  phone: fieldOf(sent, "phone"),
  agentName: fieldOf(sent, "agentName"),
  agentPhone: fieldOf(sent, "agentPhone"),
  topic: fieldOf(sent, "topic"),
});
