/** `/office/gazette`: policies, announcements and news, written by one person and published by another. */
import type { Context } from "hono";
import { Hono } from "hono";
import { officeGazetteCopy } from "../../web/copy/office-gazette.ts";
import type { OfficeGazetteProps } from "../../web/pages/office/gazette/item.tsx";
import { OfficeGazettePage } from "../../web/pages/office/gazette/item.tsx";
import { OfficeGazetteListPage } from "../../web/pages/office/gazette/list.tsx";
import { GazetteVersionPage } from "../../web/pages/office/gazette/version.tsx";
import { isRefusal, RefusedPage } from "../../web/pages/office/refused.tsx";
import { gazettePaths } from "../../web/paths.gazette.ts";
import { withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { STALE_AFTER_DAYS } from "../guide/guide.freshness.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { check, fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { gazetteEditOffice } from "./gazette.edit.office.tsx";
import { gazetteFileOffice } from "./gazette.file.office.tsx";
import type { GazetteFiles } from "./gazette.file.service.ts";
import { gazetteLists } from "./gazette.record.ts";
import type { Gazette } from "./gazette.service.ts";
import type { GazetteContent } from "./gazette.ts";
import { blocksOf, gazetteReason, validityOn } from "./gazette.ts";
import type { GazetteDeed } from "./gazette.write.service.ts";
import { gazetteDeeds } from "./gazette.write.service.ts";

export interface GazetteOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly clock: Clock;
  readonly random: Random;
  readonly gazette: Gazette;
  readonly gazetteFiles: GazetteFiles;
}

const PAGE_SIZE = 20;
const ITEM = "/office/gazette/items/:id";
const reasoned: readonly GazetteDeed[] = ["return", "withdraw"];

/** What stands on the page instead of an error: somebody else was faster, or a day is past. */
const shownProblems = [
  ...(["gazette_changed", "gazette_state", "gazette_over", "gazette_files"] as const),
  ...(["files.not_cleaned", "files.not_redacted"] as const),
] as const;
type Shown = Pick<OfficeGazetteProps, "done" | "refused" | "problem">;

export function gazetteOffice(services: GazetteOfficeServices): Hono<OfficeEnv> {
  const { config, gazette, gazetteFiles, clock } = services;
  const app = new Hono<OfficeEnv>();

  app.onError((error, context) => {
    if (!(error instanceof Problem) || error.status !== 403) throw error;
    const view = context.get("view");
    const text = Object.entries(officeGazetteCopy(view.lang).refused).find(
      ([code]) => code === error.code,
    )?.[1];
    const reason = isRefusal(error.code) ? error.code : "role";
    const person = personOf(config, context.get("staff"), view.lang);
    return renderPage(context, <RefusedPage {...{ view, person, reason, text }} />, 403);
  });

  app.get(gazettePaths.desk(), async (context) => {
    const staff = context.get("staff");
    const view = context.get("view");
    const { list: wanted, cursor } = context.req.query();
    const list = gazetteLists.find((each) => each === wanted) ?? "review";
    const page = await gazette.listForOffice(staff, { unit: staff.unit, list, limit: PAGE_SIZE, cursor });
    const here = { list: list === "review" ? undefined : list };
    return renderPage(
      context,
      <OfficeGazetteListPage
        view={{ ...view, path: gazettePaths.desk(here) }}
        person={personOf(config, staff, view.lang)}
        {...{ list, lists: gazetteLists, rows: page.rows, staleAfterDays: STALE_AFTER_DAYS }}
        mayWrite={may(staff, "gazette.write", { unit: staff.unit })}
        next={page.next === undefined ? undefined : gazettePaths.desk({ ...here, cursor: page.next })}
        first={cursor === undefined ? undefined : gazettePaths.desk(here)}
      />,
    );
  });

  app.route("/", gazetteEditOffice(services));
  app.route("/", gazetteFileOffice(services));

  app.get(ITEM, (context) => {
    const { done, problem: code } = context.req.query();
    return show(context, { done, problem: shownProblems.find((each) => each === code) });
  });

  app.get(`${ITEM}/versions/:n`, async (context) => {
    const view = context.get("view");
    const staff = context.get("staff");
    const { id, n } = context.req.param();
    const { head, version } = await gazette.readVersion(staff, id, /^\d{1,6}$/.test(n) ? Number(n) : 0);
    return renderPage(
      context,
      <GazetteVersionPage
        view={{ ...view, path: gazettePaths.version(id, version.n) }}
        person={personOf(config, staff, view.lang)}
        {...{ head, version }}
        {...shownOf(version.content)}
      />,
    );
  });

  app.post(`${ITEM}/acts/:deed`, async (context) => {
    const { id } = context.req.param();
    const deed = gazetteDeeds.find((each) => each === context.req.param("deed"));
    if (deed === undefined) throw notFound();
    const form = await readForm(context);
    const reason = fieldOf(form, "reason");
    const checked = reasoned.includes(deed) ? check(gazetteReason, { reason }) : undefined;
    const refused = { deed, reason, errors: checked?.ok === false ? checked.errors : [] };
    if (refused.errors.length > 0) return show(context, { refused }, 422);
    const version = /^\d{1,6}$/.test(fieldOf(form, "version")) ? Number(fieldOf(form, "version")) : -1;
    try {
      const said = checked?.ok ? { reason: checked.value.reason } : {};
      const staff = context.get("staff");
      const { work } = await gazette.headOf(id);
      const head = await gazette.act(staff, { id, deed, version, ...said });
      if (deed === "discard") await gazetteFiles.forget(staff, id, work?.content.files ?? []);
      if (deed === "revise") return seeOther(context, gazettePaths.edit(id));
      const gone = head.work === undefined && head.live === undefined;
      const next = gone ? gazettePaths.desk({ list: "draft" }) : gazettePaths.officeItem(id);
      return seeOther(context, withQuery(next, { done: deed }));
    } catch (error) {
      const problem =
        error instanceof Problem ? shownProblems.find((each) => each === error.code) : undefined;
      if (problem === undefined) throw error;
      return show(context, { problem, refused }, 409);
    }
  });

  const shownOf = (content: GazetteContent) => ({
    blocks: blocksOf(content.body),
    validity: validityOn(content, dayOf(clock())),
  });

  async function show(context: Context<OfficeEnv>, rest: Shown, status: 200 | 409 | 422 = 200) {
    const staff = context.get("staff");
    const view = context.get("view");
    const id = context.req.param("id") ?? "";
    const read = await gazette.readForOffice(staff, id);
    const release = await gazetteFiles.checksOf(read.head);
    return renderPage(
      context,
      <OfficeGazettePage
        view={{ ...view, path: gazettePaths.officeItem(id) }}
        person={personOf(config, staff, view.lang)}
        shown={shownOf}
        {...read}
        release={release}
        {...rest}
      />,
      status,
    );
  }

  return app;
}
