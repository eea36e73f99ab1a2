/** `/office/letters`: the unit's settings and templates: looked at, taken over, changed, put back. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { LetterOfficePageProps } from "../../web/pages/office/letter-office.tsx";
import { LetterOfficePage } from "../../web/pages/office/letter-office.tsx";
import { LetterPreviewPage } from "../../web/pages/office/letter-preview.tsx";
import { LetterUploadPage } from "../../web/pages/office/letter-upload.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { kindFacts } from "../attachment/attachment.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import { MAX_TEMPLATE_BYTES } from "./letter.check.ts";
import { letterOf, letters, requiredTagsOf, tagsOf } from "./letter.kind.ts";
import type { LetterTemplates } from "./letter.template.service.ts";

export interface TemplateOfficeServices {
  readonly config: Pick<Config, "units" | "government" | "publicOrigin">;
  readonly templates: LetterTemplates;
}

const ONE = "/office/letters/:kind";

export function templateOffice(services: TemplateOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const { templates } = services;
  app.onError(refusalPage(services));
  app.get("/office/letters", (context) => showOffice(services, context, { done: context.req.query("done") }));
  app.post("/office/letters/settings", (context) => saveSettings(services, context));
  app.get(`${ONE}/preview`, (context) => preview(services, context));
  app.get(`${ONE}/template.docx`, async (context) => {
    const letter = letterIn(context);
    const bytes = await templates.file(context.get("staff"), letter.kind);
    const name = encodeURIComponent(`${letter.title.zh}（模板）.docx`);
    context.header("content-type", kindFacts.docx.contentType);
    context.header("content-disposition", `attachment; filename*=UTF-8''${name}`);
    return context.body(new Uint8Array(bytes));
  });
  app.get(`${ONE}/upload`, (context) => upload(services, context));
  app.post(`${ONE}/reset`, async (context) => {
    await templates.reset(context.get("staff"), letterIn(context).kind);
    return seeOther(context, withQuery(paths.officeLetters(), { done: "reset" }));
  });
  return app;
}

function letterIn(context: Context) {
  const letter = letterOf(context.req.param("kind") ?? "");
  if (letter === undefined) throw notFound("letter_not_found");
  return letter;
}

async function showOffice(
  { templates, config }: TemplateOfficeServices,
  context: Context<OfficeEnv>,
  extra: Partial<Pick<LetterOfficePageProps, "settings" | "errors" | "changed" | "done">>,
): Promise<Response> {
  const staff = context.get("staff");
  const view = context.get("view");
  const office = await templates.read(staff);
  return renderPage(
    context,
    <LetterOfficePage
      view={{ ...view, path: paths.officeLetters() }}
      person={personOf(config, staff, view.lang)}
      kinds={letters}
      templates={office.templates}
      settings={office.settings}
      version={office.settingsVersion}
      maySetUp={may(staff, "letter.set_up", { unit: staff.unit })}
      {...extra}
    />,
    extra.errors ? 422 : extra.changed ? 409 : 200,
  );
}

async function saveSettings(
  services: TemplateOfficeServices,
  context: Context<OfficeEnv>,
): Promise<Response> {
  const form = await readForm(context);
  const typed = (name: string) => fieldOf(form, name);
  const settings = {
    word: typed("word"),
    reviewBody: typed("reviewBody"),
    court: typed("court"),
    onlineReview: typed("onlineReview"),
  };
  const version = Number.parseInt(typed("version"), 10);
  try {
    const before = Number.isSafeInteger(version) ? version : -1;
    await services.templates.saveSettings(context.get("staff"), settings, before);
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    const what = error.status === 422 ? { errors: error.errors ?? [] } : { changed: true };
    return showOffice(services, context, { settings, ...what });
  }
  return seeOther(context, withQuery(paths.officeLetters(), { done: "saved" }));
}

async function preview({ templates, config }: TemplateOfficeServices, context: Context<OfficeEnv>) {
  const staff = context.get("staff");
  const view = context.get("view");
  const letter = letterIn(context);
  const blocks = await templates.preview(staff, letter.kind);
  return renderPage(
    context,
    <LetterPreviewPage
      view={{ ...view, path: paths.officeLetterPreview(letter.kind) }}
      person={personOf(config, staff, view.lang)}
      letter={letter}
      blocks={blocks}
    />,
  );
}

/** The form for one file; the bucket sends the browser back here with the id of what it posted. */
async function upload({ templates, config }: TemplateOfficeServices, context: Context<OfficeEnv>) {
  const staff = context.get("staff");
  const view = context.get("view");
  const letter = letterIn(context);
  const { kind } = letter;
  const uploadId = context.req.query("upload");
  const uploaded = uploadId === undefined ? undefined : await templates.accept(staff, kind, uploadId);
  if (uploadId !== undefined && uploaded === undefined)
    return seeOther(context, withQuery(paths.officeLetters(), { done: "template" }));
  const next = (id: string) => paths.officeLetterUpload(kind, id);
  const offer = await templates.offer(staff, kind, (id) => config.publicOrigin + next(id));
  const required = requiredTagsOf(letter);
  const { contentType, extensions } = kindFacts.docx;
  return renderPage(
    context,
    <LetterUploadPage
      view={{ ...view, path: paths.officeLetterUpload(kind) }}
      person={personOf(config, staff, view.lang)}
      letter={letter}
      offer={{
        form: offer.form,
        next: next(offer.uploadId),
        accept: [`.${extensions[0]}`, contentType].join(","),
        maxBytes: MAX_TEMPLATE_BYTES,
      }}
      tags={tagsOf(letter).map((name) => ({ name, required: required.includes(name) }))}
      problem={uploaded && { tags: [], ...uploaded.problem }}
    />,
    uploaded === undefined ? 200 : 422,
  );
}
