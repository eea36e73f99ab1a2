/** The disclosure request of a citizen, from the start page to the receipt. */
import type { Hono } from "hono";
import { AttachmentsPage } from "../../web/pages/disclosure/attachments.tsx";
import { CheckPage } from "../../web/pages/disclosure/check.tsx";
import { QuestionPage } from "../../web/pages/disclosure/question.tsx";
import { ReceiptPage } from "../../web/pages/disclosure/receipt.tsx";
import { DisclosureStartPage } from "../../web/pages/disclosure/start.tsx";
import { paths } from "../../web/paths.ts";
import type { View } from "../../web/view.ts";
import type { AppEnv } from "../app.page.ts";
import { applyRoutes } from "../apply/apply.citizen.ts";
import { errorAttributes } from "../kit/log.ts";
import type { DisclosureCitizenServices } from "./disclosure.citizen.draft.tsx";
import { disclosureGate } from "./disclosure.citizen.draft.tsx";
import { disclosureWay } from "./disclosure.draft.ts";
import type { ApplicationValues } from "./disclosure.ts";
import { answersOf, pageOf, requestIn } from "./disclosure.ts";

export type { DisclosureCitizenServices } from "./disclosure.citizen.draft.tsx";

export function disclosureCitizen(services: DisclosureCitizenServices): Hono<AppEnv> {
  const { config, drafts, disclosure } = services;
  const gate = disclosureGate(disclosure);

  const unitsIn = ({ lang }: View) =>
    config.units.map(({ code, name, phone, address }) => ({
      ...{ code, phone },
      name: name[lang],
      address: address[lang],
    }));

  /** A hint that cannot be made is no reason to keep anybody from going on. */
  async function isShownBefore(id: string, values: ApplicationValues): Promise<boolean> {
    try {
      return await (await services.before()).isToBeShown(id, requestIn(values));
    } catch (error) {
      services.log.error("no hints before handing in", errorAttributes(error));
      return false;
    }
  }

  return applyRoutes({
    ...gate,
    ...{ config, drafts, pageOf },
    way: disclosureWay,
    at: {
      ...gate.at,
      apply: paths.disclosureApply,
      change: paths.disclosureChange,
      uploaded: paths.disclosureUploaded,
      removeFile: paths.disclosureRemoveFile,
      progress: paths.progress,
    },
    submit: disclosure.submit,
    receiptOf: disclosure.receiptOf,
    detour: async (id, page, values) =>
      page === "information" && (await isShownBefore(id, values)) ? paths.disclosureBefore() : undefined,
    pages: {
      start: (props) => <DisclosureStartPage {...props} units={unitsIn(props.view)} />,
      question: (props) => <QuestionPage {...props} />,
      files: (props) => <AttachmentsPage {...props} />,
      check: ({ values, ...props }) => <CheckPage {...props} answers={answersOf(values)} />,
      receipt: (props) => <ReceiptPage {...props} />,
    },
  });
}
