/** The cookie that opens a draft, and what every page of the form does when there is no draft behind it. */
import type { Context, Handler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { DraftExpiredPage } from "../../web/pages/disclosure/expired.tsx";
import { paths } from "../../web/paths.ts";
import type { AppEnv } from "../app.page.ts";
import type { Config } from "../kit/config.ts";
import type { Log } from "../kit/log.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import type { Drafts } from "./disclosure.draft.service.ts";
import { DRAFT_SECONDS } from "./disclosure.draft.ts";
import type { requestIn } from "./disclosure.pages.ts";
import type { Disclosure } from "./disclosure.service.ts";

export interface DisclosureCitizenServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly drafts: Drafts;
  readonly disclosure: Pick<Disclosure, "submit" | "receiptOf">;
  readonly log: Pick<Log, "error">;
  /** What is shown between two questions; built when the first request has been described. */
  readonly before: () => Promise<BeforeHandingIn>;
}

/** What the form needs of what is public already. */
export interface BeforeHandingIn {
  /** Whether there is something to be shown for this draft; that it is shown is counted. */
  isToBeShown(draft: string, request: ReturnType<typeof requestIn>): Promise<boolean>;
}

const COOKIE = "__Host-draft";

export function draftIdOf(context: Context): string | undefined {
  const id = getCookie(context, COOKIE);
  return id !== undefined && /^[\w-]{22}$/.test(id) ? id : undefined;
}

/** The cookie outlives the draft, so that whoever comes back late is told what became of it. */
export function keepDraftId(context: Context, id: string): void {
  const lasts = { maxAge: 2 * DRAFT_SECONDS, path: "/" };
  setCookie(context, COOKIE, id, { ...lasts, secure: true, httpOnly: true, sameSite: "Lax" });
}

type Work = (context: Context<AppEnv>, id: string) => Promise<Response>;

/** A handler that has a draft's id. Without one, or when the draft is over, it leads to what there is instead. */
export const withDraft =
  (services: DisclosureCitizenServices, work: Work): Handler<AppEnv> =>
  async (context) => {
    const id = draftIdOf(context);
    if (id === undefined) {
      return context.req.method === "POST" ? expired(context) : seeOther(context, paths.disclosure());
    }
    try {
      return await work(context, id);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "draft_expired")) throw error;
      const receipt = await services.disclosure.receiptOf(id);
      return receipt === undefined ? expired(context) : seeOther(context, paths.disclosureReceipt());
    }
  };

const expired = (context: Context<AppEnv>) =>
  renderPage(context, <DraftExpiredPage view={context.get("view")} />, 410);
