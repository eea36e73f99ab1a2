/** The visit that the address of a page names, and the form that the browser's cookie opens. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { bookingPaths, type VisitPlace } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import type { BookingForm } from "./booking.form.ts";
import { FORM_SECONDS, isFlow } from "./booking.form.ts";
import type { VisitWanted } from "./booking.request.ts";
import type { RuleSet } from "./booking.rules.ts";
import { rulesOn } from "./booking.rules.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { addressOfErrand, dayIn, errandIn, timeIn } from "./booking.shown.citizen.ts";
import type { Errand } from "./booking.visit.ts";

export const VISIT = "/bookings/visit/:hall/:place/:services/:day/:time";
const COOKIE = "__Host-booking-form";

export interface Asked {
  readonly errand: Errand;
  readonly at: { readonly day: string; readonly time: string };
  readonly address: VisitPlace;
  readonly wanted: VisitWanted;
  /** The rules under which it would be booked now. */
  readonly rules: RuleSet;
}

export async function askedIn(
  context: Context<AppEnv>,
  services: Pick<BookingCitizenServices, "halls" | "outlook">,
): Promise<Asked> {
  const errand = await errandIn(context, services);
  const at = { day: dayIn(context), time: timeIn(context) };
  const { people, ...address } = addressOfErrand(errand);
  return {
    ...{ errand, at },
    address: { ...address, people, flow: flowIn(context), ...at },
    wanted: { ...address, services: [...address.services], party: people, ...at },
    rules: rulesOn(errand.hall.rules, services.outlook.today()),
  };
}

/** The filling-in that the page belongs to, if its address names one. */
export function flowIn(context: Context): string | undefined {
  const flow = context.req.query("flow");
  return flow !== undefined && isFlow(flow) ? flow : undefined;
}

export function formIdIn(context: Context): string | undefined {
  const id = getCookie(context, COOKIE);
  return id !== undefined && /^[\w-]{22}$/.test(id) ? id : undefined;
}

export function keepFormId(context: Context, id: string): void {
  const lasts = { maxAge: FORM_SECONDS, path: "/" };
  setCookie(context, COOKIE, id, { ...lasts, secure: true, httpOnly: true, sameSite: "Lax" });
}

/** Whoever begins anew may be the next person at the same machine, and finds nothing of the one before. */
export const forgetFormId = (context: Context): void => {
  deleteCookie(context, COOKIE, { path: "/", secure: true });
};

export async function formIn(
  context: Context,
  { forms }: Pick<BookingCitizenServices, "forms">,
): Promise<BookingForm | undefined> {
  const [id, flow] = [formIdIn(context), flowIn(context)];
  return id === undefined || flow === undefined ? undefined : forms.read(id, flow);
}

/** Says that what was typed is gone, instead of an empty form that nobody understands. */
export const personAgain = ({ address }: Asked): string => bookingPaths.person(address, "again");
