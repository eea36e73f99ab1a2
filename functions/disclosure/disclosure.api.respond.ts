/** What an applicant answers to the unit through the API: a corrected request, files for it, the reasons of Art. 35. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import type { Attachments } from "../attachment/attachment.service.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import { commandKey, commandKeyParameter, provenCase, referenceParameter } from "./disclosure.api.headers.ts";
import { always, ofBody, ofProof, problems } from "./disclosure.api.problems.ts";
import { publicCase, upload } from "./disclosure.api.shapes.ts";
import { declaredFile, uploadView } from "./disclosure.api.submit.ts";
import { publicCaseView } from "./disclosure.api.view.ts";
import { LETTER_MAX_CHARACTERS } from "./disclosure.prose.ts";
import type { Disclosure } from "./disclosure.service.ts";
import { textLimits } from "./disclosure.text.ts";
import { openCaseUploads } from "./disclosure.upload.service.ts";

export interface RespondApiServices {
  readonly disclosure: Pick<Disclosure, "act" | "readForApplicant">;
  readonly progress: Pick<ProgressService, "prove" | "read" | "correct" | "giveReasons">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
}

const documented = openDescriber(problems);
const common = { tag: "Applicants", security: ["queryCode"] };
const ofAnswer = [
  ...always,
  ...ofProof,
  ...ofBody,
  "idempotency_key_invalid",
  "token_reused",
  "out_of_turn",
] as const;

/** A text is cleaned and measured by the service; this only keeps out what is far too long to be looked at. */
const text = (topic: string, most: number, description: string) =>
  v.pipe(
    v.string(`${topic}.required`),
    v.maxLength(most * 2, `${topic}.too_long`),
    v.description(`${description}; ${most} characters at most`),
  );

const correction = named(
  "Correction",
  v.object(
    {
      title: text("title", textLimits.title, "Name of the information, as corrected"),
      description: text("description", textLimits.description, "Description, as corrected"),
      note: v.optional(text("description", textLimits.description, "Anything else; kept encrypted"), ""),
    },
    "body.required",
  ),
);
const reasons = named(
  "Reasons",
  v.object({ reasons: text("reasons", LETTER_MAX_CHARACTERS, "The reasons") }, "body.required"),
);

/** Bound to the act, so that a key cannot stand for another. */
const commandIn = (context: Context, action: string): string | undefined => {
  const key = commandKey(context);
  return key === undefined ? undefined : JSON.stringify(["applicant", action, key]);
};

export function disclosureRespondApi(services: RespondApiServices): Hono {
  const { progress } = services;
  const app = new Hono();
  app.post(
    "/api/v1/cases/:reference/correction",
    documented({
      ...common,
      id: "correctRequest",
      summary: "Correct the request as the unit asks (Art. 30); the limit counts anew from today",
      parameters: [referenceParameter, commandKeyParameter],
      body: {
        schema: correction,
        examples: {
          usual: {
            summary: "A description that can be found",
            value: { title: "2025年度部门预算", description: "请提供县教育局 2025 年度部门预算公开表全文。" },
          },
        },
      },
      answers: { 200: { description: "The case after it", schema: publicCase } },
      problems: ofAnswer,
    }),
    async (context) => {
      const { reference } = await provenCase(context, progress, "code");
      const command = commandIn(context, "correct");
      await progress.correct(reference, await readJson(context, correction), command);
      return context.json(publicCaseView(await progress.read(reference)));
    },
  );
  app.post(
    "/api/v1/cases/:reference/reasons",
    documented({
      ...common,
      id: "giveOwnReasons",
      summary: "Give the reasons that the unit asks for (Art. 35), once",
      parameters: [referenceParameter, commandKeyParameter],
      body: {
        schema: reasons,
        examples: { usual: { summary: "Research", value: { reasons: "用于课题研究，需要逐月数据。" } } },
      },
      answers: { 200: { description: "The case after it", schema: publicCase } },
      problems: ofAnswer,
    }),
    async (context) => {
      const { reference } = await provenCase(context, progress, "code");
      const command = commandIn(context, "reasons");
      await progress.giveReasons(reference, (await readJson(context, reasons)).reasons, command);
      return context.json(publicCaseView(await progress.read(reference)));
    },
  );
  addUploads(app, services);
  return app;
}

function addUploads(app: Hono, services: RespondApiServices): void {
  const uploads = openCaseUploads(services);
  app.post(
    "/api/v1/cases/:reference/uploads",
    documented({
      ...common,
      id: "offerAttachment",
      summary: "A form to post one more file with, while files are taken; confirm it with PUT then",
      parameters: [referenceParameter],
      body: {
        schema: named("DeclaredAttachment", declaredFile),
        examples: { id: { summary: "A copy of an ID", value: { name: "身份证.jpg", sizeBytes: 204_800 } } },
      },
      answers: { 201: { description: "The form", schema: upload } },
      problems: [...always, ...ofProof, ...ofBody, "out_of_turn", "too_many_files"],
    }),
    async (context) => {
      const { reference } = await provenCase(context, services.progress, "code");
      const declared = await readJson(context, declaredFile);
      return context.json(uploadView(await uploads.offerMore(applicantOf(reference)), declared), 201);
    },
  );
}
