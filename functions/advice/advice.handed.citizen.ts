/**
 * What a browser has handed in, for a day: the names of its forms, the newest first. They lead to the receipt, and who
 * goes back and sends the same words once more is led there too. A browser that has none learns nothing.
 */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "__Host-advice";
const DAY_SECONDS = 24 * 3600;
/** Whoever goes back further than this has written something else meanwhile. */
const MOST = 5;
const TOKEN = /^[\w-]{22}$/;

export const isFormToken = (text: string): boolean => TOKEN.test(text);

export const handedIn = (context: Context): readonly string[] =>
  (getCookie(context, COOKIE) ?? "").split(".").filter(isFormToken).slice(0, MOST);

/** The receipt that is shown is that of the newest. */
export function keepHandedIn(context: Context, token: string): void {
  const tokens = [token, ...handedIn(context).filter((each) => each !== token)].slice(0, MOST);
  setCookie(context, COOKIE, tokens.join("."), {
    ...{ path: "/", secure: true, httpOnly: true, sameSite: "Lax" },
    maxAge: DAY_SECONDS,
  });
}

/** How these words are named at the service. */
export const tokenOfForm = (token: string): string => `web:${token}`;
