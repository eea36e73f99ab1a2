/** The page of the evidence: the form to the bucket, what the bucket sends back, taking a file off again. */
import { Hono } from "hono";
import type { UploadOffer } from "../../web/pages/disclosure/attachments.tsx";
import { EvidencePage } from "../../web/pages/rectification/evidence.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { acceptedTypes, MAX_SIZE_BYTES, MOST_FILES } from "../attachment/attachment.ts";
import { isRefusal } from "../disclosure/disclosure.draft.service.ts";
import { valuesOf } from "../disclosure/disclosure.draft.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import type { RectificationDraftServices } from "./rectification.draft.citizen.tsx";
import { keepRectificationDraft, withRectification } from "./rectification.draft.citizen.tsx";
import {
  CHECK,
  EVIDENCE,
  openRectificationPage,
  rectificationSteps,
  stepBeside,
} from "./rectification.form.ts";

export function rectificationEvidence(services: RectificationDraftServices): Hono<AppEnv> {
  const { rectificationDrafts: drafts, config } = services;
  const app = new Hono<AppEnv>();
  const here = paths.rectificationApply(EVIDENCE);

  async function offerFor(id: string): Promise<UploadOffer> {
    const { uploadId, form } = await drafts.offerUpload(
      id,
      (upload) => config.publicOrigin + paths.rectificationUploaded(upload),
    );
    const next = paths.rectificationUploaded(uploadId);
    return { form, next, accept: acceptedTypes.join(","), maxBytes: MAX_SIZE_BYTES };
  }

  app.get(
    here,
    withRectification(services, async (context, id) => {
      const draft = await drafts.demand(id);
      const values = valuesOf(draft);
      const open = openRectificationPage(values, drafts.context());
      if (open !== undefined) return seeOther(context, paths.rectificationApply(open));
      const offer = draft.files.length < MOST_FILES ? await offerFor(id) : undefined;
      await drafts.noticeShown(id, draft);
      const steps = rectificationSteps(values);
      const refused = draft.notice !== undefined && isRefusal(draft.notice);
      return renderPage(
        context,
        <EvidencePage
          view={context.get("view")}
          step={{ at: steps.indexOf(EVIDENCE) + 1, of: steps.length }}
          files={draft.files}
          notice={draft.notice}
          offer={offer}
          back={paths.rectificationApply(stepBeside(values, EVIDENCE, -1) ?? CHECK)}
        />,
        refused ? 422 : 200,
      );
    }),
  );

  app.post(
    here,
    withRectification(services, async (context, id) => {
      await drafts.demand(id);
      return seeOther(context, paths.rectificationApply(CHECK));
    }),
  );

  /** Where the browser arrives after its post to the bucket; it needs the draft's cookie and an id made for it. */
  app.get(
    paths.rectificationUploaded(),
    withRectification(services, async (context, id) => {
      await drafts.receiveUpload(id, context.req.query("upload") ?? "");
      keepRectificationDraft(context, id);
      return seeOther(context, here);
    }),
  );

  app.post(
    paths.rectificationRemoveFile(),
    withRectification(services, async (context, id) => {
      await drafts.removeFile(id, fieldOf(await readForm(context), "file"));
      return seeOther(context, here);
    }),
  );

  return app;
}
