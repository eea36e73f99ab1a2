/** The cookie that opens a draft of a correction of records, and what its pages do when there is none behind it. */
import type { Context, Handler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { RectificationExpiredPage } from "../../web/pages/rectification/start.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { openDraftsOf } from "../disclosure/disclosure.draft.service.ts";
import { DRAFT_SECONDS } from "../disclosure/disclosure.draft.ts";
import type { Config } from "../kit/config.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import type { RectificationApplication, RectificationPageId } from "./rectification.form.ts";
import type { Rectifications } from "./rectification.service.ts";

export type RectificationDrafts = ReturnType<
  typeof openDraftsOf<RectificationApplication, RectificationPageId>
>;

export interface RectificationDraftServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly rectificationDrafts: RectificationDrafts;
  readonly rectifications: Pick<Rectifications, "submit" | "receiptOf">;
}

/** Another than that of a disclosure request: somebody may be in the middle of both. */
const COOKIE = "__Host-rectification";

export function rectificationDraftOf(context: Context): string | undefined {
  const id = getCookie(context, COOKIE);
  return id !== undefined && /^[\w-]{22}$/.test(id) ? id : undefined;
}

/** The cookie outlives the draft, so that whoever comes back late is told what became of it. */
export function keepRectificationDraft(context: Context, id: string): void {
  const lasts = { maxAge: 2 * DRAFT_SECONDS, path: "/" };
  setCookie(context, COOKIE, id, { ...lasts, secure: true, httpOnly: true, sameSite: "Lax" });
}

type Work = (context: Context<AppEnv>, id: string) => Promise<Response>;

/** A handler that has a draft's id. Without one, or when the draft is over, it leads to what there is instead. */
export const withRectification =
  (services: RectificationDraftServices, work: Work): Handler<AppEnv> =>
  async (context) => {
    const id = rectificationDraftOf(context);
    if (id === undefined)
      return context.req.method === "POST" ? expired(context) : seeOther(context, paths.rectification());
    try {
      return await work(context, id);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "draft_expired")) throw error;
      const receipt = await services.rectifications.receiptOf(id);
      return receipt === undefined ? expired(context) : seeOther(context, paths.rectificationReceipt());
    }
  };

const expired = (context: Context<AppEnv>) =>
  renderPage(context, <RectificationExpiredPage view={context.get("view")} />, 410);
