/** `/consultations/<number>/<id>/<token>`: where somebody who was consulted answers, once, without an account. */
import type { Context } from "hono";
import { Hono } from "hono";
import { ConsultationPage } from "../../web/pages/consultation.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Config } from "../kit/config.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import type { Shown } from "./disclosure.consultation.ts";
import type { Disclosure } from "./disclosure.service.ts";

export interface ConsultCitizenServices {
  readonly disclosure: Pick<Disclosure, "readConsultation" | "answerConsultation">;
  readonly config: Pick<Config, "units">;
  readonly random: Random;
}

const ONE = "/consultations/:reference/:consultation/:token";

export function consultCitizen(services: ConsultCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(ONE, (context) => show(services, context, { words: NOTHING, errors: [] }));
  app.post(ONE, (context) => answer(services, context));
  return app;
}

const shownIn = (context: Context): Shown => ({
  reference: context.req.param("reference") ?? "",
  id: context.req.param("consultation") ?? "",
  token: context.req.param("token") ?? "",
});

const NOTHING = { opinion: "", reason: "", respondent: "" };
const wordsIn = (form: FormValues) => ({
  opinion: fieldOf(form, "opinion"),
  reason: fieldOf(form, "reason"),
  respondent: fieldOf(form, "respondent"),
});

async function answer(services: ConsultCitizenServices, context: Context<AppEnv>): Promise<Response> {
  const shown = shownIn(context);
  const form = await readForm(context);
  const words = wordsIn(form);
  const sending = fieldOf(form, "sending").slice(0, 40);
  try {
    await services.disclosure.answerConsultation(shown, words, `opine ${sending}`);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    return show(services, context, { words, errors: error.errors ?? [] });
  }
  return seeOther(context, paths.consultation(shown.reference, shown.id, shown.token));
}

interface Typed {
  readonly words: typeof NOTHING;
  readonly errors: FieldErrors;
}

async function show(
  { disclosure, config, random }: ConsultCitizenServices,
  context: Context<AppEnv>,
  { words, errors }: Typed,
): Promise<Response> {
  const shown = shownIn(context);
  const consultation = await disclosure.readConsultation(shown);
  const unit = config.units.find(({ code }) => code === consultation.unit);
  // What is over is said by the page itself; the form and its errors are gone then.
  const wrong = consultation.state === "open" && errors.length > 0;
  return renderPage(
    context,
    <ConsultationPage
      view={{
        ...context.get("view"),
        path: paths.consultation(shown.reference, shown.id, shown.token),
      }}
      consultation={consultation}
      unit={unit}
      action={paths.consultation(shown.reference, shown.id, shown.token)}
      words={words}
      errors={wrong ? errors : []}
      sending={randomId(random)}
    />,
    wrong ? 422 : 200,
  );
}
