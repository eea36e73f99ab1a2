/** Why somebody may not work at a hall, in its own words; everything else is left to the app. */
import type { ErrorHandler } from "hono";
import { visitCopy } from "../../web/copy/visit.ts";
import { RefusedPage } from "../../web/pages/office/refused.tsx";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";

export function visitRefusalPage({
  config,
}: {
  readonly config: Pick<Config, "units">;
}): ErrorHandler<OfficeEnv> {
  return (error, context) => {
    const { lang, ...view } = context.get("view");
    const words = visitCopy(lang).desk.refused;
    const isOurs = error instanceof Problem && error.status === 403 && Object.hasOwn(words, error.code);
    if (!isOurs) throw error;
    const person = personOf(config, context.get("staff"), lang);
    const text = words[error.code as keyof typeof words];
    return renderPage(
      context,
      <RefusedPage view={{ ...view, lang }} person={person} reason="role" text={text} />,
      403,
    );
  };
}
