/** Pages: what a person prefers (language, elder view), kept in a cookie, and turning elements into answers. */
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { HtmlEscapedString } from "hono/utils/html";
import type { StatusCode } from "hono/utils/http-status";

export type Language = "zh" | "en";

export interface Preferences {
  readonly lang: Language;
  /** The elder view (长辈版): larger type, larger targets, one column. */
  readonly elder: boolean;
  /** Path and query of this page, for switches that lead back to it. */
  readonly path: string;
}

export interface PageEnv {
  Variables: { preferences: Preferences };
}

const YEAR_SECONDS = 365 * 24 * 3600;
const COOKIE = "__Host-view";

/**
 * Reads the preferences, and answers `?lang=en` or `?view=elder` by remembering the choice and leading back to the
 * page without it. The cookie holds two words and nothing personal.
 */
export const setUpPreferences: MiddlewareHandler<PageEnv> = async (context, next) => {
  const url = new URL(context.req.url);
  const [cookieLang, cookieView] = (getCookie(context, COOKIE) ?? "").split(".");
  const lang =
    oneOf(["zh", "en"] as const, url.searchParams.get("lang")) ?? oneOf(["zh", "en"] as const, cookieLang);
  const view =
    oneOf(["elder", "standard"] as const, url.searchParams.get("view")) ??
    oneOf(["elder", "standard"] as const, cookieView);
  const switched = url.searchParams.has("lang") || url.searchParams.has("view");
  url.searchParams.delete("lang");
  url.searchParams.delete("view");
  // A path that starts with two slashes would lead to another site, as a redirect and as a link of a page.
  const path = (url.pathname + url.search).replace(/^\/+/, "/");
  if (switched && context.req.method === "GET") {
    setCookie(context, COOKIE, `${lang ?? "zh"}.${view ?? "standard"}`, {
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      maxAge: YEAR_SECONDS,
    });
    context.header("cache-control", "no-store");
    return context.redirect(path, 303);
  }
  context.set("preferences", { lang: lang ?? "zh", elder: view === "elder", path });
  await next();
};

function oneOf<T extends string>(allowed: readonly T[], value: string | null | undefined): T | undefined {
  return allowed.find((each) => each === value);
}

export type Element = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page as an answer. */
export async function renderPage(
  context: Context,
  element: Element,
  status: StatusCode = 200,
): Promise<Response> {
  context.status(status);
  return context.html(`<!doctype html>${await element}`);
}

/** After a successful post: the browser fetches the next page, so that reloading repeats nothing. */
export const seeOther = (context: Context, path: string): Response => context.redirect(path, 303);

/** As a file to keep: no browser shows it as a page of ours, whatever is in it. */
export function download(context: Context, text: string, name: string): Response {
  context.header("content-type", "application/octet-stream");
  context.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return context.body(text);
}
