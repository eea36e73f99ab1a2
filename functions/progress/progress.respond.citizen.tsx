/** `/respond/<number>/...`: where an applicant answers what the unit has asked for. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { CorrectionPage } from "../../web/pages/progress/correction.tsx";
import { ReasonsPage } from "../../web/pages/progress/reasons.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Attachments } from "../attachment/attachment.service.ts";
import { uploadErrors } from "../attachment/attachment.service.ts";
import { acceptedTypes, MAX_SIZE_BYTES, MOST_FILES } from "../attachment/attachment.ts";
import { parseReference } from "../case/reference.ts";
import type { Disclosure } from "../disclosure/disclosure.service.ts";
import { openCaseUploads } from "../disclosure/disclosure.upload.service.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { PROGRESS_COOKIE } from "./progress.citizen.tsx";
import type { CorrectedWords, ProgressService } from "./progress.service.ts";
import type { Progress } from "./progress.ts";
import { applicantOf } from "./progress.ts";

export interface RespondCitizenServices {
  readonly progress: Pick<ProgressService, "read" | "correct" | "giveReasons" | "isGranted">;
  readonly disclosure: Pick<Disclosure, "act" | "readForApplicant" | "readRequest">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly random: Random;
}

const CORRECTION = "/respond/:reference/correction";
const REASONS = "/respond/:reference/reasons";
const fileCodes: readonly string[] = [...uploadErrors, "too_many_files", "received"];

export function respondCitizen(services: RespondCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(CORRECTION, async (context) => {
    const reference = provenIn(services, context);
    if (reference === undefined) return seeOther(context, paths.progress(numberOf(context)));
    const found = await services.progress.read(reference);
    if (!found.correction?.open) return seeOther(context, paths.progressCase(reference));
    const { title, description } = await services.disclosure.readRequest(reference, applicantOf(reference));
    const file = fileCodes.find((code) => code === context.req.query("file"));
    return show(services, context, { found, words: { title, description, note: "" }, errors: [], file });
  });
  app.post(CORRECTION, (context) => correct(services, context));
  app.get(`${CORRECTION}/received`, (context) => receive(services, context));
  app.get(REASONS, async (context) => {
    const reference = provenIn(services, context);
    if (reference === undefined) return seeOther(context, paths.progress(numberOf(context)));
    const found = await services.progress.read(reference);
    if (!found.reasons?.open) return seeOther(context, paths.progressCase(reference));
    return showReasons(services, context, { found, typed: "", errors: [] });
  });
  app.post(REASONS, (context) => giveReasons(services, context));
  return app;
}

const numberOf = (context: Context): string => {
  const parsed = parseReference(context.req.param("reference") ?? "");
  if (parsed === undefined) throw notFound("case_not_found");
  return parsed.reference;
};

/** The number, when this browser has shown to be the applicant's. */
function provenIn({ progress }: RespondCitizenServices, context: Context): string | undefined {
  const reference = numberOf(context);
  return progress.isGranted(getCookie(context, PROGRESS_COOKIE), reference) ? reference : undefined;
}

async function correct(services: RespondCitizenServices, context: Context<AppEnv>): Promise<Response> {
  const { progress } = services;
  const reference = provenIn(services, context);
  if (reference === undefined) return seeOther(context, paths.progress(numberOf(context)));
  const form = await readForm(context);
  const words = {
    title: fieldOf(form, "title"),
    description: fieldOf(form, "description"),
    note: fieldOf(form, "note"),
  };
  const token = fieldOf(form, "token").slice(0, 40);
  try {
    await progress.correct(reference, words, `correct ${token}`);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const found = await progress.read(reference);
    const { errors = [] } = error;
    // The time has passed, or it has been done already: the case says so.
    if (!found.correction?.open) return seeOther(context, paths.progressCase(reference));
    return show(services, context, { found, words, errors, file: undefined });
  }
  return seeOther(context, paths.progressCase(reference));
}

/**
 * Where the browser arrives after its post to the bucket. It is a GET, because the bucket redirects; it needs the
 * applicant's cookie and an id that was made for this case, and following it twice adds nothing.
 */
async function receive(services: RespondCitizenServices, context: Context<AppEnv>): Promise<Response> {
  const reference = provenIn(services, context);
  if (reference === undefined) return seeOther(context, paths.progress(numberOf(context)));
  let code = "received";
  try {
    await openCaseUploads(services).attach(applicantOf(reference), context.req.query("upload") ?? "");
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    code = error.code;
  }
  return seeOther(context, withQuery(paths.progressCorrection(reference), { file: code }));
}

async function giveReasons(services: RespondCitizenServices, context: Context<AppEnv>): Promise<Response> {
  const reference = provenIn(services, context);
  if (reference === undefined) return seeOther(context, paths.progress(numberOf(context)));
  const form = await readForm(context);
  const typed = fieldOf(form, "reasons");
  try {
    await services.progress.giveReasons(reference, typed, `reasons ${fieldOf(form, "token").slice(0, 40)}`);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const found = await services.progress.read(reference);
    if (!found.reasons?.open) return seeOther(context, paths.progressCase(reference));
    return showReasons(services, context, { found, typed, errors: error.errors ?? [] });
  }
  return seeOther(context, paths.progressCase(reference));
}

interface ReasonsShown {
  readonly found: Progress;
  readonly typed: string;
  readonly errors: FieldErrors;
}

function showReasons(
  { random }: RespondCitizenServices,
  context: Context<AppEnv>,
  { found, typed, errors }: ReasonsShown,
) {
  const page = (
    <ReasonsPage
      view={{ ...context.get("view"), path: paths.progressReasons(found.reference) }}
      progress={found}
      typed={typed}
      errors={errors}
      token={randomId(random)}
    />
  );
  return renderPage(context, page, errors.length > 0 ? 422 : 200);
}

interface Shown {
  readonly found: Progress;
  readonly words: CorrectedWords;
  readonly errors: FieldErrors;
  /** What came of the last file. */
  readonly file: string | undefined;
}

async function show(
  services: RespondCitizenServices,
  context: Context<AppEnv>,
  { found, words, errors, file }: Shown,
): Promise<Response> {
  const { config, random } = services;
  const { reference, attachments } = found;
  const room = attachments.length < 2 * MOST_FILES;
  const next = (upload: string) => paths.progressCorrectionFile(reference, upload);
  const offer = room
    ? await openCaseUploads(services).offer(reference, (upload) => config.publicOrigin + next(upload))
    : undefined;
  const wrongFile = file !== undefined && file !== "received";
  return renderPage(
    context,
    <CorrectionPage
      view={{ ...context.get("view"), path: paths.progressCorrection(reference) }}
      progress={found}
      words={words}
      errors={wrongFile ? [{ field: "file", code: file }] : errors}
      received={file === "received"}
      token={randomId(random)}
      offer={
        offer && {
          form: offer.form,
          next: next(offer.uploadId),
          accept: acceptedTypes.join(","),
          maxBytes: MAX_SIZE_BYTES,
        }
      }
    />,
    wrongFile || errors.length > 0 ? 422 : 200,
  );
}
