/** Pages that were sent too often come back as they were, with what to do beside their button. */
import type { Context } from "hono";
import type { Slow } from "../../web/pages/booking/slow.tsx";
import { addressOf } from "../kit/address.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import { type Element, renderPage } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import type { Challenge } from "./booking.challenge.ts";
import { challengeText } from "./booking.challenge.ts";

/** What to say of a limit that was met; undefined for every other error. */
export function slowOf(error: unknown): Slow | undefined {
  if (!(error instanceof Problem)) return undefined;
  const seconds = error.retryAfterSeconds ?? 1;
  if (error.code === "too_many_bookings") return { seconds };
  if (error.code !== "proof_required") return undefined;
  return { seconds, challenge: challengeText(error.members?.challenge as Challenge) };
}

export function slowAnswer(context: Context, slow: Slow, page: Element): Promise<Response> {
  context.header("retry-after", String(slow.seconds));
  return renderPage(context, page, 429);
}

/** Where a form comes from, and what it answers to a challenge. */
export const tryIn = (context: Context, sent: FormValues) => ({
  address: addressOf(context),
  answer: fieldOf(sent, "answer"),
});
