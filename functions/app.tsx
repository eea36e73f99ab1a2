/** What citizens and offices reach: the middleware from top to bottom is the security checklist. */
import type { Context, ErrorHandler } from "hono";
import { Hono } from "hono";
import { ProblemPage } from "../web/pages/problem.tsx";
import { paths } from "../web/paths.ts";
import type { AppEnv } from "./app.page.ts";
import { setUpView } from "./app.page.ts";
import type { DisclosureCitizenServices } from "./disclosure/disclosure.citizen.tsx";
import { disclosureCitizen } from "./disclosure/disclosure.citizen.tsx";
import type { ConsultCitizenServices } from "./disclosure/disclosure.consult.citizen.tsx";

import type { DueCitizenServices } from "./disclosure/disclosure.due.citizen.tsx";

import type { Evidence } from "./evidence/evidence.service.ts";
import type { GuideCitizenServices } from "./guide/guide.citizen.tsx";

import type { GuideOfficeServices } from "./guide/guide.office.tsx";
import { guideWorkerCitizen } from "./guide/guide.worker.citizen.ts";
import { homeCitizen } from "./home/home.citizen.tsx";
import { contactOf } from "./home/home.contact.ts";
import type { SignInServices } from "./identity/identity.office.tsx";
import { signInOffice } from "./identity/identity.office.tsx";
import type { Config } from "./kit/config.ts";
import { setUpDoors } from "./kit/door.ts";
import type { Log } from "./kit/log.ts";
import { errorAttributes } from "./kit/log.ts";
import { renderPage, setUpPreferences } from "./kit/page.ts";
import { Problem } from "./kit/problem.ts";
import type { Origins } from "./kit/security.ts";
import { setUpBodyLimit, setUpCsrf, setUpHeaders, setUpNoStore, setUpRequestLog } from "./kit/security.ts";
import type { Letters } from "./letter/letter.service.ts";
import type { LetterTemplates } from "./letter/letter.template.service.ts";
import type { AsideOfficeServices } from "./office/aside.office.tsx";
import type { CaseOfficeServices } from "./office/case.office.tsx";
import { caseOffice } from "./office/case.office.tsx";
import type { IntakeOfficeServices } from "./office/intake.office.tsx";
import type { QueueOfficeServices } from "./office/queue.office.tsx";
import { queueOffice } from "./office/queue.office.tsx";
import type { ProgressCitizenServices } from "./progress/progress.citizen.tsx";
import { progressCitizen } from "./progress/progress.citizen.tsx";
import type { RespondCitizenServices } from "./progress/progress.respond.citizen.tsx";
import type { Reports } from "./report/report.service.ts";

/** A reply that is far too long must come back to be shortened; url-encoded, a Chinese character takes nine bytes. */
const BODY_LIMIT_BYTES = { citizen: 200_000, office: 1_000_000 } as const;

export interface AppServices {
  readonly config: Config;
  readonly log: Log;
  readonly origins: Origins;
}

export type CitizenServices = AppServices &
  DisclosureCitizenServices &
  ProgressCitizenServices &
  RespondCitizenServices &
  DueCitizenServices &
  ConsultCitizenServices & {
    /** What guides are made of is loaded with their pages. */
    readonly guidePages: () => Promise<GuideCitizenServices>;
  };
export type OfficeServices = AppServices &
  SignInServices &
  QueueOfficeServices &
  CaseOfficeServices &
  AsideOfficeServices &
  IntakeOfficeServices & {
    readonly reports: () => Promise<Reports>;
    readonly guideOffice: () => Promise<GuideOfficeServices>;
    readonly evidence: () => Promise<Evidence>;
    readonly letters: () => Promise<{ readonly letters: Letters; readonly templates: LetterTemplates }>;
  };

export function citizenApp(services: CitizenServices): Hono<AppEnv> {
  const app = pages(services);
  app.route("/", homeCitizen(services));
  app.route("/", disclosureCitizen(services));
  app.route("/", progressCitizen(services));
  app.route("/", guideWorkerCitizen(services));
  setUpDoors(app, [
    {
      prefix: paths.disclosureDueDates(),
      load: async () => (await import("./disclosure/disclosure.due.citizen.tsx")).dueCitizen(services),
    },
    {
      prefix: "/respond",
      load: async () => (await import("./progress/progress.respond.citizen.tsx")).respondCitizen(services),
    },
    {
      prefix: "/consultations",
      load: async () =>
        (await import("./disclosure/disclosure.consult.citizen.tsx")).consultCitizen(services),
    },
    {
      prefix: paths.guides(),
      load: async () => {
        const { guideCitizen } = await import("./guide/guide.citizen.tsx");
        return guideCitizen(await services.guidePages());
      },
    },
  ]);
  return app;
}

export function officeApp(services: OfficeServices): Hono<AppEnv> {
  const app = pages(services, "office");
  app.route("/", signInOffice(services));
  app.route("/", queueOffice(services));
  app.route("/", caseOffice(services));
  setUpDoors(app, [
    {
      prefix: "/office/acts",
      load: async () => (await import("./office/aside.office.tsx")).asideOffice(services),
    },
    {
      prefix: "/office/case-letters",
      load: async () =>
        (await import("./letter/letter.office.tsx")).letterOffice({
          ...services,
          ...(await services.letters()),
        }),
    },
    {
      prefix: "/office/evidence",
      load: async () =>
        (await import("./evidence/evidence.office.tsx")).evidenceOffice({
          ...services,
          evidence: await services.evidence(),
        }),
    },
    {
      prefix: "/office/letters",
      load: async () =>
        (await import("./letter/letter.template.office.tsx")).templateOffice({
          ...services,
          ...(await services.letters()),
        }),
    },
    {
      prefix: paths.officeIntake(),
      load: async () => (await import("./office/intake.office.tsx")).intakeOffice(services),
    },
    {
      prefix: "/office/report",
      load: async () =>
        (await import("./report/report.office.tsx")).reportOffice({
          ...services,
          reports: await services.reports(),
        }),
    },
    {
      prefix: paths.officeGuides(),
      load: async () => (await import("./guide/guide.office.tsx")).guideOffice(await services.guideOffice()),
    },
  ]);
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
