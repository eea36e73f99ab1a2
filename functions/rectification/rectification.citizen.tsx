/** `/rectification`: correcting records about oneself, from the start page over the questions to the receipt. */
import type { Hono } from "hono";
import { RectificationCheckPage } from "../../web/pages/rectification/check.tsx";
import { EvidencePage } from "../../web/pages/rectification/evidence.tsx";
import { RectificationQuestionPage } from "../../web/pages/rectification/question.tsx";
import { RectificationReceiptPage } from "../../web/pages/rectification/receipt.tsx";
import { RectificationExpiredPage, RectificationStartPage } from "../../web/pages/rectification/start.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import { applyRoutes } from "../apply/apply.citizen.ts";
import type { openDraftsOf } from "../disclosure/disclosure.draft.service.ts";
import type { Config } from "../kit/config.ts";
import type { RectificationCaseServices } from "./rectification.case.citizen.tsx";
import { rectificationCase } from "./rectification.case.citizen.tsx";
import type { RectificationApplication, RectificationPageId } from "./rectification.form.ts";
import { rectificationAnswersOf, rectificationPageOf, rectificationWay } from "./rectification.form.ts";
import type { Rectifications } from "./rectification.service.ts";

export type RectificationCitizenServices = RectificationCaseServices & {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly rectificationDrafts: ReturnType<
    typeof openDraftsOf<RectificationApplication, RectificationPageId>
  >;
  readonly rectifications: Pick<Rectifications, "submit" | "receiptOf">;
};

export function rectificationCitizen(services: RectificationCitizenServices): Hono<AppEnv> {
  const { config, rectificationDrafts, rectifications } = services;
  const app = applyRoutes({
    config,
    drafts: rectificationDrafts,
    way: rectificationWay,
    pageOf: rectificationPageOf,
    cookie: "__Host-rectification",
    at: {
      start: paths.rectification,
      receipt: paths.rectificationReceipt,
      apply: paths.rectificationApply,
      change: paths.rectificationChange,
      uploaded: paths.rectificationUploaded,
      removeFile: paths.rectificationRemoveFile,
      progress: paths.progress,
    },
    submit: rectifications.submit,
    receiptOf: rectifications.receiptOf,
    isHandedIn: async (id) => (await rectifications.receiptOf(id)) !== undefined,
    expired: (view) => <RectificationExpiredPage view={view} />,
    pages: {
      start: (props) => <RectificationStartPage {...props} phone={config.units[0]?.phone} />,
      question: (props) => <RectificationQuestionPage {...props} />,
      files: (props) => <EvidencePage {...props} />,
      check: ({ values, ...props }) => (
        <RectificationCheckPage {...props} answers={rectificationAnswersOf(values)} />
      ),
      receipt: (props) => <RectificationReceiptPage {...props} />,
    },
  });
  app.route("/", rectificationCase(services));
  return app;
}
