/** One table visits every page: what must hold on all of them is said once, and a page that is not in it fails. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routesOf } from "../../functions/kit/door.ts";
import { buildAssets } from "../../web/build.ts";
import { ORIGIN } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import { openArrivals } from "./arrivals.ts";
import type { FoundForm } from "./forms.ts";
import { formsOf, kindOf, sendEmpty } from "./forms.ts";
import type { Looked } from "./page.ts";
import { documentOf, faultsOf } from "./page.ts";
import type { Visit } from "./visits.ts";
import { visits } from "./visits.ts";

const engine = useEngine();
const FIRST_VISIT_BYTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), "yichuang-assets-"));
let all: Arrivals;
let assetBytes: number;
/** Every title of a page in each language, with the visits that found it. */
const titles = new Map<string, string[]>();

beforeAll(async () => {
  all = openArrivals(engine, { name: "Zhang San", text: "Budget of 2025" });
  const { version } = await buildAssets(folder);
  assetBytes = ["app.css", "app.js", "icon.svg"].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, version, name)), { level: 9 }).length,
    0,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One visit for each form that looks the same wherever it stands. */
const found = new Map<string, Visit>();
function remember(form: FoundForm, visit: Visit): void {
  if (!found.has(kindOf(form))) found.set(kindOf(form), visit);
}

const views: readonly Looked[] = [
  { lang: "zh", elder: false },
  { lang: "en", elder: true },
];
const see = ({ browser }: Arrival, { lang, elder }: Looked) =>
  browser.give("__Host-view", `${lang}.${elder ? "elder" : "standard"}`);

/** Nothing personal is on these, so that a browser may keep them for a moment. */
const mayBeKept = (visit: Visit) => visit.route === "GET /" || visit.kept === true;
/** The worker is a script that stands among the pages, because its address says how far it reaches. */
const noPages = ["GET /sw.js"];

/** Whatever a file holds, a browser saves it and never shows it as a page of ours. */
function keptAsFile(response: Response): void {
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
  // A calendar's own type begins with text, and is none that a browser would show.
  expect(response.headers.get("content-type")).not.toMatch(/html|xml;|text(?!\/calendar)/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
}

function keep(visit: Visit, { lang }: Looked, title: string): void {
  if (visit.again) return;
  const key = `${lang} ${title}`;
  titles.set(key, [...(titles.get(key) ?? []), visit.name]);
}

test("every GET route of both apps is in the table", async () => {
  const routes = [...(await routesOf(all.apps.citizen)), ...(await routesOf(all.apps.office))];
  const pages = routes
    .filter(({ method }) => method === "GET")
    .map(({ path }) => `GET ${path}`)
    .filter((route) => !noPages.includes(route));
  const known = new Set(visits.map(({ route }) => route));
  expect(pages.filter((route) => !known.has(route))).toEqual([]);
  expect([...known].filter((route) => !pages.includes(route))).toEqual([]);
  expect(routes.filter(({ method }) => !["GET", "POST", "ALL"].includes(method))).toEqual([]);
});

describe.each(visits)("$name", (visit) => {
  let before: Arrival | undefined;
  const arrive = async (): Promise<Arrival> => {
    if (before === undefined || visit.once) before = await visit.arrive(all);
    return before;
  };

  test.each(views)("in $lang, elder $elder", async (view) => {
    const arrival = await arrive();
    see(arrival, view);
    const response = await arrival.browser.get(arrival.path);
    expect(response.status).toBe(visit.status);
    const line = all.apps.lines.at(-1);
    // That the table names the route truly, and that the log names the route and not the address.
    if (visit.status < 300) expect(`${line?.facts.method} ${line?.facts.route}`).toBe(visit.route);
    if (!mayBeKept(visit)) expect(response.headers.get("cache-control")).toBe("no-store");
    if (visit.status === 303) return;
    if (visit.download) return keptAsFile(response);
    if (visit.feed) return expect(response.headers.get("content-type")).toMatch(/^application\/atom\+xml/);
    const document = await documentOf(response);
    expect(faultsOf(response, document, view)).toEqual([]);
    keep(visit, view, document.title);
    expect(assetBytes + Buffer.byteLength(await response.text())).toBeLessThan(FIRST_VISIT_BYTES);
    for (const form of formsOf(document)) remember(form, visit);
  });

  test("asked for its headers alone, it answers as it does when read", async () => {
    const { browser, path } = await arrive();
    const head = await browser.ask(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([visit.status, ""]);
  });
});

test("no two pages have the same title", () => {
  expect(titles.size).toBeGreaterThan(60);
  expect([...titles].filter(([, names]) => names.length > 1)).toEqual([]);
});

test("every form that was found, sent empty, comes back with its errors or does what it does", async () => {
  expect(found.size).toBeGreaterThan(25);
  for (const [kind, visit] of found) {
    // By somebody who has just arrived, because some forms end what others need.
    let arrival: Arrival | undefined;
    for (const view of views) {
      arrival ??= await visit.arrive(all);
      const response = await sendFound(arrival, kind, view);
      expect([kind, [200, 303, 422]]).toEqual([kind, expect.arrayContaining([response.status])]);
      // What was refused changed nothing, so it can be refused once more in the other language.
      if (response.status !== 422) arrival = undefined;
      if (response.status !== 303)
        expect([kind, faultsOf(response, await documentOf(response), view)]).toEqual([kind, []]);
    }
  }
}, 480_000);

async function sendFound(arrival: Arrival, kind: string, view: Looked): Promise<Response> {
  see(arrival, view);
  const forms = formsOf(await documentOf(await arrival.browser.get(arrival.path)));
  const form = forms.find((each) => kindOf(each) === kind);
  if (form === undefined) throw new Error(`${arrival.path} has no ${kind} any more`);
  return sendEmpty(arrival.browser, form);
}

test("the switches of language and view lead back to the same page, and stay", async () => {
  const { browser } = await all.visitor("/");
  const response = await browser.get("/progress?number=1&lang=en&view=elder");
  expect([response.status, response.headers.get("location")]).toEqual([303, "/progress?number=1"]);
  const document = await documentOf(await browser.get("/progress"));
  expect([document.documentElement.lang, document.body.classList.contains("elder")]).toEqual(["en", true]);
});

test("a page that is not there is a page like any other", async () => {
  for (const app of [all.apps.citizen, all.apps.office]) {
    const response = await app.request(`${ORIGIN}/nowhere`, {
      headers: { cookie: "__Host-view=en.standard" },
    });
    expect(response.status).toBe(404);
    expect(faultsOf(response, await documentOf(response), { lang: "en", elder: false })).toEqual([]);
  }
});
