/** `/policies`, `/announcements`, `/news`: the columns that everybody reads, each with a search and a feed. */
import type { Context } from "hono";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { gazetteCopy } from "../../web/copy/gazette.ts";
import { GazetteItemPage } from "../../web/pages/gazette/item.tsx";
import { GazetteListPage } from "../../web/pages/gazette/list.tsx";
import { gazettePaths } from "../../web/paths.gazette.ts";
import type { AppEnv } from "../app.page.ts";
import type { Attachments } from "../attachment/attachment.service.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { keepForAWhile } from "../guide/guide.keep.citizen.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { Search } from "../search/search.service.ts";
import { feedOf } from "./gazette.feed.citizen.ts";
import { findInColumn } from "./gazette.find.service.ts";
import type { Gazette } from "./gazette.service.ts";
import type { GazetteKind } from "./gazette.ts";
import { blocksOf, gazetteKinds, validityOn } from "./gazette.ts";

export interface GazetteCitizenServices {
  readonly config: Pick<Config, "units" | "publicOrigin" | "government">;
  readonly clock: Clock;
  readonly attachments: Pick<Attachments, "link">;
  readonly gazette: Pick<Gazette, "readPublic" | "readCards" | "listPublic" | "newest">;
  /** Among what the gazette has made public alone. */
  readonly gazetteSearch: Search;
}

const PAGE_SIZE = 20;
const FEED_SIZE = 20;
const MOST_QUERY_CHARACTERS = 200;
/** The same for everybody, and new within a minute. */
const CACHING = "public, max-age=60";

/** One column, which stands behind a door of its own. */
export function gazetteCitizen(services: GazetteCitizenServices, kind: GazetteKind): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(gazettePaths.column(kind), etag(), (context) => showColumn(services, context, kind));
  app.get(gazettePaths.feed(kind), etag(), (context) => showFeed(services, context, kind));
  app.get(`${gazettePaths.column(kind)}/:id`, etag(), (context) => showItem(services, context, kind));
  app.get(`${gazettePaths.column(kind)}/:id/files/:file`, (context) => sendFile(services, context, kind));
  return app;
}

async function showColumn(services: GazetteCitizenServices, context: Context<AppEnv>, kind: GazetteKind) {
  const { config, clock, gazette } = services;
  const view = context.get("view");
  const q = (context.req.query("q") ?? "").trim().slice(0, MOST_QUERY_CHARACTERS);
  const cursor = context.req.query("cursor");
  keepForAWhile(context);
  const page =
    q === ""
      ? await gazette.listPublic(kind, { limit: PAGE_SIZE, cursor })
      : { rows: await findInColumn(services, kind, q), next: undefined };
  const today = dayOf(clock());
  const newest = await gazette.newest(kind, PAGE_SIZE);
  return renderPage(
    context,
    <GazetteListPage
      {...{ view, kind, kinds: gazetteKinds, q, cards: page.rows }}
      example={newest.find(({ documentNumber }) => documentNumber !== undefined)?.documentNumber}
      validityOf={(card) => validityOn(card, today)}
      next={page.next === undefined ? undefined : gazettePaths.column(kind, { cursor: page.next })}
      first={cursor === undefined ? undefined : gazettePaths.column(kind)}
      phone={config.units[0]?.phone}
    />,
  );
}

async function showFeed(services: GazetteCitizenServices, context: Context<AppEnv>, kind: GazetteKind) {
  const { config, gazette } = services;
  const { rows } = await gazette.listPublic(kind, { limit: FEED_SIZE });
  const { title } = gazetteCopy("zh").columns[kind];
  context.header("cache-control", CACHING);
  context.header("content-type", "application/atom+xml; charset=utf-8");
  return context.body(
    await feedOf(kind, rows, { origin: config.publicOrigin, government: config.government.zh, title }),
  );
}

/** The address stays; what it leads to is good for a minute, and for nobody once the item is taken back. */
async function sendFile(services: GazetteCitizenServices, context: Context<AppEnv>, kind: GazetteKind) {
  const { id = "", file: fileId } = context.req.param() as Partial<Record<string, string>>;
  const item = await services.gazette.readPublic(id);
  if (item?.kind !== kind) throw notFound("gazette_not_found");
  if (item.state === "withdrawn") return seeOther(context, gazettePaths.item(kind, id));
  const file = item.content.files?.find((each) => each.id === fileId);
  if (file === undefined) throw notFound("gazette_not_found");
  return seeOther(context, await services.attachments.link(file));
}

async function showItem(services: GazetteCitizenServices, context: Context<AppEnv>, kind: GazetteKind) {
  const { config, clock, gazette } = services;
  const view = context.get("view");
  const item = await gazette.readPublic(context.req.param("id") ?? "");
  if (item?.kind !== kind) throw notFound("gazette_not_found");
  keepForAWhile(context);
  const unit = config.units.find(({ code }) => code === item.unit);
  const content = item.state === "published" ? item.content : undefined;
  return renderPage(
    context,
    <GazetteItemPage
      {...{ view, item }}
      blocks={blocksOf(content?.body ?? "")}
      validity={content === undefined ? "in_force" : validityOn(content, dayOf(clock()))}
      unit={unit === undefined ? undefined : { name: unit.name[view.lang], phone: unit.phone }}
      self={`${config.publicOrigin}${gazettePaths.item(kind, item.id)}`}
      phone={config.units[0]?.phone}
    />,
    item.state === "published" ? 200 : 410,
  );
}
