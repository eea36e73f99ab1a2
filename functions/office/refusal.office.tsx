/** Who may not gets a page that says why, in the frame of the office; everything else is left to the app. */
import type { ErrorHandler } from "hono";
import { isRefusal, RefusedPage } from "../../web/pages/office/refused.tsx";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "./office.person.ts";

export function refusalPage(services: { readonly config: Pick<Config, "units"> }): ErrorHandler<OfficeEnv> {
  return (error, context) => {
    if (!(error instanceof Problem) || error.status !== 403 || !isRefusal(error.code)) throw error;
    const view = context.get("view");
    const person = personOf(services.config, context.get("staff"), view.lang);
    return renderPage(context, <RefusedPage view={view} person={person} reason={error.code} />, 403);
  };
}
