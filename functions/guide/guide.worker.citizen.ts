/** The worker that keeps guides on the phone, at the root of the site. */
import { Hono } from "hono";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";

/**
 * Two lines that load the worker of this build, so that a new build is a new worker. From here and not from the
 * static files, because the policy of this answer is the worker's own, and theirs lets a script fetch nothing. The
 * scope is narrowed to the guides: nobody can make it stand before a page with personal data. An hour in the cache
 * spares a request with each page.
 */
export function guideWorkerCitizen({
  config,
}: {
  readonly config: { readonly assetsPath: string };
}): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { assetsPath } = config;
  const script = `const ASSETS=${JSON.stringify(assetsPath)};\nimportScripts(${JSON.stringify(paths.asset(assetsPath, "sw.js"))});\n`;
  app.get(paths.worker(), (context) =>
    context.body(script, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "service-worker-allowed": paths.guides(),
    }),
  );
  return app;
}
