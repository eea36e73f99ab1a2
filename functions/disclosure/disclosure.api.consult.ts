/** What somebody consulted reads and answers through the API, with the token of the link. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { parseReference } from "../case/reference.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import type { Parameter } from "../kit/openapi.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { commandKey, commandKeyParameter, referenceParameter } from "./disclosure.api.headers.ts";
import { always, ofBody, problems } from "./disclosure.api.problems.ts";
import { day } from "./disclosure.api.shapes.ts";
import { consultedParties, opinions, silenceMeans } from "./disclosure.consult.ts";
import type { ConsultationView, Shown } from "./disclosure.consultation.ts";
import { LETTER_MAX_CHARACTERS, LINE_MAX_CHARACTERS } from "./disclosure.prose.ts";
import type { Disclosure } from "./disclosure.service.ts";

export interface ConsultApiServices {
  readonly disclosure: Pick<Disclosure, "readConsultation" | "answerConsultation">;
}

const documented = openDescriber(problems);
const common = { tag: "Consulted", security: ["consultationToken"] };
const ONE = "/api/v1/consultations/:reference/:consultation";
const consultationParameter: Parameter = {
  in: "path",
  name: "consultation",
  description: "Id of the consultation, from the link: /consultations/{reference}/{consultation}/{token}",
  schema: { type: "string" },
};

const consultation = named(
  "ConsultationAsked",
  v.strictObject({
    reference: v.string(),
    id: v.string(),
    unit: v.pipe(v.string(), v.description("Code of the unit that asks")),
    party: v.picklist(consultedParties),
    about: v.string(),
    sentOn: day,
    until: day,
    silence: v.pipe(
      v.picklist(Object.values(silenceMeans)),
      v.description("What it means when nothing is said in time (Art. 32 and 34)"),
    ),
    state: v.picklist(["open", "answered", "over"]),
    answeredOn: v.nullable(day),
    decision: v.pipe(
      v.nullable(v.strictObject({ on: day, text: v.string() })),
      v.description("The information is disclosed over this side's objection: what and why (Art. 32)"),
    ),
  }),
);
const opinion = named(
  "OpinionGiven",
  v.object(
    {
      opinion: v.picklist(opinions, "opinion.choose"),
      reason: v.optional(
        v.pipe(
          v.string("reason.required"),
          v.maxLength(LETTER_MAX_CHARACTERS * 2, "reason.too_long"),
          v.description("Needed unless it agrees to all"),
        ),
        "",
      ),
      respondent: v.optional(
        v.pipe(
          v.string("respondent.characters"),
          v.maxLength(LINE_MAX_CHARACTERS * 2, "respondent.too_long"),
          v.description("Who answers; kept encrypted"),
        ),
        "",
      ),
    },
    "body.required",
  ),
);

const shownIn = (context: Context): Shown => ({
  reference: parseReference(context.req.param("reference") ?? "")?.reference ?? "",
  id: context.req.param("consultation") ?? "",
  token: context.req.header("consultation-token") ?? "",
});

export function disclosureConsultApi({ disclosure }: ConsultApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get(
    ONE,
    documented({
      ...common,
      id: "readConsultation",
      summary: "What is asked, by when, and what silence means",
      parameters: [referenceParameter, consultationParameter],
      answers: { 200: { description: "The consultation", schema: consultation } },
      problems: [...always, "consultation_not_found"],
    }),
    async (context) => context.json(viewOf(await disclosure.readConsultation(shownIn(context)))),
  );
  app.post(
    `${ONE}/opinion`,
    documented({
      ...common,
      id: "giveOpinion",
      summary: "Answer, once and in time",
      parameters: [referenceParameter, consultationParameter, commandKeyParameter],
      body: {
        schema: opinion,
        examples: {
          agree: { summary: "Agrees", value: { opinion: "agree" } },
          object: { summary: "Objects", value: { opinion: "object", reason: "涉及商业秘密。" } },
        },
      },
      answers: { 200: { description: "The consultation after it", schema: consultation } },
      problems: [
        ...always,
        ...ofBody,
        "consultation_not_found",
        "idempotency_key_invalid",
        "token_reused",
        "out_of_turn",
      ],
    }),
    async (context) => {
      const shown = shownIn(context);
      await disclosure.readConsultation(shown);
      const key = commandKey(context);
      const command = key === undefined ? undefined : JSON.stringify(["consulted", shown.id, key]);
      await disclosure.answerConsultation(shown, await readJson(context, opinion), command);
      return context.json(viewOf(await disclosure.readConsultation(shown)));
    },
  );
  return app;
}

const viewOf = ({ answeredOn, decision, ...view }: ConsultationView) => ({
  ...view,
  silence: silenceMeans[view.party],
  answeredOn: answeredOn ?? null,
  decision: decision ?? null,
});
