/** What everybody may read of questions and suggestions, as JSON; open to caches. */
import { Hono } from "hono";
import { etag } from "hono/etag";
import { problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Config } from "../kit/config.ts";
import { openDescriber } from "../kit/openapi.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { adviceProblems } from "./advice.api.problems.ts";
import { answerShape, answersShape, answerView } from "./advice.api.shapes.ts";
import type { AdviceFinding } from "./advice.find.service.ts";
import { findAdvice } from "./advice.find.service.ts";
import type { AdviceService } from "./advice.service.ts";

export interface AdviceAnswersServices extends AdviceFinding {
  readonly config: Pick<Config, "publicOrigin">;
  readonly advice: Pick<AdviceService, "listPublic" | "readPublic" | "readManyPublic">;
}

const documented = openDescriber({ ...problems, ...adviceProblems });
const tag = "Questions and suggestions";
const PAGE_SIZE = 20;
const MOST_QUERY_CHARACTERS = 200;
const CACHING = "public, max-age=60";
const kept = {
  ETag: "Marks the content; send it back in If-None-Match",
  "Cache-Control": "How long it may be kept, by shared caches too",
};
const unchanged = { description: "It is what If-None-Match named", headers: { ETag: kept.ETag } };

export function adviceAnswersApi(services: AdviceAnswersServices): Hono<ApiEnv> {
  const { advice, config } = services;
  const app = new Hono<ApiEnv>();
  app.get(
    "/api/v1/advice/answers",
    documented({
      id: "listAdviceAnswers",
      tag,
      summary:
        "Replies that everybody may read: the newest first, or those that a text finds, the best first",
      security: [],
      parameters: [
        {
          ...{ in: "query", name: "q", schema: { type: "string" }, example: "公交" },
          description: `What is looked for; of a longer text the first ${MOST_QUERY_CHARACTERS} characters`,
        },
        { in: "query", name: "cursor", description: "`next` of the page before", schema: { type: "string" } },
      ],
      answers: { 200: { description: "A page", schema: answersShape, headers: kept }, 304: unchanged },
      problems: ["internal", "busy"],
    }),
    etag(),
    async (context) => {
      const text = (context.req.query("q") ?? "").trim().slice(0, MOST_QUERY_CHARACTERS);
      const cursor = context.req.query("cursor");
      const page =
        text === ""
          ? await advice.listPublic({ limit: PAGE_SIZE, cursor })
          : { answers: await findAdvice(services, text), next: undefined };
      context.header("cache-control", CACHING);
      const items = page.answers.map((answer) => answerView(answer, config.publicOrigin));
      return context.json({ items, next: page.next ?? null });
    },
  );

  app.get(
    "/api/v1/advice/answers/:id",
    documented({
      id: "readAdviceAnswer",
      tag,
      summary: "One reply that everybody may read",
      security: [],
      parameters: [{ in: "path", name: "id", description: "From the list", schema: { type: "string" } }],
      answers: { 200: { description: "The reply", schema: answerShape, headers: kept }, 304: unchanged },
      problems: ["internal", "busy", "advice_not_found", "advice_withdrawn"],
    }),
    etag(),
    async (context) => {
      const record = await advice.readPublic(context.req.param("id"));
      if (record === undefined) throw notFound("advice_not_found");
      if (record.state === "withdrawn") throw new Problem(410, "advice_withdrawn");
      context.header("cache-control", CACHING);
      return context.json(answerView(record, config.publicOrigin));
    },
  );

  return app;
}
