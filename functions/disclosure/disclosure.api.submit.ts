/** Handing in a request through the API, and the files that come with it. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import type { Attachments } from "../attachment/attachment.service.ts";
import { MAX_SIZE_BYTES, MOST_FILES } from "../attachment/attachment.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import type { Parameter } from "../kit/openapi.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import { applicationExamples } from "./disclosure.api.examples.ts";
import {
  provenCase,
  referenceParameter,
  submissionKey,
  submissionKeyParameter,
} from "./disclosure.api.headers.ts";
import { always, ofBody, ofFile, ofProof, problems } from "./disclosure.api.problems.ts";
import { file, receipt } from "./disclosure.api.shapes.ts";
import { fileView } from "./disclosure.api.view.ts";
import { applicationJson, applicationShape } from "./disclosure.json.ts";
import type { Disclosure, Receipt } from "./disclosure.service.ts";
import type { CaseUploads } from "./disclosure.upload.service.ts";
import { openCaseUploads } from "./disclosure.upload.service.ts";

export interface DisclosureSubmitServices {
  readonly config: Pick<Config, "units">;
  readonly clock: Clock;
  readonly disclosure: Pick<Disclosure, "submit" | "act" | "readForApplicant">;
  readonly progress: Pick<ProgressService, "prove">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
}

const MOST_NAME_CHARACTERS = 200;

export const declaredFile = v.object(
  {
    name: v.pipe(
      v.string("file_name.required"),
      v.nonEmpty("file_name.required"),
      v.maxLength(MOST_NAME_CHARACTERS, "file_name.too_long"),
      // Half a character cannot be written into the form.
      v.check((name) => name.isWellFormed(), "file_name.characters"),
    ),
    sizeBytes: v.pipe(
      v.number("file_size.required"),
      v.integer("file_size.required"),
      v.minValue(1, "file_empty"),
      v.maxValue(MAX_SIZE_BYTES, "file_too_large"),
    ),
  },
  "file.required",
);
type DeclaredFile = v.InferOutput<typeof declaredFile>;

/** What every application is handed in with. */
export const submissionBesides = {
  lang: v.optional(
    v.pipe(v.picklist(["zh", "en"], "lang.choose"), v.description("Language of the notices")),
    "zh",
  ),
  attachments: v.optional(
    v.pipe(
      v.array(declaredFile, "attachments.list"),
      v.maxLength(MOST_FILES, "attachments.too_many"),
      v.description("Files that you will upload: PDF, JPEG, PNG, DOCX or OFD"),
    ),
    [],
  ),
};
const body = named("DisclosureRequest", v.object({ ...applicationShape.entries, ...submissionBesides }));
const anyObject = v.record(v.string(), v.unknown(), "application.required");

export const uploadParameter: Parameter = {
  in: "path",
  name: "upload",
  description: "Id of the upload",
  schema: { type: "string" },
};

const documented = openDescriber(problems);

export function disclosureSubmitApi(services: DisclosureSubmitServices): Hono {
  const uploads = openCaseUploads(services);
  const app = new Hono();
  addSubmission(app, services, uploads);
  addConfirmation(app, services, uploads);
  return app;
}

function addSubmission(app: Hono, services: DisclosureSubmitServices, uploads: CaseUploads): void {
  app.post(
    "/api/v1/disclosure-requests",
    documented({
      id: "submitDisclosureRequest",
      tag: "Applicants",
      summary: "Hand in a request for disclosure of government information (依申请公开)",
      description:
        "The same key with the same content gives the same request again: reference, query code and ids of the uploads stay, their forms are signed anew. Declared attachments become part of the request once they were posted and then confirmed with PUT.",
      security: [],
      parameters: [submissionKeyParameter],
      body: { schema: body, examples: applicationExamples },
      answers: { 201: { description: "Handed in", schema: receipt } },
      problems: [...always, ...ofBody, "idempotency_key_required", "idempotency_key_invalid", "token_reused"],
    }),
    async (context) => {
      const key = submissionKey(context);
      const { application, lang, attachments } = await readRequest(context, services);
      const alsoSent = { lang, attachments };
      const token = `api:${key}`;
      const made = await services.disclosure.submit({ application, attachments: [], lang, token, alsoSent });
      const offers = await uploads.offers(made.reference, attachments.length);
      const forms = offers.map((offer, place) => uploadView(offer, attachments[place]));
      return context.json(receiptView(made, forms), 201);
    },
  );
}

function addConfirmation(app: Hono, { progress }: DisclosureSubmitServices, uploads: CaseUploads): void {
  app.put(
    "/api/v1/cases/:reference/attachments/:upload",
    documented({
      id: "confirmAttachment",
      tag: "Applicants",
      summary: "Make a posted file an attachment",
      description:
        "The file is verified by size, by type from its content, and by hash. Again gives the same answer. A refused file can be posted again with the same form.",
      security: ["queryCode"],
      parameters: [referenceParameter, uploadParameter],
      answers: { 200: { description: "The attachment", schema: file } },
      problems: [...always, ...ofProof, "too_large", "out_of_turn", "too_many_files", ...ofFile],
    }),
    async (context) => {
      const { reference } = await provenCase(context, progress, "code");
      return context.json(
        fileView(await uploads.attach(applicantOf(reference), context.req.param("upload"))),
      );
    },
  );
}

/** Both halves are checked before either is refused, so that one answer names every field. */
async function readRequest(context: Context, { config, clock }: DisclosureSubmitServices) {
  const sent = await readJson(context, anyObject);
  const rules = { today: dayOf(clock()), units: config.units.map((unit) => unit.code) };
  const application = check(applicationJson(rules), sent);
  const rest = check(v.object(submissionBesides), sent);
  if (application.ok && rest.ok) return { application: application.value, ...rest.value };
  throw invalid([application, rest].flatMap((each) => (each.ok ? [] : each.errors)));
}

/** The declared name goes into the form percent-encoded, because a header carries nothing else unharmed. */
export const uploadView = (
  { uploadId, form }: Awaited<ReturnType<Attachments["offer"]>>,
  declared: DeclaredFile | undefined,
) => ({
  id: uploadId,
  url: form.url,
  fields: { ...form.fields, "x-amz-meta-name": encodeURIComponent(declared?.name ?? "") },
});

export const receiptView = (made: Receipt, uploads: readonly ReturnType<typeof uploadView>[]) => ({
  reference: made.reference,
  queryCode: made.queryCode,
  submittedAt: made.submittedAt,
  dueOn: made.due.on,
  dueFrom: made.due.from,
  uploads,
});
