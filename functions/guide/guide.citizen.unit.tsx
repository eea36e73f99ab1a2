/** 职能 (row 7-08): what each organ is charged with, where it is and whom to call, as its own published guides say it. */
import { Hono } from "hono";
import { etag } from "hono/etag";
import { GuideUnitPage, GuideUnitsPage } from "../../web/pages/guide/unit.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { contactOf } from "../home/home.contact.ts";
import type { Config } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { GuideSearchServices } from "./guide.citizen.search.tsx";
import { keepForAWhile } from "./guide.keep.citizen.ts";
import { unitProfileOf } from "./guide.unit.ts";

export type GuideUnitServices = Pick<GuideSearchServices, "search" | "guides"> & {
  readonly config: Pick<Config, "units" | "mapSearch">;
};

/** Guides of one organ repeat its duties; a few of them say all of it. */
const LOOKED_AT = 10;

export function guideUnitCitizen(services: GuideUnitServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(paths.guideUnits(), etag(), async (context) => {
    const view = context.get("view");
    const { searcher } = await services.search.current();
    keepForAWhile(context);
    const page = { view, units: searcher.facets({}).unit, contact: contactOf(services, view.lang) };
    return renderPage(context, <GuideUnitsPage {...page} />);
  });

  app.get("/guides/units/:unit", etag(), async (context) => {
    const view = context.get("view");
    const unit = context.req.param("unit");
    const { searcher } = await services.search.current();
    const { hits, total } = searcher.search({ text: "", filters: { unit }, limit: LOOKED_AT });
    const read = await services.guides.readManyLive(hits.map(({ id }) => id));
    const profile = unitProfileOf(
      read.flatMap((each) => (each === undefined || each.state === "abolished" ? [] : [each.guide])),
    );
    if (profile === undefined) throw notFound("unit_not_found");
    keepForAWhile(context);
    const { mapSearch } = services.config;
    const page = { view, unit, profile, total, mapSearch, contact: contactOf(services, view.lang) };
    const few = hits.map(({ id, name }) => ({ id, name }));
    return renderPage(context, <GuideUnitPage {...page} guides={few} />);
  });

  return app;
}
