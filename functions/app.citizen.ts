/** What citizens reach: the pages that most come for, and the doors of the others. */
import type { Hono } from "hono";
import { ProblemPage } from "../web/pages/problem.tsx";
import type { CitizenServices } from "./app.door.ts";
import { citizenDoors } from "./app.door.ts";
import { pages } from "./app.frame.ts";
import type { AppEnv } from "./app.page.ts";
import { disclosureCitizen } from "./disclosure/disclosure.citizen.tsx";
import { guideWorkerCitizen } from "./guide/guide.worker.citizen.ts";
import { homeCitizen } from "./home/home.citizen.tsx";
import { setUpDoors } from "./kit/door.ts";
import { progressCitizen } from "./progress/progress.citizen.tsx";

/** A reply that is far too long must come back to be shortened; url-encoded, a Chinese character takes nine bytes. */
const BODY_LIMIT_BYTES = 200_000;

export function citizenApp(services: CitizenServices): Hono<AppEnv> {
  const app = pages(services, { bodyLimitBytes: BODY_LIMIT_BYTES, problem: ProblemPage });
  app.route("/", homeCitizen(services));
  app.route("/", disclosureCitizen(services));
  app.route("/", progressCitizen(services));
  app.route("/", guideWorkerCitizen(services));
  setUpDoors(app, citizenDoors(services));
  return app;
}
