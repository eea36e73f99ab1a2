/** The disclosure request of a citizen, from the start page to the receipt. */
import { Hono } from "hono";
import { ReceiptPage } from "../../web/pages/disclosure/receipt.tsx";
import { DisclosureStartPage } from "../../web/pages/disclosure/start.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { applyRoutes } from "./disclosure.citizen.apply.tsx";
import type { DisclosureCitizenServices } from "./disclosure.citizen.draft.tsx";
import { draftIdOf, keepDraftId } from "./disclosure.citizen.draft.tsx";
import { uploadRoutes } from "./disclosure.citizen.upload.tsx";
import { nextStep, valuesOf } from "./disclosure.draft.ts";

export type { DisclosureCitizenServices } from "./disclosure.citizen.draft.tsx";

export function disclosureCitizen(services: DisclosureCitizenServices): Hono<AppEnv> {
  const { config, drafts, disclosure } = services;
  const app = new Hono<AppEnv>();

  app.get(paths.disclosure(), async (context) => {
    const view = context.get("view");
    const id = draftIdOf(context);
    const draft = id === undefined ? undefined : await drafts.read(id);
    const receipt = id === undefined || draft !== undefined ? undefined : await disclosure.receiptOf(id);
    const units = config.units.map(({ code, name, phone, address }) => ({
      code,
      phone,
      name: name[view.lang],
      address: address[view.lang],
    }));
    const unfinished = draft && paths.disclosureApply(nextStep(valuesOf(draft), drafts.context()));
    return renderPage(
      context,
      <DisclosureStartPage
        view={view}
        units={units}
        unfinished={unfinished}
        handedIn={receipt !== undefined}
      />,
    );
  });

  /** Starting while there is a draft goes on with it, unless the person asked to begin again. */
  app.post(paths.disclosure(), async (context) => {
    const again = fieldOf(await readForm(context), "again") === "yes";
    const before = draftIdOf(context);
    const draft = before === undefined ? undefined : await drafts.read(before);
    if (draft !== undefined && !again) {
      return seeOther(context, paths.disclosureApply(nextStep(valuesOf(draft), drafts.context())));
    }
    if (before !== undefined && draft !== undefined) await drafts.discard(before);
    keepDraftId(context, await drafts.start());
    return seeOther(context, paths.disclosureApply("applicant"));
  });

  app.get(paths.disclosureReceipt(), async (context) => {
    const view = context.get("view");
    const id = draftIdOf(context);
    const receipt = id === undefined ? undefined : await disclosure.receiptOf(id);
    if (receipt === undefined) return seeOther(context, paths.disclosure());
    const unit = config.units.find(({ code }) => code === receipt.unit);
    const { encode } = await import("uqr");
    const address = `${config.publicOrigin}${paths.progress(receipt.reference)}`;
    return renderPage(
      context,
      <ReceiptPage
        view={view}
        receipt={receipt}
        unit={{ name: unit?.name[view.lang] ?? receipt.unit, phone: unit?.phone ?? "" }}
        qr={encode(address, { border: 2 }).data}
      />,
    );
  });

  app.route("/", uploadRoutes(services));
  app.route("/", applyRoutes(services));
  return app;
}
