/** The gazette as JSON: a column, what a text finds in it, and one item. Open to everybody and to caches. */
import { Hono } from "hono";
import { etag } from "hono/etag";
import { gazettePaths } from "../../web/paths.gazette.ts";
import { kindFacts } from "../attachment/attachment.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { openDescriber } from "../kit/openapi.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Search } from "../search/search.service.ts";
import { gazetteProblems } from "./gazette.api.problems.ts";
import { itemShape, listShape } from "./gazette.api.shapes.ts";
import { findInColumn } from "./gazette.find.service.ts";
import type { GazetteCard, PublicItem } from "./gazette.record.ts";
import type { Gazette } from "./gazette.service.ts";
import { blocksOf, gazetteKinds, isGazetteKind, validityOn } from "./gazette.ts";

export interface GazetteApiServices {
  readonly config: Pick<Config, "publicOrigin">;
  readonly clock: Clock;
  readonly gazette: Pick<Gazette, "readPublic" | "readCards" | "listPublic">;
  readonly gazetteSearch: Search;
}

const documented = openDescriber(gazetteProblems);
const PAGE_SIZE = 20;
const MOST_QUERY_CHARACTERS = 200;
const CACHING = "public, max-age=60";
const kept = {
  ETag: "Marks the content; send it back in If-None-Match",
  "Cache-Control": "How long it may be kept, by shared caches too",
};
const unchanged = { description: "It is what If-None-Match named", headers: { ETag: kept.ETag } };

export function gazetteApi(services: GazetteApiServices): Hono {
  const { config, clock, gazette } = services;
  const app = new Hono();
  const linkTo = ({ kind, id }: GazetteCard | PublicItem) =>
    `${config.publicOrigin}${gazettePaths.item(kind, id)}`;
  // One by one: the engine gives the attributes of a map in any order, and an ETag must not depend on it.
  const rowOf = (card: GazetteCard) => ({
    ...{ id: card.id, kind: card.kind, unit: card.unit, title: card.title, organ: card.organ },
    documentNumber: card.documentNumber ?? null,
    publishedOn: card.on,
    validity: card.kind === "policy" ? validityOn(card, dayOf(clock())) : null,
    summary: card.summary,
    link: linkTo(card),
  });
  const viewOf = (item: PublicItem) => {
    const { content, kind } = item;
    const { successor } = content;
    return {
      ...{ id: item.id, kind, unit: item.unit, title: content.title, organ: content.organ },
      documentNumber: content.documentNumber ?? null,
      indexNumber: content.indexNumber ?? null,
      writtenOn: content.writtenOn ?? null,
      publishedOn: item.on,
      changedAt: item.changedAt,
      checkedOn: item.checkedOn,
      validity: kind === "policy" ? validityOn(content, dayOf(clock())) : null,
      validityNote: content.validityNote ?? null,
      validUntil: content.validUntil ?? null,
      successor: successor === undefined ? null : { id: successor.id, name: successor.name },
      blocks: blocksOf(content.body),
      guides: content.guides.map(({ id, name }) => ({ id, name })),
      files: (content.files ?? []).map((file) => ({
        ...{ name: file.name, type: kindFacts[file.kind].contentType, sizeBytes: file.sizeBytes },
        sha256: file.sha256,
        link: `${config.publicOrigin}${gazettePaths.file(kind, item.id, file.id)}`,
      })),
      link: linkTo(item),
    };
  };

  app.get(
    "/api/v1/gazette/:column",
    documented({
      id: "listGazette",
      tag: "Gazette",
      summary:
        "Policies, announcements or news: the newest first, or those that a text finds, the best first",
      security: [],
      parameters: [
        {
          ...{ in: "path", name: "column", description: "Which column", example: "policy" },
          schema: { type: "string", enum: gazetteKinds },
        },
        {
          in: "query",
          name: "q",
          description: `What is looked for; of a longer text the first ${MOST_QUERY_CHARACTERS} characters`,
          schema: { type: "string" },
          example: "津贴",
        },
        { in: "query", name: "cursor", description: "`next` of the page before", schema: { type: "string" } },
      ],
      answers: { 200: { description: "A page", schema: listShape, headers: kept }, 304: unchanged },
      problems: ["internal", "busy", "gazette_column_not_found"],
    }),
    etag(),
    async (context) => {
      const kind = context.req.param("column");
      if (!isGazetteKind(kind)) throw notFound("gazette_column_not_found");
      const text = (context.req.query("q") ?? "").trim().slice(0, MOST_QUERY_CHARACTERS);
      const page =
        text === ""
          ? await gazette.listPublic(kind, { limit: PAGE_SIZE, cursor: context.req.query("cursor") })
          : { rows: await findInColumn(services, kind, text), next: undefined };
      context.header("cache-control", CACHING);
      return context.json({ items: page.rows.map(rowOf), next: page.next ?? null });
    },
  );

  app.get(
    "/api/v1/gazette/items/:id",
    documented({
      id: "readGazetteItem",
      tag: "Gazette",
      summary: "One policy, announcement or piece of news, whole",
      security: [],
      parameters: [{ in: "path", name: "id", description: "From a column", schema: { type: "string" } }],
      answers: { 200: { description: "The item", schema: itemShape, headers: kept }, 304: unchanged },
      problems: ["internal", "busy", "gazette_not_found", "gazette_withdrawn"],
    }),
    etag(),
    async (context) => {
      const item = await gazette.readPublic(context.req.param("id"));
      if (item === undefined) throw notFound("gazette_not_found");
      if (item.state === "withdrawn") throw new Problem(410, "gazette_withdrawn");
      context.header("cache-control", CACHING);
      return context.json(viewOf(item));
    },
  );

  return app;
}
