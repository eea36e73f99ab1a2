/** The page of the files: the form to the bucket, what the bucket sends back, taking a file off again. */
import { Hono } from "hono";
import type { UploadOffer } from "../../web/pages/disclosure/attachments.tsx";
import { AttachmentsPage } from "../../web/pages/disclosure/attachments.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { acceptedTypes, MAX_SIZE_BYTES, MOST_FILES } from "../attachment/attachment.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { DisclosureCitizenServices } from "./disclosure.citizen.draft.tsx";
import { keepDraftId, withDraft } from "./disclosure.citizen.draft.tsx";
import { isRefusal } from "./disclosure.draft.service.ts";
import { ATTACHMENTS, CHECK, openPage, stepBefore, stepsFor, valuesOf } from "./disclosure.draft.ts";

export function uploadRoutes(services: DisclosureCitizenServices): Hono<AppEnv> {
  const { drafts, config } = services;
  const app = new Hono<AppEnv>();
  const here = paths.disclosureApply(ATTACHMENTS);

  async function offerFor(id: string): Promise<UploadOffer> {
    const { uploadId, form } = await drafts.offerUpload(
      id,
      (upload) => config.publicOrigin + paths.disclosureUploaded(upload),
    );
    const next = paths.disclosureUploaded(uploadId);
    return { form, next, accept: acceptedTypes.join(","), maxBytes: MAX_SIZE_BYTES };
  }

  app.get(
    here,
    withDraft(services, async (context, id) => {
      const draft = await drafts.demand(id);
      const values = valuesOf(draft);
      const open = openPage(values, drafts.context());
      if (open !== undefined) return seeOther(context, paths.disclosureApply(open));
      const offer = draft.files.length < MOST_FILES ? await offerFor(id) : undefined;
      await drafts.noticeShown(id, draft);
      const steps = stepsFor(values);
      const refused = draft.notice !== undefined && isRefusal(draft.notice);
      return renderPage(
        context,
        <AttachmentsPage
          view={context.get("view")}
          step={{ at: steps.indexOf(ATTACHMENTS) + 1, of: steps.length }}
          files={draft.files}
          notice={draft.notice}
          offer={offer}
          back={paths.disclosureApply(stepBefore(values, ATTACHMENTS) ?? CHECK)}
        />,
        refused ? 422 : 200,
      );
    }),
  );

  app.post(
    here,
    withDraft(services, async (context, id) => {
      await drafts.demand(id);
      return seeOther(context, paths.disclosureApply(CHECK));
    }),
  );

  /**
   * Where the browser arrives after its post to the bucket, with or without a script. It is a GET, because the
   * bucket redirects; it needs both the draft's cookie and an id that was made for this draft, so nobody else's link
   * can do anything, and following it twice does nothing more.
   */
  app.get(
    paths.disclosureUploaded(),
    withDraft(services, async (context, id) => {
      await drafts.receiveUpload(id, context.req.query("upload") ?? "");
      keepDraftId(context, id);
      return seeOther(context, here);
    }),
  );

  app.post(
    paths.disclosureRemoveFile(),
    withDraft(services, async (context, id) => {
      await drafts.removeFile(id, fieldOf(await readForm(context), "file"));
      return seeOther(context, here);
    }),
  );

  return app;
}
