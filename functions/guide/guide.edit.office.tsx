/** `/office/guides/items/<code>/edit/<part>`: writing a guide, part by part. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { GuideEditPageProps } from "../../web/pages/office/guide/edit.tsx";
import { GuideEditPage } from "../../web/pages/office/guide/edit.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { FormValues } from "../kit/form.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { stampOf } from "../office/case.form.ts";
import { personOf } from "../office/office.person.ts";
import { allChoices } from "./guide.choice.ts";
import { type RowDeed, readPart, tidy, writePart } from "./guide.form.ts";
import type { GuideItemServices } from "./guide.item.office.tsx";
import { linkFindings } from "./guide.link.ts";
import { lint } from "./guide.lint.ts";
import type { WrittenGuide } from "./guide.read.service.ts";
import type { GuideSection } from "./guide.section.ts";
import { isGuideSection, isListName, partsOf, sectionNames, sectionsWith } from "./guide.section.ts";

export type GuideEditServices = GuideItemServices;

const PART = "/office/guides/items/:id/edit/:section";

export function guideEditOffice(services: GuideEditServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.get(PART, async (context) => {
    const draft = await services.guides.readWritten(idOf(context), context.get("staff"));
    if (!draft.open) return seeOther(context, paths.officeGuide(draft.head.id));
    const values = writePart(sectionOf(context), draft.version.guide);
    return show(services, context, {
      draft,
      values,
      extra: { done: context.req.query("done") },
      status: 200,
    });
  });
  app.post(PART, (context) => save(services, context));
  return app;
}

const idOf = (context: Context): string => context.req.param("id") ?? "";

function sectionOf(context: Context): GuideSection {
  const section = context.req.param("section") ?? "";
  if (!isGuideSection(section)) throw notFound("section_not_found");
  return section;
}

/** Each button keeps what is written first, so that none of them loses anything. */
async function save(services: GuideEditServices, context: Context<OfficeEnv>): Promise<Response> {
  const { guides, clock } = services;
  const actor = context.get("staff");
  const section = sectionOf(context);
  const form = await readForm(context);
  const intent = fieldOf(form, "intent");
  const values = tidy(section, form, deedOf(intent));
  const draft = await guides.readWritten(idOf(context), actor);
  if (!draft.open) return show(services, context, { draft, values, extra: { changed: true }, status: 409 });
  const part = readPart(section, draft.version.guide, { values, today: dayOf(clock()) });
  if (part.guide === undefined)
    return show(services, context, { draft, values, extra: { errors: part.errors }, status: 422 });
  const { version, commandId } = stampOf(form, actor.id);
  const { id } = draft.head;
  try {
    await guides.saveDraft({ id, guide: part.guide, actor, expectedRevision: version, commandId });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const again = await guides.readWritten(id, actor);
    const extra = error.status === 409 ? { changed: true } : { errors: error.errors ?? [] };
    return show(services, context, { draft: again, values, extra, status: error.status });
  }
  return seeOther(context, nextAddress(id, section, intent));
}

/** What the button beside a row says: `remove materials 2`. */
function deedOf(intent: string): RowDeed | undefined {
  const [, deed, list = "", place] = /^(remove|raise) (\w+) (\d{1,3})$/.exec(intent) ?? [];
  if ((deed !== "remove" && deed !== "raise") || !isListName(list)) return undefined;
  return { list, place: Number(place), deed };
}

function nextAddress(id: string, section: GuideSection, intent: string): string {
  const here = withQuery(paths.officeGuideEdit(id, section), { done: "saved" });
  if (intent !== "next") {
    const list = /^(?:add|remove|raise) (\w+)/.exec(intent)?.[1];
    return list === undefined || !isListName(list) ? here : `${here}#${list}`;
  }
  const next = sectionNames[sectionNames.indexOf(section) + 1];
  return withQuery(next === undefined ? paths.officeGuide(id) : paths.officeGuideEdit(id, next), {
    done: "saved",
  });
}

interface Shown {
  readonly draft: WrittenGuide;
  readonly values: FormValues;
  readonly extra: Pick<GuideEditPageProps, "errors" | "changed" | "done">;
  readonly status: 200 | 409 | 422;
}

async function show(
  services: GuideEditServices,
  context: Context<OfficeEnv>,
  { draft, values, extra, status }: Shown,
) {
  const { config, identity, random } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const { head, version } = draft;
  const section = sectionOf(context);
  const findings = [...lint(version.guide), ...linkFindings(version.guide, draft.links)];
  const people = await identity.colleagues(staff, head.unit);
  return renderPage(
    context,
    <GuideEditPage
      {...extra}
      view={{ ...view, path: paths.officeGuideEdit(head.id, section) }}
      person={personOf(config, staff, view.lang)}
      id={head.id}
      name={version.guide.taskName}
      section={section}
      parts={partsOf(section)}
      sections={sectionsWith(findings)}
      values={values}
      findings={findings}
      choices={allChoices()}
      owners={people.map(({ id, name }) => ({ id, name }))}
      stamp={{ version: head.revision, command: randomId(random) }}
    />,
    status,
  );
}
