/** Corrections of records through the API (Art. 41): handing in, evidence, following, withdrawing. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import type { Attachments } from "../attachment/attachment.service.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { parseReference } from "../case/reference.ts";
import {
  provenReference,
  referenceParameter,
  submissionKey,
  submissionKeyParameter,
} from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofFile, ofProof, problems } from "../disclosure/disclosure.api.problems.ts";
import { file } from "../disclosure/disclosure.api.shapes.ts";
import { submissionBesides, uploadParameter, uploadView } from "../disclosure/disclosure.api.submit.ts";
import { fileView } from "../disclosure/disclosure.api.view.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { invalid, notFound } from "../kit/problem.ts";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import { rectificationExamples } from "./rectification.api.examples.ts";
import { rectificationReceipt, rectificationShape } from "./rectification.api.shapes.ts";
import { receiptView, rectificationView } from "./rectification.api.view.ts";
import { rectificationEntries, rectificationJson } from "./rectification.json.ts";
import { rectificationProgress } from "./rectification.progress.ts";
import type { Rectifications } from "./rectification.service.ts";
import { openRectificationUploads } from "./rectification.upload.service.ts";
import { withdrawRectification } from "./rectification.withdraw.service.ts";

export interface RectificationApiServices {
  readonly config: Pick<Config, "units">;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly rectifications: Pick<Rectifications, "submit" | "act" | "readForApplicant">;
  readonly progress: Pick<ProgressService, "open">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
}

const PATH = "/api/v1/rectifications";
const documented = openDescriber(problems);
const tag = "Applicants";
const body = named("RectificationRequest", v.object({ ...rectificationEntries, ...submissionBesides }));
const anyObject = v.record(v.string(), v.unknown(), "application.required");

export function rectificationApi(services: RectificationApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addSubmission(app, services);
  addEvidence(app, services);
  addFollowing(app, services);
  return app;
}

function addSubmission(app: Hono<ApiEnv>, services: RectificationApiServices): void {
  const { config, clock, rectifications } = services;
  const uploads = openRectificationUploads(services);
  app.post(
    PATH,
    documented({
      id: "submitRectification",
      tag,
      summary: "Ask a unit to correct records about yourself (更正本人信息, Art. 41)",
      description:
        "The same key with the same content gives the same case again; the forms of its uploads are signed anew. Declared evidence becomes part of the case once it was posted and then confirmed with PUT.",
      security: [],
      parameters: [submissionKeyParameter],
      body: { schema: body, examples: rectificationExamples },
      answers: { 201: { description: "Handed in", schema: rectificationReceipt } },
      problems: [...always, ...ofBody, "idempotency_key_required", "idempotency_key_invalid", "token_reused"],
    }),
    async (context) => {
      const token = `api:${submissionKey(context)}`;
      const sent = await readJson(context, anyObject);
      const rules = { today: dayOf(clock()), units: config.units.map(({ code }) => code) };
      const application = check(rectificationJson(rules), sent);
      const rest = check(v.object(submissionBesides), sent);
      if (!application.ok || !rest.ok)
        throw invalid([application, rest].flatMap((each) => (each.ok ? [] : each.errors)));
      const { lang, attachments } = rest.value;
      const made = await rectifications.submit({
        ...{ application: application.value, attachments: [], lang, token },
        alsoSent: { lang, attachments },
      });
      const offers = await uploads.offers(made.reference, attachments.length);
      const forms = offers.map((offer, place) => uploadView(offer, attachments[place]));
      return context.json(receiptView(made, forms), 201);
    },
  );
}

function addEvidence(app: Hono<ApiEnv>, services: RectificationApiServices): void {
  const uploads = openRectificationUploads(services);
  app.put(
    `${PATH}/:reference/attachments/:upload`,
    documented({
      id: "confirmEvidence",
      tag,
      summary: "Make a posted file a piece of evidence",
      description:
        "The file is verified by size, by type from its content, and by hash. Again gives the same answer.",
      security: ["queryCode"],
      parameters: [referenceParameter, uploadParameter],
      answers: { 200: { description: "The evidence", schema: file } },
      problems: [...always, ...ofProof, "too_large", "out_of_turn", "too_many_files", ...ofFile],
    }),
    async (context) => {
      const reference = await provenRectification(context, services, "code");
      const upload = context.req.param("upload") ?? "";
      return context.json(fileView(await uploads.attach(applicantOf(reference), upload)));
    },
  );
}

function addFollowing(app: Hono<ApiEnv>, services: RectificationApiServices): void {
  const { rectifications, calendar, clock } = services;
  const read = async (reference: string) => {
    const head = await rectifications.readForApplicant(reference, applicantOf(reference));
    return rectificationView(rectificationProgress(head, calendar, dayOf(clock())));
  };
  app.get(
    `${PATH}/:reference`,
    documented({
      id: "readRectification",
      tag,
      summary: "How a correction of records stands, by when it is answered, and the answer",
      description:
        "A missing number and a wrong code are the same answer. After five wrong tries on a number or thirty from an address within 15 minutes, wait.",
      security: ["queryCode", "phoneLast4"],
      parameters: [referenceParameter],
      answers: { 200: { description: "The case", schema: rectificationShape } },
      problems: [...always, ...ofProof],
    }),
    async (context) =>
      context.json(await read(await provenRectification(context, services, "code_or_phone"))),
  );
  app.post(
    `${PATH}/:reference/withdraw`,
    documented({
      id: "withdrawRectification",
      tag,
      summary: "Withdraw it; again changes nothing",
      security: ["queryCode"],
      parameters: [referenceParameter],
      answers: { 200: { description: "The withdrawn case", schema: rectificationShape } },
      problems: [...always, ...ofProof, "too_large", "out_of_turn"],
    }),
    async (context) => {
      const reference = await provenRectification(context, services, "code");
      await withdrawRectification(rectifications, reference, "api withdraw");
      return context.json(await read(reference));
    },
  );
}

/** The number of a case of this kind, whose applicant the caller shows to be; any other is none. */
async function provenRectification(
  context: Context<ApiEnv>,
  { progress }: Pick<RectificationApiServices, "progress">,
  proofs: "code" | "code_or_phone",
): Promise<string> {
  const reference = await provenReference(context, progress, proofs);
  if (parseReference(reference)?.kind !== "R") throw notFound("case_not_found");
  return reference;
}
