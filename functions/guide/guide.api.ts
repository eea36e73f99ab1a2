/** Guides as JSON: searched, suggested, listed for a phone, and read one by one. Open to everybody and to caches. */
import type { Context } from "hono";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { paths } from "../../web/paths.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid, notFound, Problem } from "../kit/problem.ts";
import type { Search } from "../search/search.service.ts";
import { DEFAULT_LIMIT } from "../search/search.ts";
import { guideProblems } from "./guide.api.problems.ts";
import { guideList, linkedGuide, nameList, publishedGuide, suggestionList } from "./guide.api.shapes.ts";
import { listParameters, MOST_TEXT, publicGuide, tagOf, textParameter } from "./guide.api.view.ts";
import { cursorOf, filtersOf, offsetOf } from "./guide.query.ts";
import type { EndedGuide, LiveGuide } from "./guide.record.ts";

export interface GuideApiServices {
  readonly search: Search;
  readonly guides: { readLive(id: string): Promise<LiveGuide | EndedGuide | undefined> };
  readonly config: { readonly publicOrigin: string };
}

const documented = openDescriber(guideProblems);
const tag = "Guides";
const LINKED = "application/ld+json";
const SUGGESTIONS = 8;

/** Nothing here depends on who asks; a minute old is fresh enough for what is published once a day. */
const PUBLIC = "public, max-age=60";
const kept = {
  ETag: "Marks the content; send it back in If-None-Match",
  "Cache-Control": "How long it may be kept, by shared caches too",
};
const unchanged = { description: "It is what If-None-Match named", headers: { ETag: kept.ETag } };

export function guideApi(services: GuideApiServices): Hono {
  const app = new Hono();
  addList(app, services);
  addSuggestions(app, services);
  addNames(app, services);
  addGuide(app, services);
  return app;
}

function addList(app: Hono, { search }: GuideApiServices): void {
  app.get(
    "/api/v1/guides",
    documented({
      id: "listGuides",
      tag,
      summary: "Search, or browse by filters; the best first, equal names grouped",
      security: [],
      parameters: listParameters,
      answers: { 200: { description: "A page", schema: guideList, headers: kept }, 304: unchanged },
      problems: ["internal", "busy", "invalid", "cursor_invalid"],
    }),
    etag(),
    async (context) => {
      const text = textOf(context);
      const offset = offsetOf(context.req.query("cursor"));
      if (offset === undefined) throw new Problem(400, "cursor_invalid");
      const { searcher } = await search.current();
      const filters = filtersOf(context.req.query());
      const { total, hits, how } = searcher.search({ text, filters, offset, limit: DEFAULT_LIMIT });
      const end = offset + DEFAULT_LIMIT;
      context.header("cache-control", PUBLIC);
      return context.json({ total, how, items: hits, next: end < total ? cursorOf(end) : null });
    },
  );
}

function addSuggestions(app: Hono, { search }: GuideApiServices): void {
  app.get(
    "/api/v1/guides/suggestions",
    documented({
      id: "suggestGuides",
      tag,
      summary: "Names as one types",
      security: [],
      parameters: [textParameter],
      answers: {
        200: { description: `${SUGGESTIONS} at most`, schema: suggestionList, headers: kept },
        304: unchanged,
      },
      problems: ["internal", "busy", "invalid"],
    }),
    etag(),
    async (context) => {
      const text = textOf(context);
      const { searcher } = await search.current();
      context.header("cache-control", PUBLIC);
      return context.json({ items: searcher.suggest(text, SUGGESTIONS) });
    },
  );
}

function addNames(app: Hono, { search }: GuideApiServices): void {
  app.get(
    "/api/v1/guides/names",
    documented({
      id: "listGuideNames",
      tag,
      summary: "Every name, for a search without a network",
      security: [],
      answers: { 200: { description: "All of them", schema: nameList, headers: kept }, 304: unchanged },
      problems: ["internal", "busy"],
    }),
    // The one answer that grows with the county: API Gateway compresses nothing by itself.
    compress(),
    etag(),
    async (context) => {
      const { version, searcher } = await search.current();
      context.header("cache-control", "public, max-age=300");
      return context.json({ version, items: searcher.documents });
    },
  );
}

function addGuide(app: Hono, { guides, config }: GuideApiServices): void {
  app.get(
    "/api/v1/guides/:id",
    documented({
      id: "readGuide",
      tag,
      summary: "One guide, as JSON or as JSON-LD under CPSV-AP",
      description: `With \`${LINKED}\` in Accept it comes in the vocabulary of the EU's public services.`,
      security: [],
      parameters: [{ in: "path", name: "id", description: "业务办理项编码", schema: { type: "string" } }],
      answers: {
        200: {
          description: "The guide",
          schema: publishedGuide,
          also: { [LINKED]: linkedGuide },
          headers: kept,
        },
        304: unchanged,
      },
      problems: ["internal", "busy", "guide_not_found", "guide_ended"],
    }),
    etag(),
    async (context) => {
      const found = await guides.readLive(context.req.param("id"));
      if (found === undefined) throw notFound("guide_not_found");
      if (found.state === "abolished") throw new Problem(410, "guide_ended");
      context.header("cache-control", PUBLIC);
      context.header("vary", "accept");
      const isLinked = (context.req.header("accept") ?? "").includes(LINKED);
      context.header("etag", tagOf(found, isLinked ? LINKED : "json"));
      if (!isLinked) return context.json(publicGuide(found));
      const { guideLd } = await import("./guide.jsonld.ts");
      const linked = guideLd(found.guide, (code) => config.publicOrigin + paths.guide(code));
      const type = { "content-type": LINKED };
      return context.body(JSON.stringify(linked), 200, type);
    },
  );
}

/** What a caller asks in. Throws 422 for what is longer than any question. */
function textOf(context: Context): string {
  const text = (context.req.query("q") ?? "").toWellFormed();
  if (text.length > MOST_TEXT) throw invalid([{ field: "q", code: "q.too_long" }]);
  return text;
}
