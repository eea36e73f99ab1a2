/** All that an office does with cases by API, loaded when the first of it is asked for. */
import { Hono } from "hono";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { DisclosureActionServices } from "./disclosure.api.actions.ts";
import { disclosureActionsApi } from "./disclosure.api.actions.ts";
import type { IntakeApiServices } from "./disclosure.api.intake.ts";
import { disclosureIntakeApi } from "./disclosure.api.intake.ts";
import type { DisclosureOfficeServices } from "./disclosure.api.office.ts";
import { disclosureOfficeApi } from "./disclosure.api.office.ts";

export type DisclosureDeskServices = DisclosureOfficeServices & IntakeApiServices & DisclosureActionServices;

export function disclosureDeskApi(services: DisclosureDeskServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.route("/", disclosureOfficeApi(services));
  app.route("/", disclosureIntakeApi(services));
  app.route("/", disclosureActionsApi(services));
  return app;
}
