/** The questions, one a page, then check-your-answers and handing in. */
import type { Context } from "hono";
import { Hono } from "hono";
import { CheckPage } from "../../web/pages/disclosure/check.tsx";
import type { Options } from "../../web/pages/disclosure/fields.tsx";
import { QuestionPage } from "../../web/pages/disclosure/question.tsx";
import { paths } from "../../web/paths.ts";
import type { Language } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import type { Unit } from "../kit/config.ts";
import { readForm } from "../kit/form.ts";
import { errorAttributes } from "../kit/log.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { DisclosureCitizenServices } from "./disclosure.citizen.draft.tsx";
import { keepDraftId, withDraft } from "./disclosure.citizen.draft.tsx";
import { CHECK, openPage, reaches, stepAfter, stepBefore, stepsFor, valuesOf } from "./disclosure.draft.ts";
import type { ApplicationPage, ApplicationValues } from "./disclosure.ts";
import {
  answersOf,
  applicantKindIn,
  applicantKinds,
  identityKindsFor,
  informationForms,
  informationRoutes,
  isOrganisation,
  pageOf,
  requestIn,
} from "./disclosure.ts";

const ONE_QUESTION = "/disclosure/apply/:page";

export function applyRoutes(services: DisclosureCitizenServices): Hono<AppEnv> {
  const { drafts, disclosure, config } = services;
  const app = new Hono<AppEnv>();

  app.get(
    paths.disclosureApply(CHECK),
    withDraft(services, async (context, id) => {
      const draft = await drafts.demand(id);
      const values = valuesOf(draft);
      const open = openPage(values, drafts.context());
      if (open !== undefined) return seeOther(context, paths.disclosureChange(open));
      const view = context.get("view");
      const unit = config.units.find(({ code }) => code === values.unit);
      return renderPage(
        context,
        <CheckPage
          view={view}
          step={placeOf(values, CHECK)}
          answers={answersOf(values)}
          files={draft.files}
          unit={unit?.name[view.lang] ?? ""}
          organisation={byOrganisation(values)}
          back={paths.disclosureApply(stepBefore(values, CHECK) ?? CHECK)}
        />,
      );
    }),
  );

  /** The draft's id is the token: pressed twice, from two tabs, or after an answer was lost, it is one request. */
  app.post(
    paths.disclosureApply(CHECK),
    withDraft(services, async (context, id) => {
      const handed = await drafts.handIn(id);
      if (!handed.ok) return seeOther(context, paths.disclosureChange(handed.page));
      const { application, files } = handed;
      try {
        const { lang } = context.get("view");
        await disclosure.submit({ application, attachments: files, lang, token: id });
      } catch (error) {
        // It was handed in before and the draft was changed since: what counts is what was handed in.
        if (!(error instanceof Problem && error.code === "token_reused")) throw error;
      }
      await drafts.discard(id);
      keepDraftId(context, id);
      return seeOther(context, paths.disclosureReceipt());
    }),
  );

  app.get(
    ONE_QUESTION,
    withDraft(services, async (context, id) => {
      const page = demandPage(context.req.param("page"));
      const values = valuesOf(await drafts.demand(id));
      const rules = drafts.context();
      if (!reaches(values, page.id, rules)) {
        return seeOther(context, paths.disclosureApply(openPage(values, rules) ?? CHECK));
      }
      return question(context, { page, values, errors: [] });
    }),
  );

  app.post(
    ONE_QUESTION,
    withDraft(services, async (context, id) => {
      const page = demandPage(context.req.param("page"));
      const sent = await readForm(context);
      const errors = await drafts.save(id, page, sent);
      const values = valuesOf(await drafts.demand(id));
      if (errors.length > 0) {
        const own = Object.fromEntries(page.fields.map((field) => [field, sent[field] ?? ""]));
        return question(context, { page, values: { ...values, ...own }, errors });
      }
      keepDraftId(context, id);
      if (!changing(context)) {
        const before = page.id === "information" && (await isShownBefore(id, values));
        return seeOther(
          context,
          before ? paths.disclosureBefore() : paths.disclosureApply(stepAfter(values, page.id)),
        );
      }
      // Somebody else applies now, and the name that was given is the other one's.
      const next = page.id === "applicant" ? paths.disclosureChange("name") : paths.disclosureApply(CHECK);
      return seeOther(context, next);
    }),
  );

  /** A hint that cannot be made is no reason to keep anybody from going on. */
  async function isShownBefore(id: string, values: ApplicationValues): Promise<boolean> {
    try {
      return await (await services.before()).isToBeShown(id, requestIn(values));
    } catch (error) {
      services.log.error("no hints before handing in", errorAttributes(error));
      return false;
    }
  }

  interface Asked {
    readonly page: ApplicationPage;
    readonly values: ApplicationValues;
    readonly errors: FieldErrors;
  }

  function question(context: Context<AppEnv>, { page, values, errors }: Asked): Promise<Response> {
    const view = context.get("view");
    const before = stepBefore(values, page.id);
    const back = before === undefined ? paths.disclosure() : paths.disclosureApply(before);
    const element = (
      <QuestionPage
        view={view}
        page={page}
        step={placeOf(values, page.id)}
        values={values}
        errors={errors}
        options={optionsFor(values, config.units, view.lang)}
        organisation={byOrganisation(values)}
        back={changing(context) ? paths.disclosureApply(CHECK) : back}
        changing={changing(context)}
      />
    );
    return renderPage(context, element, errors.length > 0 ? 422 : 200);
  }

  return app;
}

function demandPage(id: string | undefined): ApplicationPage {
  const page = pageOf(id ?? "");
  if (page === undefined) throw notFound();
  return page;
}

const changing = (context: Context): boolean => context.req.query("from") === CHECK;

const byOrganisation = (values: ApplicationValues): boolean =>
  isOrganisation(applicantKindIn(values) ?? "person");

function placeOf(values: ApplicationValues, step: ReturnType<typeof stepsFor>[number]) {
  const steps = stepsFor(values);
  return { at: steps.indexOf(step) + 1, of: steps.length };
}

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
