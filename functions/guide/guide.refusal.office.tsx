/** Why somebody may not do something with a guide, in the words of guides; everything else is left to the app. */
import type { ErrorHandler } from "hono";
import { guideDeskCopy } from "../../web/copy/office-guide.ts";
import { RefusedPage } from "../../web/pages/office/refused.tsx";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";

const isOurs = (code: string, words: object): code is "role" | "unit" | "same_person" | "not_author" =>
  Object.hasOwn(words, code);

export function guideRefusalPage({
  config,
}: {
  readonly config: Pick<Config, "units">;
}): ErrorHandler<OfficeEnv> {
  return (error, context) => {
    const view = context.get("view");
    const words = guideDeskCopy(view.lang).desk.refused;
    if (!(error instanceof Problem) || error.status !== 403 || !isOurs(error.code, words)) throw error;
    const person = personOf(config, context.get("staff"), view.lang);
    return renderPage(
      context,
      <RefusedPage view={view} person={person} reason="role" text={words[error.code]} />,
      403,
    );
  };
}
