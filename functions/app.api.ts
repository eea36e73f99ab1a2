/** What other systems and scripts reach: the same services as JSON, and the document that describes them. */
import { Hono } from "hono";
import { setUpDocument } from "./app.api.document.ts";
import { problems } from "./app.api.problems.ts";
import type { ApiServices } from "./app.door.api.ts";
import { apiDoors } from "./app.door.api.ts";
import { disclosurePublicApi } from "./disclosure/disclosure.api.public.ts";
import { disclosureRespondApi } from "./disclosure/disclosure.api.respond.ts";
import { disclosureSubmitApi } from "./disclosure/disclosure.api.submit.ts";
import type { ApiEnv } from "./identity/identity.api.ts";
import { requireBearer } from "./identity/identity.api.ts";
import { roomsOf, setUpDoors } from "./kit/door.ts";
import { problemJson, setUpJsonHeaders } from "./kit/json.ts";
import { errorAttributes } from "./kit/log.ts";
import { Problem } from "./kit/problem.ts";
import { setUpBodyLimit, setUpNoStore, setUpRequestLog } from "./kit/security.ts";

export type { ApiServices } from "./app.door.api.ts";

const BODY_LIMIT_BYTES = 200_000;

/** No cookie is read or set here, so no other site can make a browser act, and no CSRF check is needed. */
export function apiApp(services: ApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(setUpRequestLog(services.log));
  app.use(setUpJsonHeaders);
  app.use(setUpNoStore);
  app.use(setUpBodyLimit(BODY_LIMIT_BYTES));
  const answer = (problem: Problem) => problemJson(problem, problems);

  app.onError((error, context) => {
    const problem = error instanceof Problem ? error : new Problem(500, "internal", { cause: error });
    if (problem.status >= 500) services.log.error("problem", errorAttributes(error));
    const response = answer(problem);
    if (problem.status === 401) {
      // RFC 6750: who showed nothing is only told what to show.
      const detail = context.req.header("authorization") === undefined ? "" : ', error="invalid_token"';
      response.headers.set("www-authenticate", `Bearer realm="office"${detail}`);
    }
    return response;
  });
  app.notFound(async (context) => {
    const allowed = await methodsOf(app, context.req.path);
    if (allowed.length === 0) return answer(new Problem(404, "not_found"));
    const response = answer(new Problem(405, "method_not_allowed"));
    response.headers.set("allow", allowed.join(", "));
    return response;
  });

  app.use("/api/v1/office/*", requireBearer(services));
  app.route("/", disclosureSubmitApi(services));
  app.route("/", disclosurePublicApi(services));
  app.route("/", disclosureRespondApi(services));
  setUpDoors(app, apiDoors(services));
  setUpDocument(app, services.config);
  return app;
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Which methods an address knows; middleware stands in the router under every method and does not count. */
async function methodsOf(app: Hono<ApiEnv>, path: string): Promise<readonly string[]> {
  const rooms = await roomsOf(app, path);
  const known = methods.filter((method) =>
    rooms.some((room) => room.router.match(method, path)[0].some(([[, route]]) => route.method === method)),
  );
  return known.includes("GET") ? [...known, "HEAD"] : known;
}
