/** Questions and suggestions as JSON: handing in, following, rating, and what everybody may read. */
import { Hono } from "hono";
import * as v from "valibot";
import type { Limits } from "../booking/booking.limit.service.ts";
import {
  provenReference,
  referenceParameter,
  submissionKey,
  submissionKeyParameter,
} from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofProof, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { addressOf } from "../kit/address.ts";
import type { Config } from "../kit/config.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import { adviceAnswersApi } from "./advice.api.answers.ts";
import { adviceProblems } from "./advice.api.problems.ts";
import {
  adviceBody,
  adviceExamples,
  receiptShape,
  receiptView,
  threadShape,
  threadView,
} from "./advice.api.shapes.ts";
import type { AdviceFinding } from "./advice.find.service.ts";
import type { AdviceService } from "./advice.service.ts";
import { adviceSchema } from "./advice.ts";

export interface AdviceApiServices extends AdviceFinding {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly advice: AdviceService;
  readonly adviceLimits: Pick<Limits, "take">;
  readonly progress: Pick<ProgressService, "open">;
}

const documented = openDescriber({ ...problems, ...adviceProblems });
const tag = "Questions and suggestions";
const anyObject = v.record(v.string(), v.unknown(), "advice.required");
const ratingBody = v.object({ satisfied: v.boolean("satisfied.required") });

export function adviceApi(services: AdviceApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addSubmission(app, services);
  addThread(app, services);
  app.route("/", adviceAnswersApi(services));
  return app;
}

function addSubmission(app: Hono<ApiEnv>, { advice, adviceLimits, config }: AdviceApiServices): void {
  const schema = adviceSchema(config.units.map(({ code }) => code));
  const besides = v.object({ lang: adviceBody.entries.lang });
  app.post(
    "/api/v1/advice",
    documented({
      id: "submitAdvice",
      tag,
      summary: "Ask a question or make a suggestion (咨询建议)",
      description:
        "Needs no account. The same key with the same content gives the same number again, for a day. The number and the query code open the reply.",
      security: [],
      parameters: [submissionKeyParameter],
      body: { schema: adviceBody, examples: adviceExamples },
      answers: { 201: { description: "Handed in", schema: receiptShape } },
      problems: [
        ...always,
        ...ofBody,
        ...([
          "idempotency_key_required",
          "idempotency_key_invalid",
          "token_reused",
          "too_much_advice",
        ] as const),
      ],
    }),
    async (context) => {
      const token = `api:${submissionKey(context)}`;
      const sent = await readJson(context, anyObject);
      const words = check(schema, sent);
      const rest = check(besides, sent);
      if (!words.ok || !rest.ok) throw invalid([words, rest].flatMap((each) => (each.ok ? [] : each.errors)));
      await adviceLimits.take({ phone: words.value.phone, address: addressOf(context) });
      const made = await advice.submit({ advice: words.value, lang: rest.value.lang, token });
      return context.json(receiptView(made), 201);
    },
  );
}

function addThread(app: Hono<ApiEnv>, { advice, progress }: AdviceApiServices): void {
  app.get(
    "/api/v1/advice/threads/:reference",
    documented({
      id: "readAdvice",
      tag,
      summary: "How a question stands, and its replies",
      description:
        "A missing number and a wrong code are the same answer. After five wrong tries on a number or thirty from an address within 15 minutes, wait.",
      security: ["queryCode", "phoneLast4"],
      parameters: [referenceParameter],
      answers: { 200: { description: "The thread", schema: threadShape } },
      problems: [...always, ...ofProof],
    }),
    async (context) => {
      const reference = await provenReference(context, progress, "code_or_phone");
      return context.json(threadView(await advice.readForApplicant(reference, applicantOf(reference))));
    },
  );

  app.post(
    "/api/v1/advice/threads/:reference/rating",
    documented({
      id: "rateAdvice",
      tag,
      summary: "Say once whether the reply helped",
      description: "The same word again changes nothing; another one is refused.",
      security: ["queryCode"],
      parameters: [referenceParameter],
      body: {
        schema: ratingBody,
        examples: { satisfied: { summary: "It helped", value: { satisfied: true } } },
      },
      answers: { 200: { description: "The thread", schema: threadShape } },
      problems: [...always, ...ofProof, ...ofBody, "out_of_turn", "rated_before"],
    }),
    async (context) => {
      const reference = await provenReference(context, progress, "code");
      const actor = applicantOf(reference);
      // Whose number it is not, has nothing to rate.
      await advice.readForApplicant(reference, actor);
      const { satisfied } = await readJson(context, ratingBody);
      await advice.rate(actor, satisfied);
      return context.json(threadView(await advice.readForApplicant(reference, actor)));
    },
  );
}
