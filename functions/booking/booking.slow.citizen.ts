/** Pages that were sent too often come back as they were, with the seconds to wait beside their button. */
import type { Context } from "hono";
import type { Slow } from "../../web/pages/booking/slow.tsx";
import { type Element, renderPage } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";

/** What to say of a limit that was met; undefined for every other error. */
export function slowOf(error: unknown): Slow | undefined {
  if (!(error instanceof Problem) || error.code !== "too_many_bookings") return undefined;
  return { seconds: error.retryAfterSeconds ?? 1 };
}

export function slowAnswer(context: Context, slow: Slow, page: Element): Promise<Response> {
  context.header("retry-after", String(slow.seconds));
  return renderPage(context, page, 429);
}
