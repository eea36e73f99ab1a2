/** Headers that routes ask for: their one reading and their one description. */
import type { Context } from "hono";
import { normaliseCode, parseReference } from "../case/reference.ts";
import { addressOf } from "../kit/address.ts";
import type { Parameter } from "../kit/openapi.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Shown } from "../progress/progress.form.ts";
import type { ProgressService } from "../progress/progress.service.ts";
import type { Progress } from "../progress/progress.ts";

export const referenceParameter: Parameter = {
  in: "path",
  name: "reference",
  description: "Number of the case, 19 characters; spaces, hyphens and small letters are fine",
  schema: { type: "string" },
};
export const fileParameter: Parameter = {
  in: "path",
  name: "file",
  description: "Id of a file, from the case",
  schema: { type: "string" },
};
export const submissionKeyParameter: Parameter = {
  in: "header",
  name: "Idempotency-Key",
  description: "Names this request for 24 hours. Make it unguessable, such as a random UUID",
  schema: { type: "string", pattern: "^[\\x21-\\x7e]{16,200}$" },
  required: true,
  example: "5b8f1c1e-4a55-4a3e-9d0a-6a3f0c7f2b11",
};
export const commandKeyParameter: Parameter = {
  ...submissionKeyParameter,
  description:
    "The same key again does nothing more, as long as nothing else happened to the case since; with other content it is refused",
  required: false,
};
export const versionParameter: Parameter = {
  in: "header",
  name: "If-Match",
  description:
    "The ETag of the case as you saw it; if it has changed since, the answer is 409 `case_changed`",
  schema: { type: "string", pattern: '^"\\d{1,9}"$' },
};

/** The header that says which version was seen; `otherwise` says when it may be left out. */
export const seenParameter = (otherwise?: string): Parameter => ({
  ...versionParameter,
  description: `The ETag of what you saw${otherwise === undefined ? "" : `; ${otherwise}`}`,
  required: otherwise === undefined,
});

const KEY_SHAPE = /^[\x21-\x7e]{16,200}$/;
const VERSION_SHAPE = /^"(\d{1,9})"$/;
const PHONE_SHAPE = /^\d{4}$/;

/** Throws 428 without a key, 400 for one of another shape. */
export function submissionKey(context: Context): string {
  const key = commandKey(context);
  if (key === undefined) throw new Problem(428, "idempotency_key_required");
  return key;
}

export function commandKey(context: Context): string | undefined {
  const key = context.req.header("idempotency-key");
  if (key === undefined || key === "") return undefined;
  if (!KEY_SHAPE.test(key)) throw new Problem(400, "idempotency_key_invalid");
  return key;
}

/** The version that the caller saw; undefined when they do not say. */
export function expectedVersion(context: Context): number | undefined {
  const tag = context.req.header("if-match");
  if (tag === undefined || tag === "*") return undefined;
  const version = VERSION_SHAPE.exec(tag)?.[1];
  if (version === undefined) throw new Problem(400, "if_match_invalid");
  return Number(version);
}

/** Throws 428 for who does not say what they have looked at: nothing is decided unseen. */
export function seenVersion(context: Context): number {
  const version = expectedVersion(context);
  if (version === undefined) throw new Problem(428, "version_required");
  return version;
}

/** The number as it is kept. One that cannot be of ours is answered as a missing one is. */
export function referenceOf(context: Context): string {
  const parsed = parseReference(context.req.param("reference") ?? "");
  if (parsed === undefined) throw notFound("case_not_found");
  return parsed.reference;
}

/**
 * The case, if the caller shows to be its applicant. A missing case and a wrong code are one answer, 404
 * `case_not_found`, and count as the same wrong try.
 */
export async function provenCase(
  context: Context,
  progress: Pick<ProgressService, "prove">,
  proofs: "code" | "code_or_phone",
): Promise<Progress> {
  const proof = proofOf(context, proofs);
  const proven = await progress.prove({ reference: referenceOf(context), ...proof }, addressOf(context));
  if (proven === undefined) throw notFound("case_not_found");
  return proven;
}

/** The same for a case of any kind: its number. */
export async function provenReference(
  context: Context,
  progress: Pick<ProgressService, "open">,
  proofs: "code" | "code_or_phone",
): Promise<string> {
  const proof = proofOf(context, proofs);
  const proven = await progress.open({ reference: referenceOf(context), ...proof }, addressOf(context));
  if (proven === undefined) throw notFound("case_not_found");
  return proven;
}

function proofOf(context: Context, proofs: "code" | "code_or_phone"): Omit<Shown, "reference"> {
  const code = context.req.header("query-code");
  const phone4 = proofs === "code" ? undefined : context.req.header("phone-last4");
  if (code !== undefined) {
    if (normaliseCode(code) === undefined) throw new Problem(400, "proof_invalid");
    return { queryCode: code };
  }
  if (phone4 === undefined) throw new Problem(400, "proof_required");
  if (!PHONE_SHAPE.test(phone4)) throw new Problem(400, "proof_invalid");
  return { phone4 };
}
