/** `/office/gazette/items/<id>/files`: adding a file to a draft, taking one out, and looking at one. */
import type { Context } from "hono";
import { Hono } from "hono";
import { officeGazetteCopy } from "../../web/copy/office-gazette.ts";
import { OneFilePage } from "../../web/pages/office/one-file.tsx";
import { gazettePaths } from "../../web/paths.gazette.ts";
import { withQuery } from "../../web/paths.ts";
import { acceptedReplyTypes, MAX_SIZE_BYTES } from "../attachment/attachment.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import { personOf } from "../office/office.person.ts";
import { MOST_GAZETTE_FILES } from "./gazette.file.ts";
import type { GazetteOfficeServices } from "./gazette.office.tsx";

const FILES = "/office/gazette/items/:id/files";
const acts = ["remove", "clean"] as const;

export function gazetteFileOffice(services: GazetteOfficeServices): Hono<OfficeEnv> {
  const { gazette, gazetteFiles } = services;
  const app = new Hono<OfficeEnv>();
  const done = (id: string, what: string) => withQuery(gazettePaths.officeItem(id), { done: what });

  /** The bucket sends the browser back here with the id of what it posted. */
  app.get(FILES, async (context) => {
    const id = context.req.param("id");
    const upload = context.req.query("upload");
    const staff = context.get("staff");
    const error = upload === undefined ? undefined : await gazetteFiles.add(staff, id, upload);
    if (upload !== undefined && error === undefined) return seeOther(context, done(id, "fileAdded"));
    return addPage(services, context, error);
  });

  app.get(`${FILES}/:file`, async (context) => {
    const { id, file: fileId } = context.req.param();
    const n = /^\d{1,6}$/.exec(context.req.query("n") ?? "")?.[0];
    const wanted = { id, fileId, n: n === undefined ? undefined : Number(n) };
    return seeOther(context, await gazetteFiles.linkFor(context.get("staff"), wanted));
  });

  app.post(`${FILES}/:file/:act`, async (context) => {
    const { id, file } = context.req.param();
    const act = acts.find((each) => each === context.req.param("act"));
    if (act === undefined) throw notFound();
    try {
      await gazetteFiles[act](context.get("staff"), id, file);
    } catch (error) {
      // What cannot be cleaned here is said beside the files; what stands in the way of that is no fault of the form.
      const code = error instanceof Problem ? (error.errors?.[0]?.code ?? error.code) : undefined;
      if (code === undefined || !(code in officeGazetteCopy("zh").problems)) throw error;
      await gazette.headOf(id);
      return seeOther(context, withQuery(gazettePaths.officeItem(id), { problem: code }));
    }
    return seeOther(context, done(id, act === "remove" ? "fileRemoved" : "fileCleaned"));
  });

  return app;
}

async function addPage(
  { config, gazette, gazetteFiles }: GazetteOfficeServices,
  context: Context<OfficeEnv>,
  error: string | undefined,
): Promise<Response> {
  const id = context.req.param("id") ?? "";
  const staff = context.get("staff");
  const view = context.get("view");
  const { work } = (await gazette.draftOf(staff, id)).head;
  const isFull = (work?.content.files?.length ?? 0) >= MOST_GAZETTE_FILES;
  const next = (upload: string) => gazettePaths.addFile(id, upload);
  const offer = isFull
    ? undefined
    : await gazetteFiles.offer(staff, id, (upload) => config.publicOrigin + next(upload));
  const words = officeGazetteCopy(view.lang);
  return renderPage(
    context,
    <OneFilePage
      view={{ ...view, path: gazettePaths.addFile(id) }}
      person={personOf(config, staff, view.lang)}
      current="gazette"
      back={gazettePaths.officeItem(id)}
      words={words.upload}
      sentences={words.errors}
      most={MOST_GAZETTE_FILES}
      error={error}
      offer={
        offer && {
          form: offer.form,
          next: next(offer.uploadId),
          accept: acceptedReplyTypes.join(","),
          maxBytes: MAX_SIZE_BYTES,
        }
      }
    />,
    error === undefined ? 200 : 422,
  );
}
