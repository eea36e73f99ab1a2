/** `/office/guides`: the guides of a unit, and beginning one. */
import type { Context } from "hono";
import { Hono } from "hono";
import { GuidesPage } from "../../web/pages/office/guide/list.tsx";
import { GuideNewPage } from "../../web/pages/office/guide/new.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Staff } from "../identity/identity.ts";
import { type FormValues, fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { forbidden, Problem } from "../kit/problem.ts";
import { personOf, unitName } from "../office/office.person.ts";
import type { WordsOfficeServices } from "../search/search.words.office.tsx";
import { wordsOffice } from "../search/search.words.office.tsx";
import { readBeginning } from "./guide.beginning.ts";
import { choicesOf } from "./guide.choice.ts";
import type { GuideEditServices } from "./guide.edit.office.tsx";
import { guideEditOffice } from "./guide.edit.office.tsx";
import type { GuideFinding } from "./guide.find.service.ts";
import { isStale } from "./guide.freshness.ts";
import type { GuideImportServices } from "./guide.import.office.tsx";
import { guideImportOffice } from "./guide.import.office.tsx";
import type { GuideItemServices } from "./guide.item.office.tsx";
import { guideItemOffice } from "./guide.item.office.tsx";
import type { GuideCard } from "./guide.record.ts";
import { guideRefusalPage } from "./guide.refusal.office.tsx";
import type { GuideReportServices } from "./guide.report.office.tsx";
import { guideReportOffice } from "./guide.report.office.tsx";
import { readWish } from "./guide.wish.ts";

export type GuideOfficeServices = GuideItemServices &
  GuideEditServices &
  GuideReportServices &
  WordsOfficeServices &
  GuideImportServices & { readonly findGuides: GuideFinding };

const PAGE_SIZE = 50;

export function guideOffice(services: GuideOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(guideRefusalPage(services));
  app.get(paths.officeGuides(), (context) => list(services, context));
  app.get(paths.officeGuideNew(), async (context) => {
    const staff = context.get("staff");
    if (!may(staff, "guide.write", { unit: staff.unit })) throw forbidden("role");
    const usual = await services.guides.usualDeptName(staff);
    const deptName = usual ?? unitName(services.config, staff.unit, "zh");
    return beginning(services, context, { values: { deptName }, errors: [] });
  });
  app.post(paths.officeGuideNew(), (context) => begin(services, context));
  app.route("/", guideItemOffice(services));
  app.route("/", guideEditOffice(services));
  app.route("/", guideReportOffice(services));
  app.route("/", wordsOffice(services));
  app.route("/", guideImportOffice(services));
  return app;
}

async function list(services: GuideOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { config, guides, clock } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const wish = readWish(
    context.req.query(),
    config.units.map(({ code }) => code),
  );
  const unit = wish.unit ?? staff.unit;
  const found = wish.text === "" ? undefined : await services.findGuides(staff, { unit, text: wish.text });
  if (found !== undefined && "id" in found) return seeOther(context, paths.officeGuide(found.id));
  const wanted = { unit, list: wish.list, limit: PAGE_SIZE, cursor: wish.cursor };
  const page = found === undefined ? await guides.list(staff, wanted) : { ...found, next: undefined };
  const here = paths.officeGuides({ list: wish.list === "all" ? undefined : wish.list, unit: wish.unit });
  const today = dayOf(clock());
  return renderPage(
    context,
    <GuidesPage
      view={view}
      person={personOf(config, staff, view.lang)}
      unit={{ code: unit, name: unitName(config, unit, view.lang) }}
      units={unitsFor(services, staff, view.lang)}
      list={found === undefined ? wish.list : "found"}
      text={wish.text}
      rows={page.cards.map((card) => rowOf(card, today))}
      next={page.next === undefined ? undefined : withQuery(here, { cursor: page.next })}
      first={wish.cursor === undefined ? undefined : here}
      mayWrite={may(staff, "guide.write", { unit })}
      done={context.req.query("done")}
    />,
  );
}

/** The units that this person may look into, when there are more than the own one. */
function unitsFor({ config }: GuideOfficeServices, staff: Staff, lang: "zh" | "en") {
  const allowed = config.units.filter(({ code }) => may(staff, "guide.read_drafts", { unit: code }));
  return allowed.length > 1 ? allowed.map(({ code, name }) => ({ code, name: name[lang] })) : [];
}

const rowOf = (card: GuideCard, today: string) => ({
  ...card,
  stale: (card.state === "published" || card.state === "paused") && isStale(card, today),
});

interface Typed {
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

function beginning(services: GuideOfficeServices, context: Context<OfficeEnv>, { values, errors }: Typed) {
  const view = context.get("view");
  return renderPage(
    context,
    <GuideNewPage
      view={view}
      person={personOf(services.config, context.get("staff"), view.lang)}
      values={values}
      kinds={choicesOf("taskType")}
      errors={errors}
    />,
    errors.length > 0 ? 422 : 200,
  );
}

async function begin(services: GuideOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const form = await readForm(context);
  const names = ["codeScheme", "taskCode", "taskHandleItem", "taskName", "taskType", "deptName"];
  const values = Object.fromEntries(names.map((name) => [name, fieldOf(form, name).trim()]));
  const actor = context.get("staff");
  await services.guides.demandWrite(actor);
  const checked = readBeginning(values);
  if (!checked.ok) return beginning(services, context, { values, errors: checked.errors });
  try {
    const { id } = await services.guides.startDraft({ guide: checked.value, actor });
    return seeOther(context, withQuery(paths.officeGuideEdit(id, "basics"), { done: "start" }));
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 422 && error.status !== 409)) throw error;
    const errors = error.errors ?? [{ field: "taskCode", code: error.code }];
    return beginning(services, context, { values, errors });
  }
}
