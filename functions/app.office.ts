/** What offices reach: signing in and the queue, and the doors of the others. */
import type { Hono } from "hono";
import { OfficeProblemPage } from "../web/pages/office/problem.tsx";
import type { OfficeServices } from "./app.door.ts";
import { officeDoors } from "./app.door.ts";
import { pages } from "./app.frame.ts";
import type { AppEnv } from "./app.page.ts";
import { signInOffice } from "./identity/identity.office.tsx";
import { setUpDoors } from "./kit/door.ts";
import { queueOffice } from "./office/queue.office.tsx";

/** A reply that is far too long must come back to be shortened, and an office writes more than a citizen. */
const BODY_LIMIT_BYTES = 1_000_000;

export function officeApp(services: OfficeServices): Hono<AppEnv> {
  const app = pages(services, { bodyLimitBytes: BODY_LIMIT_BYTES, problem: OfficeProblemPage });
  app.route("/", signInOffice(services));
  app.route("/", queueOffice(services));
  setUpDoors(app, officeDoors(services));
  return app;
}
