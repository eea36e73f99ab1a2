/** Following a case on the web: showing that one is its applicant, how it stands, its files, withdrawing it. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { ProgressCasePage } from "../../web/pages/progress/case.tsx";
import { ProgressFormPage } from "../../web/pages/progress/form.tsx";
import { WithdrawPage } from "../../web/pages/progress/withdraw.tsx";
import { advicePaths } from "../../web/paths.advice.ts";
import { isRectification } from "../../web/paths.rectification.ts";
import { paths, withQuery } from "../../web/paths.ts";
import type { Alike } from "../alike/alike.service.ts";
import type { AppEnv } from "../app.page.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { parseReference } from "../case/reference.ts";
import { may } from "../identity/access.ts";
import { addressOf } from "../kit/address.ts";
import type { Unit } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { ApplicantLetters } from "../letter/letter.applicant.service.ts";
import type { ProgressQuestion } from "./progress.form.ts";
import { readQuestion } from "./progress.form.ts";
import type { ProgressService } from "./progress.service.ts";
import type { Progress } from "./progress.ts";
import { applicantOf, GRANT_SECONDS } from "./progress.ts";

export interface ProgressCitizenServices {
  readonly progress: ProgressService;
  readonly attachments: { link(file: CaseFile): Promise<string> };
  readonly config: { readonly units: readonly Unit[] };
  readonly random: Random;
  /** What letters are made of is loaded when somebody follows a case that may have some. */
  readonly applicantLetters: () => Promise<ApplicantLetters>;
  /** Loaded when an applicant suggests to publish what they were given. */
  readonly alike: () => Promise<Pick<Alike, "suggest">>;
}

export const PROGRESS_COOKIE = "__Host-progress";
const ONE_CASE = "/progress/:reference";
/** Questions and suggestions are followed here as everything is, and read on a page of their own. */
const isAdvice = (reference: string): boolean => parseReference(reference)?.kind === "Z";
const NOTHING_TYPED: ProgressQuestion = { number: "", code: "", phone: "" };

export function progressCitizen(services: ProgressCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { progress } = services;
  const phone = services.config.units[0]?.phone;

  const form = (context: Context<AppEnv>, typed: ProgressQuestion, errors: FieldErrors = []) =>
    renderPage(
      context,
      <ProgressFormPage view={context.get("view")} typed={typed} errors={errors} phone={phone} />,
      errors.length > 0 ? 422 : 200,
    );

  /** The number in the address, as it is kept. Throws 404 for what cannot be one. */
  const numberOf = (context: Context<AppEnv>): string => {
    const parsed = parseReference(context.req.param("reference") ?? "");
    if (parsed === undefined) throw notFound("case_not_found");
    return parsed.reference;
  };
  const isGranted = (context: Context<AppEnv>, reference: string) =>
    progress.isGranted(getCookie(context, PROGRESS_COOKIE), reference);

  /** Before receipt is confirmed nothing is issued to an applicant, so nothing is asked for. */
  async function lettersOf({ reference, unit, due, answer }: Progress) {
    if (due.from === "submission" && answer === undefined) return { letters: [] };
    const all = await services.applicantLetters();
    const [letters, onlineReview] = await Promise.all([
      all.list(applicantOf(reference), { reference, answered: answer !== undefined }),
      answer?.remedy?.needsOnlineChannel ? all.onlineReview(unit) : undefined,
    ]);
    return { letters, onlineReview };
  }

  const grant = (context: Context<AppEnv>, reference: string) =>
    setCookie(context, PROGRESS_COOKIE, progress.grant(getCookie(context, PROGRESS_COOKIE), reference), {
      path: "/",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
      maxAge: GRANT_SECONDS,
    });

  app.get(paths.progress(), (context) => {
    const asked = context.req.query("number") ?? "";
    // Only what is a number of ours is taken over, so that an address cannot put words into the page.
    return form(context, { ...NOTHING_TYPED, number: parseReference(asked)?.reference ?? "" });
  });

  app.post(paths.progress(), async (context) => {
    const values = await readForm(context);
    const typed: ProgressQuestion = {
      number: fieldOf(values, "number"),
      code: fieldOf(values, "code"),
      phone: fieldOf(values, "phone"),
    };
    const read = readQuestion(typed);
    if ("errors" in read) return form(context, typed, read.errors);
    const reference = await progress.open(read.shown, addressOf(context));
    if (reference === undefined) return form(context, typed, [{ field: "number", code: "wrong" }]);
    grant(context, reference);
    return seeOther(
      context,
      isAdvice(reference) ? advicePaths.thread(reference) : paths.progressCase(reference),
    );
  });

  app.get(ONE_CASE, async (context) => {
    const reference = numberOf(context);
    if (isAdvice(reference)) return seeOther(context, advicePaths.thread(reference));
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    // A correction of records has pages of its own; who types its number here is led there.
    if (isRectification(reference)) return seeOther(context, paths.progressCase(reference));
    const found = await progress.read(reference);
    const unit = services.config.units.find(({ code }) => code === found.unit);
    const view = context.get("view");
    const issued = await lettersOf(found);
    const suggested = context.req.query("done") === "suggested";
    return renderPage(
      context,
      <ProgressCasePage {...{ view, progress: found, unit, suggested }} {...issued} />,
    );
  });

  app.get(`${ONE_CASE}/files/:file`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const found = await progress.read(reference);
    const file = found.answer?.files.find(({ id }) => id === context.req.param("file"));
    const allowed = may(applicantOf(reference), "reply_file.download", { reference });
    if (file === undefined || !allowed) throw notFound("file_not_found");
    return seeOther(context, await services.attachments.link(file));
  });

  // Who has shown to be the applicant of a request is that of its parts, and of the request that a part came from.
  app.get(`${ONE_CASE}/parts/:part`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const { parts, parent } = await progress.read(reference);
    const family = [...parts.map((part) => part.reference), ...(parent === undefined ? [] : [parent])];
    const part = family.find((each) => each === context.req.param("part"));
    if (part === undefined) throw notFound("case_not_found");
    grant(context, part);
    return seeOther(context, paths.progressCase(part));
  });

  // Art. 44(2). Tapped twice it is one suggestion.
  app.post(`${ONE_CASE}/suggestion`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    try {
      await (await services.alike()).suggest(applicantOf(reference));
    } catch (error) {
      // Nothing was given that could be published: the page shows no such button any more.
      if (!(error instanceof Problem) || error.code !== "not_answered") throw error;
      return seeOther(context, paths.progressCase(reference));
    }
    return seeOther(context, withQuery(paths.progressCase(reference), { done: "suggested" }));
  });

  app.get(`${ONE_CASE}/withdraw`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const found = await progress.read(reference);
    if (!found.withdrawable) return seeOther(context, paths.progressCase(reference));
    const token = randomId(services.random);
    return renderPage(
      context,
      <WithdrawPage view={context.get("view")} progress={found} token={token} phone={phone} />,
    );
  });

  app.post(`${ONE_CASE}/withdraw`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const token = fieldOf(await readForm(context), "token");
    try {
      await progress.withdraw(reference, `withdraw ${token.slice(0, 40)}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "out_of_turn") throw error;
      const found = await progress.read(reference);
      return renderPage(
        context,
        <WithdrawPage view={context.get("view")} progress={found} phone={phone} />,
        409,
      );
    }
    return seeOther(context, paths.progressCase(reference));
  });

  return app;
}
