/** The step of the files: the form to the bucket, what the bucket sends back, taking a file off again. */
import { Hono } from "hono";
import type { UploadOffer } from "../../web/pages/upload.tsx";
import type { AppEnv } from "../app.page.ts";
import { acceptedTypes, MAX_SIZE_BYTES, MOST_FILES } from "../attachment/attachment.ts";
import { type DraftPage, isRefusal } from "../disclosure/disclosure.draft.service.ts";
import { valuesOf } from "../disclosure/disclosure.draft.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { Form } from "./apply.citizen.ts";
import { keepDraftId, withDraft } from "./apply.draft.citizen.ts";
import { CHECK } from "./apply.way.ts";

export function filesRoutes<
  Filled,
  Page extends DraftPage,
  Receipt extends { reference: string; unit: string },
>(form: Form<Filled, Page, Receipt>): Hono<AppEnv> {
  const { at, config, drafts, way } = form;
  const app = new Hono<AppEnv>();
  const here = at.apply(way.files);

  async function offerFor(id: string): Promise<UploadOffer> {
    const offer = await drafts.offerUpload(id, (upload) => config.publicOrigin + at.uploaded(upload));
    const next = at.uploaded(offer.uploadId);
    return { form: offer.form, next, accept: acceptedTypes.join(","), maxBytes: MAX_SIZE_BYTES };
  }

  app.get(
    here,
    withDraft(form, async (context, id) => {
      const draft = await drafts.demand(id);
      const values = valuesOf(draft);
      const open = way.open(values, drafts.context());
      if (open !== undefined) return seeOther(context, at.apply(open));
      const offer = draft.files.length < MOST_FILES ? await offerFor(id) : undefined;
      await drafts.noticeShown(id, draft);
      const refused = draft.notice !== undefined && isRefusal(draft.notice);
      const page = form.pages.files({
        view: context.get("view"),
        step: way.placeOf(values, way.files),
        files: draft.files,
        notice: draft.notice,
        offer,
        back: at.apply(way.before(values, way.files) ?? CHECK),
      });
      return renderPage(context, page, refused ? 422 : 200);
    }),
  );

  app.post(
    here,
    withDraft(form, async (context, id) => {
      await drafts.demand(id);
      return seeOther(context, at.apply(CHECK));
    }),
  );

  /**
   * Where the browser arrives after its post to the bucket, with or without a script. It is a GET, because the
   * bucket redirects; it needs both the draft's cookie and an id that was made for this draft, so nobody else's link
   * can do anything, and following it twice does nothing more.
   */
  app.get(
    at.uploaded(),
    withDraft(form, async (context, id) => {
      await drafts.receiveUpload(id, context.req.query("upload") ?? "");
      keepDraftId(context, form, id);
      return seeOther(context, here);
    }),
  );

  app.post(
    at.removeFile(),
    withDraft(form, async (context, id) => {
      await drafts.removeFile(id, fieldOf(await readForm(context), "file"));
      return seeOther(context, here);
    }),
  );

  return app;
}
