/** How long a page of guides may be kept, and what the worker on the phone must know to keep it. */
import type { Context } from "hono";
import type { AppEnv } from "../app.page.ts";

/**
 * `private`, because the same address is another page for who reads English or needs large letters, and only the
 * cookie says so: `Vary: Cookie` keeps browsers right, but a shared cache would hold a copy for every cookie there is.
 * A minute, and then an ETag that costs one read and no body.
 */
const PRIVATE = "private, max-age=60";

/** Names the language and view of a page, so that the worker keeps them apart; the cookie is hidden from scripts. */
export const VIEW_HEADER = "x-view";

export function keepForAWhile(context: Context<AppEnv>): void {
  const { lang, elder } = context.get("view");
  context.header("cache-control", PRIVATE);
  context.header("vary", "cookie");
  context.header(VIEW_HEADER, `${lang}.${elder ? "elder" : "standard"}`);
}
