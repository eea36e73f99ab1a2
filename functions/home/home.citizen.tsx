/** The front door: home, the doors that open later, and the statements that every site must have. */
import { Hono } from "hono";
import { copy } from "../../web/copy/index.ts";
import { AboutPage } from "../../web/pages/about.tsx";
import { HomePage } from "../../web/pages/home.tsx";
import { gazettePaths } from "../../web/paths.gazette.ts";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Gazette } from "../gazette/gazette.service.ts";
import { askedOf } from "../guide/guide.asked.ts";
import type { Unit } from "../kit/config.ts";
import type { Log } from "../kit/log.ts";
import { errorAttributes } from "../kit/log.ts";
import { renderPage } from "../kit/page.ts";
import type { Search } from "../search/search.service.ts";
import { contactOf } from "./home.contact.ts";

export interface HomeServices {
  readonly config: { readonly units: readonly Unit[] };
  /** What is known of guides, loaded with the first page that needs it; the index answers from memory then. */
  readonly guidePages: () => Promise<{ readonly search: Search }>;
  readonly gazettePages: () => Promise<{ readonly gazette: Pick<Gazette, "newest"> }>;
  readonly log: Log;
}

const MOST_ASKED = 6;
const MOST_NOTICES = 3;

/** These pages hold nothing personal; a minute in the browser spares a bad network the second fetch. */
const PUBLIC = "private, max-age=60";

export function homeCitizen(services: HomeServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get(paths.home(), async (context) => {
    const view = context.get("view");
    const { questions } = copy(view.lang).home;
    const [{ searcher }, notices] = await Promise.all([
      services.guidePages().then(({ search }) => search.current()),
      noticesOf(services),
    ]);
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
      <HomePage view={view} asked={asked.slice(0, MOST_ASKED)} {...{ notices, contact }} />,
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

/** Whoever wants to do something finds the way also while announcements cannot be read. */
async function noticesOf({ gazettePages, log }: Pick<HomeServices, "gazettePages" | "log">) {
  try {
    const cards = await (await gazettePages()).gazette.newest("announcement", MOST_NOTICES);
    return cards.map(({ kind, id, title, on }) => ({ title, day: on, href: gazettePaths.item(kind, id) }));
  } catch (error) {
    log.error("newest announcements not readable", errorAttributes(error));
    return [];
  }
}
