/** `/letters/<number>/<year>/<serial>`: a letter as its applicant reads, prints and downloads it. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { ReceivedLetterPage } from "../../web/pages/progress/letter.tsx";
import { isRectification } from "../../web/paths.rectification.ts";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { parseReference } from "../case/reference.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound } from "../kit/problem.ts";
import { PROGRESS_COOKIE } from "../progress/progress.citizen.tsx";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import type { ApplicantLetters } from "./letter.applicant.service.ts";
import { numberFrom } from "./letter.number.ts";

export interface LetterCitizenServices {
  readonly progress: Pick<ProgressService, "read" | "isGranted">;
  readonly letters: ApplicantLetters;
}

const ONE = "/letters/:reference/:year/:serial";

export function letterCitizen({ progress, letters }: LetterCitizenServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get(ONE, async (context) => {
    const one = await provenCase(context);
    if (one === undefined) return toProof(context);
    const number = numberIn(context);
    const { isWhole, ...found } = await letters.read(applicantOf(one.reference), one, number);
    return renderPage(
      context,
      <ReceivedLetterPage view={context.get("view")} isWhole={isWhole} {...found} />,
    );
  });
  app.get(`${ONE}/file`, async (context) => {
    const one = await provenCase(context);
    if (one === undefined) return toProof(context);
    return seeOther(context, await letters.link(applicantOf(one.reference), one, numberIn(context)));
  });

  /** The case, when this browser has shown to be the applicant's. */
  async function provenCase(context: Context<AppEnv>) {
    const reference = referenceIn(context);
    if (!progress.isGranted(getCookie(context, PROGRESS_COOKIE), reference)) return undefined;
    // What is issued about a correction of records is issued once it is answered.
    if (isRectification(reference)) return { reference, answered: true };
    const { answer } = await progress.read(reference);
    return { reference, answered: answer !== undefined };
  }
  const toProof = (context: Context<AppEnv>) => seeOther(context, paths.progress(referenceIn(context)));
  return app;
}

function referenceIn(context: Context<AppEnv>): string {
  const parsed = parseReference(context.req.param("reference") ?? "");
  if (parsed === undefined) throw notFound("case_not_found");
  return parsed.reference;
}

function numberIn(context: Context<AppEnv>) {
  const number = numberFrom(context.req.param("year") ?? "", context.req.param("serial") ?? "");
  if (number === undefined) throw notFound("letter_not_found");
  return number;
}
