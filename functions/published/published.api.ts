/** Published answers as JSON: the newest, those that a text finds, and one. Open to everybody and to caches. */
import { Hono } from "hono";
import { etag } from "hono/etag";
import * as v from "valibot";
import { publishedFilePath } from "../../web/paths.published.ts";
import { paths } from "../../web/paths.ts";
import { kindFacts } from "../attachment/attachment.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { Config } from "../kit/config.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Search } from "../search/search.service.ts";
import { publishedProblems } from "./published.api.problems.ts";
import { findPublished } from "./published.find.service.ts";
import type { Published } from "./published.service.ts";
import type { PublicAnswer } from "./published.ts";

export interface PublishedApiServices {
  readonly config: Pick<Config, "publicOrigin">;
  readonly published: Pick<Published, "readPublic" | "readManyPublic" | "listPublic">;
  readonly answerSearch: Search;
}

const documented = openDescriber(publishedProblems);
const PAGE_SIZE = 20;
const MOST_QUERY_CHARACTERS = 200;
const CACHING = "public, max-age=60";
const kept = {
  ETag: "Marks the content; send it back in If-None-Match",
  "Cache-Control": "How long it may be kept, by shared caches too",
};
const unchanged = { description: "It is what If-None-Match named", headers: { ETag: kept.ETag } };

const published = named(
  "PublishedAnswer",
  v.strictObject({
    id: v.string(),
    unit: v.pipe(v.string(), v.description("The code of the unit that answered")),
    outcome: v.strictObject({ code: v.string(), label: v.strictObject({ zh: v.string(), en: v.string() }) }),
    answeredOn: v.pipe(v.string(), v.description("yyyy-mm-dd, in China")),
    publishedAt: v.string(),
    subject: v.string(),
    question: v.string(),
    answer: v.string(),
    files: v.pipe(
      v.array(
        v.strictObject({
          name: v.string(),
          type: v.string(),
          sizeBytes: v.number(),
          sha256: v.string(),
          link: v.pipe(v.string(), v.description("Leads to the file, as long as the answer is public")),
        }),
      ),
      v.description("附件 that everybody may have too"),
    ),
    link: v.pipe(v.string(), v.description("The page of it")),
  }),
);
const list = named(
  "PublishedAnswers",
  v.strictObject({
    items: v.array(published),
    next: v.pipe(
      v.nullable(v.string()),
      v.description("The cursor of the page after it; a search has one page"),
    ),
  }),
);

export function publishedApi(services: PublishedApiServices): Hono {
  const app = new Hono();
  const { publicOrigin } = services.config;
  const view = ({ id, unit, outcome, answeredOn, publishedAt, changedAt, content, files }: PublicAnswer) => ({
    id,
    unit,
    outcome: { code: outcome, label: outcomeOf(outcome)?.label ?? { zh: "", en: "" } },
    answeredOn,
    publishedAt: publishedAt ?? changedAt,
    // One by one: the engine gives the attributes of a map in any order, and an ETag must not depend on it.
    subject: content.subject,
    question: content.question,
    answer: content.answer,
    files: files.map(({ id: fileId, name, kind, sizeBytes, sha256 }) => ({
      ...{ name, type: kindFacts[kind].contentType, sizeBytes, sha256 },
      link: `${publicOrigin}${publishedFilePath(id, fileId)}`,
    })),
    link: `${publicOrigin}${paths.publishedAnswer(id)}`,
  });

  app.get(
    "/api/v1/disclosure/answers",
    documented({
      id: "listPublishedAnswers",
      tag: "Published answers",
      summary:
        "Answers that everybody may read: the newest first, or those that a text finds, the best first",
      security: [],
      parameters: [
        {
          in: "query",
          name: "q",
          description: `What is looked for; of a longer text the first ${MOST_QUERY_CHARACTERS} characters`,
          schema: { type: "string" },
          example: "预算",
        },
        { in: "query", name: "cursor", description: "`next` of the page before", schema: { type: "string" } },
      ],
      answers: { 200: { description: "A page", schema: list, headers: kept }, 304: unchanged },
      problems: ["internal", "busy"],
    }),
    etag(),
    async (context) => {
      const text = (context.req.query("q") ?? "").trim().slice(0, MOST_QUERY_CHARACTERS);
      const cursor = context.req.query("cursor");
      const page =
        text === ""
          ? await services.published.listPublic({ limit: PAGE_SIZE, cursor })
          : { ...(await findPublished(services, text)), next: undefined };
      context.header("cache-control", CACHING);
      return context.json({ items: page.answers.map(view), next: page.next ?? null });
    },
  );

  app.get(
    "/api/v1/disclosure/answers/:id",
    documented({
      id: "readPublishedAnswer",
      tag: "Published answers",
      summary: "One answer that everybody may read",
      security: [],
      parameters: [{ in: "path", name: "id", description: "From the list", schema: { type: "string" } }],
      answers: { 200: { description: "The answer", schema: published, headers: kept }, 304: unchanged },
      problems: ["internal", "busy", "published_not_found", "published_withdrawn"],
    }),
    etag(),
    async (context) => {
      const answer = await services.published.readPublic(context.req.param("id"));
      if (answer === undefined) throw notFound("published_not_found");
      if (answer.state === "withdrawn") throw new Problem(410, "published_withdrawn");
      context.header("cache-control", CACHING);
      return context.json(view(answer));
    },
  );

  return app;
}
