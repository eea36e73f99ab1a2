/// <reference lib="webworker" />
/**
 * The worker of the guides' pages (scope `/guides`): what was opened once can be read without a network. It keeps pages
 * that the server lets a browser keep, without a query, and nothing that anybody typed. `BUILD` names the assets.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Set by `/sw.js`, which loads this file from the folder of its build. */
declare const ASSETS: string;

const FILES = `files ${ASSETS}`;
const PAGES = "guides";
const OFFLINE = "/guides/offline";
const NAMES = "/api/v1/guides/names";
const VIEW = "x-view";
const KEPT_AT = "x-kept-at";
/** A year of somebody who uses guides often; the oldest goes first. */
const MOST_PAGES = 60;
const NAMES_FRESH_MILLISECONDS = 6 * 3600 * 1000;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  const path: unknown = (event.data as { keep?: unknown } | null)?.keep;
  if (typeof path === "string" && isKept(path)) event.waitUntil(keepAgain(path));
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (url.pathname === NAMES) event.respondWith(names(event));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});

async function install(): Promise<void> {
  const files = await caches.open(FILES);
  await files.addAll(["app.css", "app.js", "icon.svg", "offline.js"].map((name) => `${ASSETS}/${name}`));
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith("files ") && name !== FILES) await caches.delete(name);
  await worker.clients.claim();
  await Promise.allSettled([keepAgain(OFFLINE), freshNames()]);
}

/** Files never change under their address. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: FILES })) ?? fetch(request);
}

/** Only whole pages of guides: a search says what somebody looked for, a form holds a token. */
const isKept = (path: string): boolean => /^\/guides(\/events)?(\/[^/?]+)?$/.test(path);

async function page(event: FetchEvent, url: URL): Promise<Response> {
  // The browser's own cache would answer for a minute without saying that there is no network.
  const instead = worker.navigator.onLine ? undefined : await kept(url);
  if (instead) return instead;
  try {
    const response = await fetch(event.request);
    if (url.search === "" && isKept(url.pathname)) event.waitUntil(keep(url.pathname, response.clone()));
    return response;
  } catch {
    return (await kept(url)) ?? Response.error();
  }
}

async function keepAgain(path: string): Promise<void> {
  await keep(path, await fetch(path));
}

/** Under its address and its view, with the moment it was kept. */
async function keep(path: string, response: Response): Promise<void> {
  const view = response.headers.get(VIEW);
  if (!response.ok || response.redirected || !view) return;
  if (/no-store/.test(response.headers.get("cache-control") ?? "no-store")) return;
  const pages = await caches.open(PAGES);
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  const key = keyOf(path, view);
  // Put last, so that the order of the cache is that of use.
  await pages.delete(key);
  await pages.put(key, new Response(await response.blob(), { headers }));
  await pages.put(LAST_VIEW, new Response(view));
  // The page that stands in for all others must be there in the same language and size.
  if (path !== OFFLINE && !(await pages.match(keyOf(OFFLINE, view)))) await keepAgain(OFFLINE);
  await forgetOldest(pages);
}

const LAST_VIEW = "/last-view";
const keyOf = (path: string, view: string): string => `${path}?view=${view}`;

async function forgetOldest(pages: Cache): Promise<void> {
  const guides = (await pages.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname.startsWith("/guides") && pathname !== OFFLINE;
  });
  for (const old of guides.slice(0, Math.max(0, guides.length - MOST_PAGES))) await pages.delete(old);
}

/** The page as it was kept in this view, in another one, or the page that stands in for it. */
async function kept(url: URL): Promise<Response | undefined> {
  const pages = await caches.open(PAGES);
  const view = await viewOf(pages, url);
  const found =
    isKept(url.pathname) && !url.searchParams.has("q")
      ? await inAnyView(pages, url.pathname, view)
      : undefined;
  const shown = found ?? (await inAnyView(pages, OFFLINE, view));
  return shown && marked(shown);
}

/** The last one that was seen; without a network the switches of a page still lead to the other one. */
async function viewOf(pages: Cache, { searchParams }: URL): Promise<string> {
  const last = (await (await pages.match(LAST_VIEW))?.text()) ?? "zh.standard";
  const [lang, size] = last.split(".");
  const view = `${searchParams.get("lang") ?? lang}.${searchParams.get("view") ?? size}`;
  if (view !== last) await pages.put(LAST_VIEW, new Response(view));
  return view;
}

async function inAnyView(pages: Cache, path: string, view: string): Promise<Response | undefined> {
  return (await pages.match(keyOf(path, view))) ?? pages.match(path, { ignoreSearch: true });
}

/** Says on the page when it was kept, and lets it use the files of this build, which are there. */
async function marked(response: Response): Promise<Response> {
  const html = await response.text();
  const lang = /<html lang="en"/.test(html) ? "en-GB" : "zh-CN";
  const at = new Date(response.headers.get(KEPT_AT) ?? Date.now());
  const day = at.toLocaleString(lang, { dateStyle: "long", timeStyle: "short" });
  const shown = html
    .replaceAll(/\/assets\/[0-9a-z]+\//g, `${ASSETS}/`)
    .replace(' hidden="" data-saved=""', ' data-saved=""')
    .replace("{day}", () => day);
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(shown, { headers });
}

/** Kept ones at once, fresher ones behind them; the search works with either. */
async function names(event: FetchEvent): Promise<Response> {
  const kept = await (await caches.open(PAGES)).match(NAMES);
  const isFresh = Date.now() - Date.parse(kept?.headers.get(KEPT_AT) ?? "") < NAMES_FRESH_MILLISECONDS;
  if (kept && isFresh) return kept;
  if (!kept) return freshNames();
  event.waitUntil(freshNames().catch(() => undefined));
  return kept;
}

async function freshNames(): Promise<Response> {
  const response = await fetch(NAMES);
  if (response.ok) {
    const headers = new Headers(response.headers);
    headers.set(KEPT_AT, new Date().toISOString());
    const copy = new Response(await response.clone().blob(), { headers });
    await (await caches.open(PAGES)).put(NAMES, copy);
  }
  return response;
}
