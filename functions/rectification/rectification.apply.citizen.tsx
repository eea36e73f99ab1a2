/** The questions of a correction of records, one a page, then check-your-answers and handing in. */
import type { Context } from "hono";
import { Hono } from "hono";
import { RectificationCheckPage } from "../../web/pages/rectification/check.tsx";
import { RectificationQuestionPage } from "../../web/pages/rectification/question.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { valuesOf } from "../disclosure/disclosure.draft.ts";
import type { ApplicationValues } from "../disclosure/disclosure.ts";
import { applicantKinds, identityKindsFor } from "../disclosure/disclosure.ts";
import { readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { RectificationDraftServices } from "./rectification.draft.citizen.tsx";
import { keepRectificationDraft, withRectification } from "./rectification.draft.citizen.tsx";
import type { RectificationPage, RectificationStep } from "./rectification.form.ts";
import {
  CHECK,
  EVIDENCE,
  isByOrganisation,
  openRectificationPage,
  rectificationAnswersOf,
  rectificationPageOf,
  rectificationSteps,
  stepBeside,
} from "./rectification.form.ts";

const ONE_QUESTION = "/rectification/apply/:page";

export function rectificationApply(services: RectificationDraftServices): Hono<AppEnv> {
  const { rectificationDrafts: drafts, rectifications, config } = services;
  const app = new Hono<AppEnv>();

  app.get(
    paths.rectificationApply(CHECK),
    withRectification(services, async (context, id) => {
      const draft = await drafts.demand(id);
      const values = valuesOf(draft);
      const open = openRectificationPage(values, drafts.context());
      if (open !== undefined) return seeOther(context, paths.rectificationChange(open));
      const view = context.get("view");
      const unit = config.units.find(({ code }) => code === values.unit);
      return renderPage(
        context,
        <RectificationCheckPage
          view={view}
          step={placeOf(values, CHECK)}
          answers={rectificationAnswersOf(values)}
          files={draft.files}
          unit={unit?.name[view.lang] ?? ""}
          organisation={isByOrganisation(values)}
          back={paths.rectificationApply(EVIDENCE)}
        />,
      );
    }),
  );

  /** The draft's id is the token: pressed twice, from two tabs, or after an answer was lost, it is one request. */
  app.post(
    paths.rectificationApply(CHECK),
    withRectification(services, async (context, id) => {
      const handed = await drafts.handIn(id);
      if (!handed.ok) return seeOther(context, paths.rectificationChange(handed.page));
      const { application, files } = handed;
      try {
        const { lang } = context.get("view");
        await rectifications.submit({ application, attachments: files, lang, token: id });
      } catch (error) {
        // It was handed in before and the draft was changed since: what counts is what was handed in.
        if (!(error instanceof Problem && error.code === "token_reused")) throw error;
      }
      await drafts.discard(id);
      keepRectificationDraft(context, id);
      return seeOther(context, paths.rectificationReceipt());
    }),
  );

  app.get(
    ONE_QUESTION,
    withRectification(services, async (context, id) => {
      const page = demandPage(context.req.param("page"));
      const values = valuesOf(await drafts.demand(id));
      const open = openRectificationPage(values, drafts.context());
      const steps: readonly RectificationStep[] = rectificationSteps(values);
      const reached =
        steps.includes(page.id) && (open === undefined || steps.indexOf(page.id) <= steps.indexOf(open));
      if (!reached) return seeOther(context, paths.rectificationApply(open ?? CHECK));
      return question(context, { page, values, errors: [] });
    }),
  );

  app.post(
    ONE_QUESTION,
    withRectification(services, async (context, id) => {
      const page = demandPage(context.req.param("page"));
      const sent = await readForm(context);
      const errors = await drafts.save(id, page, sent);
      const values = valuesOf(await drafts.demand(id));
      if (errors.length > 0) {
        const own = Object.fromEntries(page.fields.map((field) => [field, sent[field] ?? ""]));
        return question(context, { page, values: { ...values, ...own }, errors });
      }
      keepRectificationDraft(context, id);
      if (!changing(context))
        return seeOther(context, paths.rectificationApply(stepBeside(values, page.id, 1) ?? EVIDENCE));
      // Somebody else applies now, and the name that was given is the other one's.
      const next =
        page.id === "applicant" ? paths.rectificationChange("name") : paths.rectificationApply(CHECK);
      return seeOther(context, next);
    }),
  );

  interface Asked {
    readonly page: RectificationPage;
    readonly values: ApplicationValues;
    readonly errors: FieldErrors;
  }

  function question(context: Context<AppEnv>, { page, values, errors }: Asked): Promise<Response> {
    const view = context.get("view");
    const before = stepBeside(values, page.id, -1);
    const back = before === undefined ? paths.rectification() : paths.rectificationApply(before);
    const element = (
      <RectificationQuestionPage
        view={view}
        page={page}
        step={placeOf(values, page.id)}
        values={values}
        errors={errors}
        options={{
          applicantKind: applicantKinds,
          identityKind: identityKindsFor(values),
          form: [],
          route: [],
          unit: config.units.map(({ code, name, phone, address }) => ({
            code,
            name: name[view.lang],
            hint: [phone, address[view.lang]].filter(Boolean).join(" · "),
          })),
        }}
        organisation={isByOrganisation(values)}
        back={changing(context) ? paths.rectificationApply(CHECK) : back}
        changing={changing(context)}
      />
    );
    return renderPage(context, element, errors.length > 0 ? 422 : 200);
  }

  return app;
}

function demandPage(id: string | undefined): RectificationPage {
  const page = rectificationPageOf(id ?? "");
  if (page === undefined) throw notFound();
  return page;
}

const changing = (context: Context): boolean => context.req.query("from") === CHECK;

export function placeOf(values: ApplicationValues, step: RectificationStep) {
  const steps = rectificationSteps(values);
  return { at: steps.indexOf(step) + 1, of: steps.length };
}
