/** Guides for citizens: finding one, reading it, checking it against oneself, printing it, saying that it is wrong. */
import type { Context } from "hono";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { GuideEndedPage } from "../../web/pages/guide/ended.tsx";
import { GuidePage } from "../../web/pages/guide/guide.tsx";
import { GuideOfflinePage } from "../../web/pages/guide/offline.tsx";
import { GuidePrintPage } from "../../web/pages/guide/print.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { contactOf } from "../home/home.contact.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import type { SearchLog } from "../search/search.missed.service.ts";
import type { GuideReportServices } from "./guide.citizen.report.tsx";
import { guideReportCitizen } from "./guide.citizen.report.tsx";
import type { GuideSearchServices } from "./guide.citizen.search.tsx";
import { guideSearchCitizen } from "./guide.citizen.search.tsx";
import { guideUnitCitizen } from "./guide.citizen.unit.tsx";
import type { GuideViewServices } from "./guide.citizen.view.ts";
import { guideView } from "./guide.citizen.view.ts";
import type { ConditionAnswer } from "./guide.condition.ts";
import { conditionAnswers, verdictOf } from "./guide.condition.ts";
import { keepForAWhile } from "./guide.keep.citizen.ts";
import { textOf } from "./guide.query.ts";
import type { EndedGuide, LiveGuide } from "./guide.record.ts";
import type { Guides } from "./guide.service.ts";

export type GuideCitizenServices = GuideViewServices &
  GuideSearchServices &
  GuideReportServices & {
    readonly guides: Pick<Guides, "readLive">;
    readonly searchLog: Pick<SearchLog, "chosen">;
  };

const ONE_GUIDE = "/guides/:id";

export function guideCitizen(services: GuideCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.route("/", guideSearchCitizen(services));
  app.route("/", guideUnitCitizen(services));

  app.get(paths.guidesOffline(), etag(), (context) => {
    const view = context.get("view");
    keepForAWhile(context);
    return renderPage(context, <GuideOfflinePage view={view} contact={contactOf(services, view.lang)} />);
  });

  /** One read. A guide that was abolished is a page of its own, so that nobody goes to the counter for nothing. */
  const read = async (context: Context<AppEnv>): Promise<LiveGuide | EndedGuide> => {
    const found = await services.guides.readLive(context.req.param("id") ?? "");
    if (found === undefined) throw notFound("guide_not_found");
    return found;
  };

  const ended = (context: Context<AppEnv>, { name, reason, endedAt }: EndedGuide) => {
    const view = context.get("view");
    const contact = contactOf(services, view.lang);
    const page = <GuideEndedPage {...{ view, name, reason, contact }} endedOn={dayOf(endedAt)} />;
    return renderPage(context, page, 410);
  };

  app.get(ONE_GUIDE, etag(), async (context) => {
    const asked = textOf(context.req.query("q"));
    if (asked !== "") {
      await services.searchLog.chosen(asked);
      return seeOther(context, paths.guide(context.req.param("id")));
    }
    const found = await read(context);
    if (found.state === "abolished") return ended(context, found);
    keepForAWhile(context);
    return renderPage(context, <GuidePage {...(await guideView(context.get("view"), found, services))} />);
  });

  // The answers are worked out and forgotten, so this needs no token, and doing it twice is doing it once.
  app.post(ONE_GUIDE, async (context) => {
    const values = await readForm(context);
    const found = await read(context);
    if (found.state === "abolished") return ended(context, found);
    const props = await guideView(context.get("view"), found, services);
    const answers = props.conditions.items.map((_, index) => answerOf(fieldOf(values, `c${index + 1}`)));
    const check = { answers, verdict: verdictOf(props.conditions, answers) };
    return renderPage(context, <GuidePage {...props} check={check} />);
  });

  app.get(`${ONE_GUIDE}/print`, etag(), async (context) => {
    const found = await read(context);
    if (found.state === "abolished") return ended(context, found);
    keepForAWhile(context);
    return renderPage(
      context,
      <GuidePrintPage {...(await guideView(context.get("view"), found, services))} />,
    );
  });

  app.route("/", guideReportCitizen(services));
  return app;
}

const answerOf = (written: string): ConditionAnswer | undefined =>
  conditionAnswers.find((each) => each === written);
