/** What the pages of citizens and offices have in common: the middleware from top to bottom is the security checklist. */
import type { Context, ErrorHandler } from "hono";
import { Hono } from "hono";
import type { ProblemProps } from "../web/pages/problem.tsx";
import type { AppServices } from "./app.door.ts";
import type { AppEnv } from "./app.page.ts";
import { setUpView } from "./app.page.ts";
import { contactOf } from "./home/home.contact.ts";
import { errorAttributes } from "./kit/log.ts";
import { renderPage, setUpPreferences } from "./kit/page.ts";
import { Problem } from "./kit/problem.ts";
import { setUpBodyLimit, setUpCsrf, setUpHeaders, setUpNoStore, setUpRequestLog } from "./kit/security.ts";

/** What the two sides differ in before their routes: how much a form may hold, and the page that says what happened. */
export interface Side {
  readonly bodyLimitBytes: number;
  readonly problem: (props: ProblemProps) => Parameters<typeof renderPage>[1];
}

/** What every page passes, from the first line of a request's life to the last. */
export function pages(services: AppServices, side: Side): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(setUpRequestLog(services.log));
  app.use(setUpHeaders(services.origins));
  app.use(setUpNoStore);
  app.use(setUpPreferences);
  app.use(setUpView(services.config));
  app.use(setUpCsrf(services.origins));
  app.use(setUpBodyLimit(side.bodyLimitBytes));
  app.onError(problemPage(services, side));
  app.notFound((context) => problemAnswer(context, new Problem(404, "not_found"), services, side));
  return app;
}

/** Only a Problem is shown; anything else is logged without its message and answered as 500. */
function problemPage(services: AppServices, side: Side): ErrorHandler<AppEnv> {
  return (error, context) => {
    const problem = error instanceof Problem ? error : new Problem(500, "internal", { cause: error });
    if (problem.status >= 500) services.log.error("problem", errorAttributes(error));
    return problemAnswer(context, problem, services, side);
  };
}

function problemAnswer(context: Context<AppEnv>, problem: Problem, services: AppServices, side: Side) {
  const fallback = {
    lang: "zh" as const,
    elder: false,
    path: "/",
    government: services.config.government,
    assets: services.config.assetsPath,
  };
  const view = context.get("view") ?? fallback;
  const { status, retryAfterSeconds } = problem;
  if (retryAfterSeconds !== undefined) context.header("retry-after", String(retryAfterSeconds));
  const { phone } = contactOf(services, view.lang);
  return renderPage(context, side.problem({ view, status, retryAfterSeconds, phone }), status);
}
