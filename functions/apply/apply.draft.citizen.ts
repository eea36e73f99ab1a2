/** The cookie that opens a draft, and what every page of a form does when there is no draft behind it. */
import type { Context, Handler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../app.page.ts";
import { DRAFT_SECONDS } from "../disclosure/disclosure.draft.ts";
import { type Element, renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";

/** What a form says of its drafts. */
export interface DraftGate {
  /** Another for each form: somebody may be in the middle of two. */
  readonly cookie: `__Host-${string}`;
  readonly at: { start(): string; receipt(): string };
  /** Whether the draft was handed in within its day. */
  isHandedIn(id: string): Promise<boolean>;
  expired(view: AppEnv["Variables"]["view"]): Element;
}

export function draftIdOf(context: Context, { cookie }: Pick<DraftGate, "cookie">): string | undefined {
  const id = getCookie(context, cookie);
  return id !== undefined && /^[\w-]{22}$/.test(id) ? id : undefined;
}

/** The cookie outlives the draft, so that whoever comes back late is told what became of it. */
export function keepDraftId(context: Context, { cookie }: Pick<DraftGate, "cookie">, id: string): void {
  const lasts = { maxAge: 2 * DRAFT_SECONDS, path: "/" };
  setCookie(context, cookie, id, { ...lasts, secure: true, httpOnly: true, sameSite: "Lax" });
}

type Work = (context: Context<AppEnv>, id: string) => Promise<Response>;

/** A handler that has a draft's id. Without one, or when the draft is over, it leads to what there is instead. */
export const withDraft =
  (gate: DraftGate, work: Work): Handler<AppEnv> =>
  async (context) => {
    const expired = () => renderPage(context, gate.expired(context.get("view")), 410);
    const id = draftIdOf(context, gate);
    if (id === undefined)
      return context.req.method === "POST" ? expired() : seeOther(context, gate.at.start());
    try {
      return await work(context, id);
    } catch (error) {
      if (!(error instanceof Problem && error.code === "draft_expired")) throw error;
      return (await gate.isHandedIn(id)) ? seeOther(context, gate.at.receipt()) : expired();
    }
  };
