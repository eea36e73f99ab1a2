/** `/office/guides/items/<code>`: one guide, what can be done with it now, its versions and what changed between them. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { GuidePageProps } from "../../web/pages/office/guide/guide.tsx";
import { GuideDeskPage } from "../../web/pages/office/guide/guide.tsx";
import { GuideVersionPage } from "../../web/pages/office/guide/version.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Identity } from "../identity/identity.service.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { type FormValues, fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { stampOf } from "../office/case.form.ts";
import { personOf, unitName } from "../office/office.person.ts";
import { isGuideDeed } from "./guide.act.service.ts";
import { difference } from "./guide.difference.ts";
import { linkFindings } from "./guide.link.ts";
import { lint } from "./guide.lint.ts";
import { guideTexts } from "./guide.office.text.ts";
import { isGivenUp, type OfficeGuide } from "./guide.record.ts";
import { sectionsWith } from "./guide.section.ts";
import type { Guides } from "./guide.service.ts";

export interface GuideItemServices {
  readonly config: Pick<Config, "units">;
  readonly guides: Guides;
  readonly identity: Pick<Identity, "colleagues">;
  readonly clock: Clock;
  readonly random: Random;
}

const ONE = "/office/guides/items/:id";
/** Acts that cannot be taken back ask once. */
const ticked: readonly string[] = ["approve", "abolish", "discard"];

export function guideItemOffice(services: GuideItemServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(ONE, async (context) => {
    const guide = await services.guides.readForOffice(idOf(context), context.get("staff"));
    return show(services, context, { guide, extra: { done: context.req.query("done") }, status: 200 });
  });
  app.post(`${ONE}/actions/:action`, (context) => act(services, context));
  app.get(`${ONE}/versions/:n`, (context) => version(services, context));
  return app;
}

const idOf = (context: Context): string => context.req.param("id") ?? "";

interface Shown {
  readonly guide: OfficeGuide;
  readonly extra: Pick<GuidePageProps, "state" | "changed" | "blocked" | "done">;
  readonly status: 200 | 409 | 422;
}

async function act(services: GuideItemServices, context: Context<OfficeEnv>): Promise<Response> {
  const { guides } = services;
  const actor = context.get("staff");
  const id = idOf(context);
  const action = context.req.param("action") ?? "";
  const form = await readForm(context);
  const values = { reason: fieldOf(form, "reason"), tick: fieldOf(form, "tick") };
  try {
    return seeOther(context, await carryOut(services, context, form));
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const blocked = error.code === "guide_has_errors";
    const errors = blocked ? [] : (error.errors ?? []);
    const state = { action, values, errors };
    const guide = await guides.readForOffice(id, actor);
    const changed = error.status === 409;
    return show(services, context, {
      guide,
      extra: { state, changed, blocked },
      status: changed ? 409 : 422,
    });
  }
}

/** Does what the button says and gives the address of the next page. */
async function carryOut(
  { guides }: GuideItemServices,
  context: Context<OfficeEnv>,
  form: FormValues,
): Promise<string> {
  const actor = context.get("staff");
  const id = idOf(context);
  const action = context.req.param("action") ?? "";
  const { version, commandId } = stampOf(form, actor.id);
  const stamp = { id, actor, expectedRevision: version, commandId };
  const done = (word: string) => withQuery(paths.officeGuide(id), { done: word });
  if (action === "check") {
    await guides.check(stamp);
    return done("check");
  }
  if (action === "revise") {
    await guides.revise(stamp);
    return withQuery(paths.officeGuideEdit(id, "basics"), { done: "start" });
  }
  if (!isGuideDeed(action)) throw notFound("action_not_found");
  const reason = fieldOf(form, "reason");
  const unticked = ticked.includes(action) && fieldOf(form, "tick") !== "yes";
  // Who may not act at all is refused, and on record, before anybody is told what is missing in the form.
  const code = action === "approve" ? "tick.checked" : "tick.required";
  const errors = unticked ? [{ field: "tick", code }] : [];
  const head = await guides.act({ ...stamp, action, reason, formErrors: errors });
  return isGivenUp(head) ? withQuery(paths.officeGuides(), { done: action }) : done(action);
}

async function show(
  services: GuideItemServices,
  context: Context<OfficeEnv>,
  { guide, extra, status }: Shown,
) {
  const { config, guides, identity, clock, random } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const { head, versions } = guide;
  const shown = head.work?.n ?? head.live?.n ?? head.waiting?.n ?? head.ended?.n ?? head.latest;
  const current =
    versions.find(({ n }) => n === shown) ?? (await guides.compareForOffice(head.id, shown, staff)).version;
  const before = head.work && versions.find(({ n }) => n === head.live?.n);
  const people = await identity.colleagues(staff, head.unit);
  const findings = [...lint(current.guide), ...linkFindings(current.guide, guide.links)];
  const owner = current.guide.ownerId;
  return renderPage(
    context,
    <GuideDeskPage
      {...extra}
      // A page that answers a post has no address of its own for the language switch to lead back to.
      view={{ ...view, path: paths.officeGuide(head.id) }}
      person={personOf(config, staff, view.lang)}
      head={head}
      versions={versions}
      current={current}
      unit={unitName(config, head.unit, view.lang)}
      owner={owner === undefined ? undefined : (people.find(({ id }) => id === owner)?.name ?? owner)}
      actions={guides.actionsFor(head, staff)}
      mayWrite={may(staff, "guide.write", head)}
      changes={
        before === undefined
          ? undefined
          : { against: before.n, list: difference(before.guide, current.guide) }
      }
      findings={findings}
      sections={sectionsWith(findings)}
      today={dayOf(clock())}
      stamp={{ version: head.revision, command: randomId(random) }}
    />,
    status,
  );
}

async function version(services: GuideItemServices, context: Context<OfficeEnv>): Promise<Response> {
  const { config, guides, identity } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const { version: shown, before } = await guides.compareForOffice(
    idOf(context),
    Number(context.req.param("n")),
    staff,
  );
  const people = await identity.colleagues(staff, shown.unit);
  const texts = guideTexts(view.lang, people);
  return renderPage(
    context,
    <GuideVersionPage
      view={view}
      person={personOf(config, staff, view.lang)}
      version={shown}
      against={before?.n}
      changes={before === undefined ? [] : difference(before.guide, shown.guide)}
      content={texts.contentOf(shown.guide)}
    />,
  );
}
