/** `/rectification`: correcting records about oneself, from the start page over the questions to the receipt. */
import { Hono } from "hono";
import { RectificationReceiptPage } from "../../web/pages/rectification/receipt.tsx";
import { RectificationStartPage } from "../../web/pages/rectification/start.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { valuesOf } from "../disclosure/disclosure.draft.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { rectificationApply } from "./rectification.apply.citizen.tsx";
import type { RectificationCaseServices } from "./rectification.case.citizen.tsx";
import { rectificationCase } from "./rectification.case.citizen.tsx";
import type { RectificationDraftServices } from "./rectification.draft.citizen.tsx";
import { keepRectificationDraft, rectificationDraftOf } from "./rectification.draft.citizen.tsx";
import { rectificationEvidence } from "./rectification.evidence.citizen.tsx";
import { EVIDENCE, openRectificationPage } from "./rectification.form.ts";

export type RectificationCitizenServices = RectificationDraftServices & RectificationCaseServices;

export function rectificationCitizen(services: RectificationCitizenServices): Hono<AppEnv> {
  const { config, rectificationDrafts: drafts, rectifications } = services;
  const app = new Hono<AppEnv>();

  const goOnAt = (values: ReturnType<typeof valuesOf>): string =>
    paths.rectificationApply(openRectificationPage(values, drafts.context()) ?? EVIDENCE);

  app.get(paths.rectification(), async (context) => {
    const id = rectificationDraftOf(context);
    const draft = id === undefined ? undefined : await drafts.read(id);
    const receipt = id === undefined || draft !== undefined ? undefined : await rectifications.receiptOf(id);
    return renderPage(
      context,
      <RectificationStartPage
        view={context.get("view")}
        phone={config.units[0]?.phone}
        unfinished={draft && goOnAt(valuesOf(draft))}
        handedIn={receipt !== undefined}
      />,
    );
  });

  /** Starting while there is a draft goes on with it, unless the person asked to begin again. */
  app.post(paths.rectification(), async (context) => {
    const again = fieldOf(await readForm(context), "again") === "yes";
    const before = rectificationDraftOf(context);
    const draft = before === undefined ? undefined : await drafts.read(before);
    if (draft !== undefined && !again) return seeOther(context, goOnAt(valuesOf(draft)));
    if (before !== undefined && draft !== undefined) await drafts.discard(before);
    keepRectificationDraft(context, await drafts.start());
    return seeOther(context, paths.rectificationApply("applicant"));
  });

  app.get(paths.rectificationReceipt(), async (context) => {
    const view = context.get("view");
    const id = rectificationDraftOf(context);
    const receipt = id === undefined ? undefined : await rectifications.receiptOf(id);
    if (receipt === undefined) return seeOther(context, paths.rectification());
    const unit = config.units.find(({ code }) => code === receipt.unit);
    const { encode } = await import("uqr");
    const address = `${config.publicOrigin}${paths.progress(receipt.reference)}`;
    return renderPage(
      context,
      <RectificationReceiptPage
        view={view}
        receipt={receipt}
        unit={{ name: unit?.name[view.lang] ?? receipt.unit, phone: unit?.phone ?? "" }}
        qr={encode(address, { border: 2 }).data}
      />,
    );
  });

  app.route("/", rectificationEvidence(services));
  app.route("/", rectificationApply(services));
  app.route("/", rectificationCase(services));
  return app;
}
