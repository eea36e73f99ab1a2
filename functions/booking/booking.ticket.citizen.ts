/** Queue tickets of a browser: signed, in a cookie, the latest few of them. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "__Host-booking-tickets";
const MOST_TICKETS = 4;
/** Until the hour, which is at most a day away, and the turns after it. */
const LASTS_SECONDS = 26 * 3600;

/** What the browser has kept; whether it is worth anything is for the service to say. */
export const ticketsIn = (context: Context): readonly string[] =>
  (getCookie(context, COOKIE) ?? "").split("~", MOST_TICKETS).filter((ticket) => ticket !== "");

export function keepTicket(context: Context, ticket: string): void {
  const kept = [ticket, ...ticketsIn(context).filter((each) => each !== ticket)].slice(0, MOST_TICKETS);
  const flags = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
  setCookie(context, COOKIE, kept.join("~"), { ...flags, maxAge: LASTS_SECONDS });
}
