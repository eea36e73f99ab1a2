/** Finding a guide: the landing page, the results, and everything for one life event. */
import type { Context } from "hono";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { LifeEventPage } from "../../web/pages/guide/event.tsx";
import { GuideLandingPage } from "../../web/pages/guide/landing.tsx";
import { GuideResultsPage } from "../../web/pages/guide/results.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { contactOf } from "../home/home.contact.ts";
import type { Unit } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { SearchLog } from "../search/search.missed.service.ts";
import type { Search } from "../search/search.service.ts";
import { DEFAULT_LIMIT, type SearchAnswer } from "../search/search.ts";
import { askedOf } from "./guide.asked.ts";
import { keepForAWhile } from "./guide.keep.citizen.ts";
import { packageOf } from "./guide.package.ts";
import { filtersOf, pageOf, textOf } from "./guide.query.ts";
import type { Guides } from "./guide.service.ts";

export interface GuideSearchServices {
  readonly config: { readonly units: readonly Unit[] };
  readonly search: Search;
  readonly guides: Pick<Guides, "readManyLive">;
  readonly searchLog: Pick<SearchLog, "none" | "isSampled" | "shown">;
}

/** A life event with more guides than this is no one thing any more; all are read in one request. */
const MOST_PARTS = 20;

export function guideSearchCitizen(services: GuideSearchServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(paths.guides(), etag(), async (context) => {
    const query = context.req.query();
    const text = textOf(query.q);
    const filters = filtersOf(query);
    return text === "" && Object.keys(filters).length === 0
      ? landing(context, services)
      : results(context, services, { text, filters, page: pageOf(query.page) });
  });

  app.get("/guides/events/:event", etag(), async (context) => {
    const view = context.get("view");
    const name = context.req.param("event");
    const { searcher } = await services.search.current();
    const { hits } = searcher.search({ text: "", filters: { lifeEvent: name }, limit: MOST_PARTS });
    const read = await services.guides.readManyLive(hits.map(({ id }) => id));
    const live = read.flatMap((each) => (each === undefined || each.state === "abolished" ? [] : [each]));
    if (live.length === 0) throw notFound("life_event_not_found");
    keepForAWhile(context);
    const page = {
      ...{ view, name, found: packageOf(live) },
      paused: live.filter(({ state }) => state === "paused").map(({ id }) => id),
      contact: contactOf(services, view.lang),
    };
    return renderPage(context, <LifeEventPage {...page} />);
  });

  return app;
}

/** `unread`: something was typed that holds no word, such as an emoji; everything would be no answer to it. */
async function landing(context: Context<AppEnv>, services: GuideSearchServices, unread?: string) {
  const view = context.get("view");
  const { searcher } = await services.search.current();
  keepForAWhile(context);
  const page = {
    ...{ view, facets: searcher.facets({}), asked: askedOf(searcher), unread },
    contact: contactOf(services, view.lang),
  };
  return renderPage(context, <GuideLandingPage {...page} />);
}

type Asked = { text: string; filters: ReturnType<typeof filtersOf>; page: number };

/** A page past the end is the last one, so that a number in an address is never an error. */
async function results(
  context: Context<AppEnv>,
  services: GuideSearchServices,
  { text, filters, page }: Asked,
) {
  const view = context.get("view");
  const { searcher } = await services.search.current();
  const search = (at: number) =>
    searcher.search({ text, filters, offset: (at - 1) * DEFAULT_LIMIT, limit: DEFAULT_LIMIT });
  const first = search(page);
  if (first.how === "all" && text !== "" && Object.keys(filters).length === 0)
    return landing(context, services, text);
  const pages = Math.max(1, Math.ceil(first.total / DEFAULT_LIMIT));
  const answer = page > pages ? search(pages) : first;
  const isWatched = await note(services.searchLog, text, answer);
  const shown = {
    ...{ view, q: text, filters, answer, isWatched, pages, page: Math.min(page, pages) },
    facets: searcher.facets(filters),
    asked: askedOf(searcher),
    contact: contactOf(services, view.lang),
  };
  return renderPage(context, <GuideResultsPage {...shown} />);
}

/**
 * What was not found is noted for who keeps the synonyms; of what was found a sample is watched for whether a hit is
 * opened, and its links say what was asked.
 */
async function note(
  log: GuideSearchServices["searchLog"],
  text: string,
  { how }: SearchAnswer,
): Promise<boolean> {
  if (text === "") return false;
  if (how === "nearest") {
    await log.none(text);
    return false;
  }
  const isSampled = log.isSampled();
  if (isSampled) await log.shown(text);
  return isSampled;
}
