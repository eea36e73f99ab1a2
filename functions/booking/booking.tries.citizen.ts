/** Pages that ask for code and telephone come back as they were when that was tried too often, with what to do. */
import type { Context } from "hono";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";

/** What to say beside the telephone, with the header that says when to come again; undefined for every other error. */
export function triesErrors(context: Context, error: unknown): FieldErrors | undefined {
  if (!(error instanceof Problem) || error.code !== "too_many_tries") return undefined;
  context.header("retry-after", String(error.retryAfterSeconds ?? 1));
  return [{ field: "phone", code: error.members?.whole === true ? "tries_whole" : "tries_wait" }];
}
