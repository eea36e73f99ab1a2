/** What citizens and offices reach: the middleware from top to bottom is the security checklist. */
import type { Context, ErrorHandler } from "hono";
import { Hono } from "hono";
import { ProblemPage } from "../web/pages/problem.tsx";
import type { AppServices, CitizenServices, OfficeServices } from "./app.door.ts";
import { citizenDoors, officeDoors } from "./app.door.ts";
import type { AppEnv } from "./app.page.ts";
import { setUpView } from "./app.page.ts";
import { disclosureCitizen } from "./disclosure/disclosure.citizen.tsx";
import { guideWorkerCitizen } from "./guide/guide.worker.citizen.ts";
import { homeCitizen } from "./home/home.citizen.tsx";
import { contactOf } from "./home/home.contact.ts";
import { signInOffice } from "./identity/identity.office.tsx";
import { setUpDoors } from "./kit/door.ts";
import { errorAttributes } from "./kit/log.ts";
import { renderPage, setUpPreferences } from "./kit/page.ts";
import { Problem } from "./kit/problem.ts";
import { setUpBodyLimit, setUpCsrf, setUpHeaders, setUpNoStore, setUpRequestLog } from "./kit/security.ts";
import { caseOffice } from "./office/case.office.tsx";
import { queueOffice } from "./office/queue.office.tsx";
import { progressCitizen } from "./progress/progress.citizen.tsx";

/** A reply that is far too long must come back to be shortened; url-encoded, a Chinese character takes nine bytes. */
const BODY_LIMIT_BYTES = { citizen: 200_000, office: 1_000_000 } as const;

export function citizenApp(services: CitizenServices): Hono<AppEnv> {
  const app = pages(services);
  app.route("/", homeCitizen(services));
  app.route("/", disclosureCitizen(services));
  app.route("/", progressCitizen(services));
  app.route("/", guideWorkerCitizen(services));
  setUpDoors(app, citizenDoors(services));
  return app;
}

export function officeApp(services: OfficeServices): Hono<AppEnv> {
  const app = pages(services, "office");
  app.route("/", signInOffice(services));
  app.route("/", queueOffice(services));
  app.route("/", caseOffice(services));
  setUpDoors(app, officeDoors(services));
  return app;
}

/** What every page passes, from the first line of a request's life to the last. */
function pages(services: AppServices, side: "citizen" | "office" = "citizen"): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(setUpRequestLog(services.log));
  app.use(setUpHeaders(services.origins));
  app.use(setUpNoStore);
  app.use(setUpPreferences);
  app.use(setUpView(services.config));
  app.use(setUpCsrf(services.origins));
  app.use(setUpBodyLimit(BODY_LIMIT_BYTES[side]));
  app.onError(problemPage(services, side === "office"));
  app.notFound((context) =>
    problemAnswer(context, new Problem(404, "not_found"), services, side === "office"),
  );
  return app;
}

/** Only a Problem is shown; anything else is logged without its message and answered as 500. */
function problemPage(services: AppServices, office: boolean): ErrorHandler<AppEnv> {
  return (error, context) => {
    const problem = error instanceof Problem ? error : new Problem(500, "internal", { cause: error });
    if (problem.status >= 500) services.log.error("problem", errorAttributes(error));
    return problemAnswer(context, problem, services, office);
  };
}

function problemAnswer(context: Context<AppEnv>, problem: Problem, services: AppServices, office: boolean) {
  const fallback = {
    lang: "zh" as const,
    elder: false,
    path: "/",
    government: services.config.government,
    assets: services.config.assetsPath,
  };
  const view = context.get("view") ?? fallback;
  if (problem.retryAfterSeconds !== undefined)
    context.header("retry-after", String(problem.retryAfterSeconds));
  const page = (
    <ProblemPage
      view={view}
      status={problem.status}
      retryAfterSeconds={problem.retryAfterSeconds}
      phone={contactOf(services, view.lang).phone}
      office={office}
    />
  );
  return renderPage(context, page, problem.status);
}
