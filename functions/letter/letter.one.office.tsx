/** `/office/case-letters/<number>/<year>/<serial>`: one letter as it was issued, its file, how it was served. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { LetterPageProps } from "../../web/pages/office/letter.tsx";
import { LetterPage } from "../../web/pages/office/letter.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { dayOf } from "../calendar/calendar.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { dayFrom } from "../office/case.form.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { letterOf } from "./letter.kind.ts";
import { numberFrom } from "./letter.number.ts";
import { notedRoutes, serviceFor } from "./letter.served.ts";
import type { LetterOfficeServices } from "./letter.shared.office.ts";
import type { LetterNumber } from "./letter.store.ts";

const ONE = "/office/case-letters/:reference/:year/:serial";
const boxes = ["route", "on-year", "on-month", "on-day", "note"] as const;

export function oneLetterOffice(services: LetterOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(ONE, (context) => {
    const [year = "", month = "", day = ""] = dayOf(services.clock())
      .split("-")
      .map((part) => String(Number(part)));
    return show(services, context, { values: { "on-year": year, "on-month": month, "on-day": day } });
  });
  app.get(`${ONE}/file`, async (context) =>
    seeOther(
      context,
      await services.letters.link(context.get("staff"), referenceOf(context), numberIn(context)),
    ),
  );
  app.post(`${ONE}/served`, (context) => serve(services, context));
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";

/** Throws 404 for what cannot be the number of a letter. */
function numberIn(context: Context): LetterNumber {
  const year = context.req.param("year") ?? "";
  const serial = context.req.param("serial") ?? "";
  const number = numberFrom(year, serial);
  if (number === undefined) throw notFound("letter_not_found");
  return number;
}

async function serve(services: LetterOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const form = await readForm(context);
  const typed = { route: fieldOf(form, "route"), on: dayFrom(form, "on"), note: fieldOf(form, "note") };
  try {
    await services.letters.serve(staff, referenceOf(context), numberIn(context), typed);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    const values = Object.fromEntries(boxes.map((box) => [box, fieldOf(form, box)]));
    return show(services, context, { values, errors: error.errors ?? [] });
  }
  return seeOther(context, withQuery(paths.officeCaseLetters(referenceOf(context)), { done: "served" }));
}

async function show(
  services: LetterOfficeServices,
  context: Context<OfficeEnv>,
  shown: Pick<LetterPageProps, "values" | "errors">,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const reference = referenceOf(context);
  const { record, letter, blocks, isWhole } = await services.letters.read(
    staff,
    reference,
    numberIn(context),
  );
  const definition = letterOf(letter.kind);
  const chosen = definition?.to === "applicant" ? record.application.route : undefined;
  return renderPage(
    context,
    <LetterPage
      {...shown}
      values={{ route: serviceFor(chosen) ?? "", ...shown.values }}
      view={{ ...view, path: paths.officeLetter(reference, letter.number) }}
      person={personOf(services.config, staff, view.lang)}
      letter={letter}
      definition={definition}
      blocks={blocks}
      isWhole={isWhole}
      mayServe={definition?.to !== "file" && may(staff, "letter.issue", record.head)}
      routes={notedRoutes}
      chosen={chosen}
    />,
    shown.errors ? 422 : 200,
  );
}
