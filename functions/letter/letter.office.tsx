/** `/office/case-letters/<number>`: the letters of a case, made, looked at, issued, read, served. */
import type { Context } from "hono";
import { Hono } from "hono";
import { LetterClosedPage } from "../../web/pages/office/letter-closed.tsx";
import type { LetterNewPageProps } from "../../web/pages/office/letter-new.tsx";
import { LetterNewPage } from "../../web/pages/office/letter-new.tsx";
import { LettersPage } from "../../web/pages/office/letters.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { fieldOf, readForm } from "../kit/form.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { stampOf } from "../office/case.form.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { startingValues, typedIn, valuesIn } from "./letter.form.ts";
import { closedCode } from "./letter.issue.service.ts";
import { letterOf, letters } from "./letter.kind.ts";
import { oneLetterOffice } from "./letter.one.office.tsx";
import type { Draft } from "./letter.service.ts";
import type { LetterOfficeServices } from "./letter.shared.office.ts";
import type { LetterRefusal } from "./letter.turn.ts";
import { letterRefusals } from "./letter.turn.ts";

const OF_CASE = "/office/case-letters/:reference";

export function letterOffice(services: LetterOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(OF_CASE, (context) => showList(services, context));
  app.get(`${OF_CASE}/new/:kind`, async (context) => {
    const draft = await draftOf(services, context);
    if ("refusal" in draft) return showClosed(services, context, draft.refusal);
    return showForm(services, context, { draft, values: startingValues(draft) });
  });
  app.post(`${OF_CASE}/new/:kind`, (context) => make(services, context));
  app.route("/", oneLetterOffice(services));
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";
const kindOf = (context: Context): string => context.req.param("kind") ?? "";

/** What is needed to write the letter, or why the case is not ready for it. */
async function draftOf(
  services: LetterOfficeServices,
  context: Context<OfficeEnv>,
): Promise<Draft | { readonly refusal: LetterRefusal }> {
  try {
    return await services.letters.begin(context.get("staff"), referenceOf(context), kindOf(context));
  } catch (error) {
    const refusal = letterRefusals.find(
      (each) => error instanceof Problem && error.code === closedCode(each),
    );
    if (refusal === undefined) throw error;
    return { refusal };
  }
}

function showClosed(services: LetterOfficeServices, context: Context<OfficeEnv>, refusal: LetterRefusal) {
  const view = context.get("view");
  const reference = referenceOf(context);
  const page = (
    <LetterClosedPage
      view={{ ...view, path: paths.officeNewLetter(reference, kindOf(context)) }}
      person={personOf(services.config, context.get("staff"), view.lang)}
      reference={reference}
      letter={letterOf(kindOf(context))}
      refusal={refusal}
    />
  );
  return renderPage(context, page, 409);
}

async function showList(services: LetterOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const reference = referenceOf(context);
  const { record, issued, choices, word } = await services.letters.list(staff, reference);
  const mayIssue = may(staff, "letter.issue", record.head);
  return renderPage(
    context,
    <LettersPage
      view={{ ...view, path: paths.officeCaseLetters(reference) }}
      person={personOf(services.config, staff, view.lang)}
      reference={reference}
      title={record.head.title}
      issued={issued}
      choices={mayIssue ? choices : []}
      word={word}
      wordMissing={mayIssue && word === ""}
      kinds={letters}
      done={context.req.query("done")}
    />,
  );
}

/** Looks at the letter first; issuing is a second step, on the page that shows it. */
async function make(services: LetterOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const form = await readForm(context);
  const draft = await draftOf(services, context);
  if ("refusal" in draft) return showClosed(services, context, draft.refusal);
  const values = typedIn(draft.letter, form);
  const asked = valuesIn(draft.letter, form);
  try {
    if (fieldOf(form, "intent") !== "issue")
      return await showForm(services, context, {
        draft,
        values,
        preview: await services.letters.preview(draft, asked),
      });
    const { commandId } = stampOf(form, staff.id);
    await services.letters.issue(staff, draft, { asked, commandId });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    return showForm(services, context, { draft, values, errors: error.errors ?? [] });
  }
  return seeOther(context, withQuery(paths.officeCaseLetters(referenceOf(context)), { done: "issued" }));
}

interface Shown extends Pick<LetterNewPageProps, "values" | "errors" | "preview"> {
  readonly draft: Draft;
}

function showForm(services: LetterOfficeServices, context: Context<OfficeEnv>, { draft, ...shown }: Shown) {
  const staff = context.get("staff");
  const view = context.get("view");
  const { reference, version } = draft.record.head;
  return renderPage(
    context,
    <LetterNewPage
      {...shown}
      view={{ ...view, path: paths.officeNewLetter(reference, draft.letter.kind) }}
      person={personOf(services.config, staff, view.lang)}
      reference={reference}
      letter={draft.letter}
      fields={services.letters.fieldsOf(draft)}
      stamp={{ version, command: randomId(services.random) }}
    />,
    shown.errors ? 422 : 200,
  );
}
