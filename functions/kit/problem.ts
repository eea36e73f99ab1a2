/**
 * What may be shown to whoever asked. Every other error is an internal one and is answered without its message.
 * Codes name the kind of problem and never carry what was submitted.
 */

export interface ProblemOptions {
  /** Tell the client when to come back (429 and 503). */
  readonly retryAfterSeconds?: number;
  /** Which fields are wrong, for 422: field names and codes, no values. */
  readonly errors?: FieldErrors;
  /** The provision of a law that stands against it, such as `33(2)`. */
  readonly basis?: string | undefined;
  /** Extension members of RFC 9457: what helps to go on, such as other times; no values that were sent. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export interface FieldError {
  readonly field: string;
  /** A code such as `name.required`; its sentences are in `web/copy`. */
  readonly code: string;
  /** Where it is a law that refuses and not a form: its provision. Such a refusal goes on record. */
  readonly basis?: string | undefined;
}
export type FieldErrors = readonly FieldError[];

export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: ProblemStatus;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: FieldErrors | undefined;
  readonly basis: string | undefined;
  readonly members: Readonly<Record<string, unknown>> | undefined;

  constructor(status: ProblemStatus, code: string, options: ProblemOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.errors = options.errors;
    this.basis = options.basis;
    this.members = options.members;
  }
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

export const invalid = (errors: FieldErrors): Problem => new Problem(422, "invalid", { errors });
export const notFound = (code = "not_found"): Problem => new Problem(404, code);
export const forbidden = (code = "forbidden"): Problem => new Problem(403, code);
export const conflict = (code: string, basis?: string): Problem => new Problem(409, code, { basis });
export const tooMany = (retryAfterSeconds: number, code = "too_many"): Problem =>
  new Problem(429, code, { retryAfterSeconds });
export const busy = (cause?: unknown): Problem =>
  new Problem(503, "busy", { retryAfterSeconds: 2, ...(cause === undefined ? {} : { cause }) });
