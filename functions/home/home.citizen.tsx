/** The front door: home, the doors that open later, and the statements that every site must have. */
import { Hono } from "hono";
import { copy } from "../../web/copy/index.ts";
import { AboutPage } from "../../web/pages/about.tsx";
import { HomePage } from "../../web/pages/home.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { askedOf } from "../guide/guide.asked.ts";
import type { Unit } from "../kit/config.ts";
import { renderPage } from "../kit/page.ts";
import type { Search } from "../search/search.service.ts";
import { contactOf } from "./home.contact.ts";

export interface HomeServices {
  readonly config: { readonly units: readonly Unit[] };
  /** What is known of guides, loaded with the first page that needs it; the index answers from memory then. */
  readonly guidePages: () => Promise<{ readonly search: Search }>;
}

const MOST_ASKED = 6;

/** These pages hold nothing personal; a minute in the browser spares a bad network the second fetch. */
const PUBLIC = "private, max-age=60";

export function homeCitizen(services: HomeServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(paths.home(), async (context) => {
    const view = context.get("view");
    const { questions } = copy(view.lang).home;
    const { searcher } = await (await services.guidePages()).search.current();
    const asked = [
      ...askedOf(searcher).map(({ id, name }) => ({ text: name, href: paths.guide(id), said: true })),
      { text: questions.apply, href: paths.disclosure() },
      { text: questions.follow, href: paths.progress() },
      { text: questions.privacy, href: paths.privacy() },
    ];
    context.header("cache-control", PUBLIC);
    context.header("vary", "cookie");
    const contact = contactOf(services, view.lang);
    return renderPage(
      context,
      <HomePage view={view} asked={asked.slice(0, MOST_ASKED)} notices={[]} contact={contact} />,
    );
  });

  for (const [path, part] of [
    [paths.about(), "about"],
    [paths.privacy(), "privacy"],
    [paths.accessibility(), "accessibility"],
  ] as const)
    app.get(path, (context) => {
      const view = context.get("view");
      const { phone } = contactOf(services, view.lang);
      return renderPage(context, <AboutPage view={view} part={part} phone={phone} />);
    });

  return app;
}
