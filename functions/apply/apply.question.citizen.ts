/** The questions of a form, one a page, then check-your-answers and handing in. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { Options } from "../../web/pages/disclosure/fields.tsx";
import type { Language } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import { applicantKinds, isOrganisation } from "../disclosure/disclosure.applicant.ts";
import type { DraftPage } from "../disclosure/disclosure.draft.service.ts";
import { valuesOf } from "../disclosure/disclosure.draft.ts";
import {
  type ApplicationValues,
  applicantKindIn,
  identityKindsFor,
  informationForms,
  informationRoutes,
} from "../disclosure/disclosure.pages.ts";
import type { Unit } from "../kit/config.ts";
import { readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Form } from "./apply.citizen.ts";
import { keepDraftId, withDraft } from "./apply.draft.citizen.ts";
import { CHECK } from "./apply.way.ts";

export function questionRoutes<
  Filled,
  Page extends DraftPage,
  Receipt extends { reference: string; unit: string },
>(form: Form<Filled, Page, Receipt>): Hono<AppEnv> {
  const { at, config, drafts, way, pages } = form;
  const app = new Hono<AppEnv>();
  const oneQuestion = `${at.start()}/apply/:page`;

  app.get(
    at.apply(CHECK),
    withDraft(form, async (context, id) => {
      const draft = await drafts.demand(id);
      const values = valuesOf(draft);
      const open = way.open(values, drafts.context());
      if (open !== undefined) return seeOther(context, at.change(open));
      const view = context.get("view");
      const unit = config.units.find(({ code }) => code === values.unit);
      const page = pages.check({
        view,
        values,
        step: way.placeOf(values, CHECK),
        files: draft.files,
        unit: unit?.name[view.lang] ?? "",
        organisation: isByOrganisation(values),
        back: at.apply(way.files),
      });
      return renderPage(context, page);
    }),
  );

  /** The draft's id is the token: pressed twice, from two tabs, or after an answer was lost, it is one request. */
  app.post(
    at.apply(CHECK),
    withDraft(form, async (context, id) => {
      const handed = await drafts.handIn(id);
      if (!handed.ok) return seeOther(context, at.change(handed.page));
      const { application, files } = handed;
      try {
        const { lang } = context.get("view");
        await form.submit({ application, attachments: files, lang, token: id });
      } catch (error) {
        // It was handed in before and the draft was changed since: what counts is what was handed in.
        if (!(error instanceof Problem && error.code === "token_reused")) throw error;
      }
      await drafts.discard(id);
      keepDraftId(context, form, id);
      return seeOther(context, at.receipt());
    }),
  );

  const demandPage = (context: Context): Page => {
    const page = form.pageOf(context.req.param("page") ?? "");
    if (page === undefined) throw notFound();
    return page;
  };

  app.get(
    oneQuestion,
    withDraft(form, async (context, id) => {
      const page = demandPage(context);
      const values = valuesOf(await drafts.demand(id));
      const rules = drafts.context();
      if (!way.reaches(values, page.id, rules))
        return seeOther(context, at.apply(way.open(values, rules) ?? CHECK));
      return question(context, { page, values, errors: [] });
    }),
  );

  app.post(
    oneQuestion,
    withDraft(form, async (context, id) => {
      const page = demandPage(context);
      const sent = await readForm(context);
      const errors = await drafts.save(id, page, sent);
      const values = valuesOf(await drafts.demand(id));
      if (errors.length > 0) {
        const own = Object.fromEntries(page.fields.map((field) => [field, sent[field] ?? ""]));
        return question(context, { page, values: { ...values, ...own }, errors });
      }
      keepDraftId(context, form, id);
      if (!isChanging(context)) {
        const detour = await form.detour?.(id, page.id, values);
        return seeOther(context, detour ?? at.apply(way.after(values, page.id)));
      }
      // Somebody else applies now, and the name that was given is the other one's.
      return seeOther(context, page.id === "applicant" ? at.change("name") : at.apply(CHECK));
    }),
  );

  interface Asked {
    readonly page: Page;
    readonly values: ApplicationValues;
    readonly errors: FieldErrors;
  }

  function question(context: Context<AppEnv>, { page, values, errors }: Asked): Promise<Response> {
    const view = context.get("view");
    const changing = isChanging(context);
    const before = changing ? CHECK : way.before(values, page.id);
    const element = pages.question({
      ...{ view, page, values, errors, changing },
      step: way.placeOf(values, page.id),
      options: optionsFor(values, config.units, view.lang),
      organisation: isByOrganisation(values),
      back: before === undefined ? at.start() : at.apply(before),
    });
    return renderPage(context, element, errors.length > 0 ? 422 : 200);
  }

  return app;
}

const isChanging = (context: Context): boolean => context.req.query("from") === CHECK;

const isByOrganisation = (values: ApplicationValues): boolean =>
  isOrganisation(applicantKindIn(values) ?? "person");

const optionsFor = (values: ApplicationValues, units: readonly Unit[], lang: Language): Options => ({
  applicantKind: applicantKinds,
  identityKind: identityKindsFor(values),
  form: informationForms,
  route: informationRoutes,
  unit: units.map(({ code, name, phone, address }) => ({
    code,
    name: name[lang],
    hint: [phone, address[lang]].filter(Boolean).join(" · "),
  })),
});
