/** `/answers`: what others have asked for and everybody may read, with its feed. */
import { Hono } from "hono";
import { etag } from "hono/etag";
import { publishedCopy } from "../../web/copy/published.ts";
import { PublishedAnswerPage } from "../../web/pages/published/answer.tsx";
import { PublishedListPage } from "../../web/pages/published/list.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import { keepForAWhile } from "../guide/guide.keep.citizen.ts";
import type { Config } from "../kit/config.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { Search } from "../search/search.service.ts";
import { feedOf } from "./published.feed.citizen.ts";
import { findPublished } from "./published.find.service.ts";
import type { Published } from "./published.service.ts";

export interface PublishedCitizenServices {
  readonly config: Pick<Config, "units" | "publicOrigin" | "government">;
  readonly published: Pick<Published, "readPublic" | "readManyPublic" | "listPublic" | "linkOf">;
  /** Among published answers alone. */
  readonly answerSearch: Search;
}

const PAGE_SIZE = 20;
const FEED_SIZE = 20;
const MOST_QUERY_CHARACTERS = 200;
/** The same for everybody, and new within a minute. */
const CACHING = "public, max-age=60";

export function publishedCitizen(services: PublishedCitizenServices): Hono<AppEnv> {
  const { config, published } = services;
  const app = new Hono<AppEnv>();
  const phone = config.units[0]?.phone;
  const unitNameIn = (lang: "zh" | "en") => (code: string) =>
    config.units.find((unit) => unit.code === code)?.name[lang] ?? "";

  app.get(paths.publishedAnswers(), etag(), async (context) => {
    const view = context.get("view");
    const q = (context.req.query("q") ?? "").trim().slice(0, MOST_QUERY_CHARACTERS);
    const cursor = context.req.query("cursor");
    keepForAWhile(context);
    const shown =
      q === "" ? await published.listPublic({ limit: PAGE_SIZE, cursor }) : await findPublished(services, q);
    const here = paths.publishedAnswers();
    return renderPage(
      context,
      <PublishedListPage
        view={view}
        q={q}
        {...("total" in shown ? { total: shown.total } : {})}
        answers={shown.answers}
        unitName={unitNameIn(view.lang)}
        next={
          "next" in shown && shown.next !== undefined ? withQuery(here, { cursor: shown.next }) : undefined
        }
        first={cursor === undefined ? undefined : here}
        phone={phone}
      />,
    );
  });

  app.get(paths.publishedFeed(), etag(), async (context) => {
    const { answers } = await published.listPublic({ limit: FEED_SIZE });
    const words = publishedCopy("zh").public;
    const site = { origin: config.publicOrigin, government: config.government.zh, title: words.title };
    context.header("cache-control", CACHING);
    context.header("content-type", "application/atom+xml; charset=utf-8");
    return context.body(await feedOf(answers, { ...site, unitName: unitNameIn("zh") }));
  });

  app.get("/answers/:id", etag(), async (context) => {
    const view = context.get("view");
    const answer = await published.readPublic(context.req.param("id"));
    if (answer === undefined) throw notFound("published_not_found");
    keepForAWhile(context);
    return renderPage(
      context,
      <PublishedAnswerPage
        view={view}
        answer={answer}
        unitName={unitNameIn(view.lang)(answer.unit)}
        outcome={answer.state === "published" ? (outcomeOf(answer.outcome)?.label[view.lang] ?? "") : ""}
        phone={phone}
      />,
      answer.state === "published" ? 200 : 410,
    );
  });

  // The address stays; what it leads to is good for a minute, and for nobody once the answer is taken back.
  app.get("/answers/:id/files/:file", async (context) => {
    const { id, file } = context.req.param();
    const answer = await published.readPublic(id);
    if (answer?.state === "withdrawn") return seeOther(context, paths.publishedAnswer(id));
    return seeOther(context, await published.linkOf(answer, file));
  });

  return app;
}
