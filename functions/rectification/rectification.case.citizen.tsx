/** A correction of records before who asked for it: how it stands, its answer and letters, withdrawing it. */
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { RectificationCasePage, RectificationWithdrawPage } from "../../web/pages/rectification/case.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { parseReference } from "../case/reference.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { ApplicantLetters } from "../letter/letter.applicant.service.ts";
import { PROGRESS_COOKIE } from "../progress/progress.citizen.tsx";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import type { RectificationProgress } from "./rectification.progress.ts";
import { rectificationProgress } from "./rectification.progress.ts";
import type { Rectifications } from "./rectification.service.ts";
import { withdrawRectification } from "./rectification.withdraw.service.ts";

export interface RectificationCaseServices {
  readonly config: Pick<Config, "units">;
  readonly rectifications: Pick<Rectifications, "readForApplicant" | "act">;
  readonly progress: Pick<ProgressService, "isGranted">;
  readonly applicantLetters: () => Promise<ApplicantLetters>;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly random: Random;
}

const ONE = "/rectification/cases/:reference";

export function rectificationCase(services: RectificationCaseServices): Hono<AppEnv> {
  const { config, rectifications, progress, calendar, clock, random } = services;
  const app = new Hono<AppEnv>();

  /** The number in the address, as it is kept. Throws 404 for what cannot be one of these. */
  const numberOf = (context: Context): string => {
    const parsed = parseReference(context.req.param("reference") ?? "");
    if (parsed?.kind !== "R") throw notFound("case_not_found");
    return parsed.reference;
  };
  const isGranted = (context: Context, reference: string) =>
    progress.isGranted(getCookie(context, PROGRESS_COOKIE), reference);
  const read = async (reference: string): Promise<RectificationProgress> =>
    rectificationProgress(
      await rectifications.readForApplicant(reference, applicantOf(reference)),
      calendar,
      dayOf(clock()),
    );

  /** Its letters, and where to apply for review online: what is answered here is delivered online (复议法 22). */
  async function answeredWith({ reference, unit }: RectificationProgress) {
    const all = await services.applicantLetters();
    const [letters, onlineReview] = await Promise.all([
      all.list(applicantOf(reference), { reference, answered: true }),
      all.onlineReview(unit),
    ]);
    return { letters, onlineReview };
  }

  app.get(ONE, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const found = await read(reference);
    const answered = found.answer && (await answeredWith(found));
    return renderPage(
      context,
      <RectificationCasePage
        view={context.get("view")}
        progress={found}
        unit={config.units.find(({ code }) => code === found.unit)}
        letters={answered?.letters ?? []}
        onlineReview={answered?.onlineReview}
      />,
    );
  });

  app.get(`${ONE}/withdraw`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const found = await read(reference);
    if (!found.withdrawable) return seeOther(context, paths.progressCase(reference));
    return renderPage(
      context,
      <RectificationWithdrawPage view={context.get("view")} progress={found} token={randomId(random)} />,
    );
  });

  app.post(`${ONE}/withdraw`, async (context) => {
    const reference = numberOf(context);
    if (!isGranted(context, reference)) return seeOther(context, paths.progress(reference));
    const token = fieldOf(await readForm(context), "token").slice(0, 40);
    try {
      await withdrawRectification(rectifications, reference, `withdraw ${token}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "out_of_turn") throw error;
      const found = await read(reference);
      const page = <RectificationWithdrawPage view={context.get("view")} progress={found} />;
      return renderPage(context, page, 409);
    }
    return seeOther(context, paths.progressCase(reference));
  });

  return app;
}
