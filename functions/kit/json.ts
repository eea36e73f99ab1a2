/** JSON in and out: checked bodies, and problems as RFC 9457 says. */
import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type * as v from "valibot";
import { check } from "./form.ts";
import type { ProblemStatus } from "./problem.ts";
import { invalid, Problem } from "./problem.ts";

/** What a code of a problem means; every code that an API can answer has its facts in such a catalogue. */
export interface ProblemFacts {
  readonly status: ProblemStatus;
  readonly zh: string;
  readonly en: string;
  /** Extension members that come with it, as JSON Schema by their names. */
  readonly members?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
export type ProblemCatalogue = Readonly<Record<string, ProblemFacts>>;

/** Problems that any API has, whatever it is about. */
export const commonProblems = {
  malformed_json: {
    status: 400,
    zh: "请求的内容不是正确的 JSON。",
    en: "The body is not well-formed JSON.",
  },
  not_found: { status: 404, zh: "没有这个地址。", en: "There is nothing at this address." },
  method_not_allowed: {
    status: 405,
    zh: "这个地址不接受这种请求方法，可用的方法见 Allow。",
    en: "This address does not take this method; the header Allow names those it takes.",
  },
  too_large: { status: 413, zh: "请求的内容太大。", en: "The body is larger than this API takes." },
  json_expected: {
    status: 415,
    zh: "请求的内容必须是 JSON，Content-Type 为 application/json。",
    en: "The body must be JSON, with the Content-Type application/json.",
  },
  invalid: {
    status: 422,
    zh: "有的字段不对，见 errors。",
    en: "Some fields are not right; errors names each of them.",
  },
  internal: {
    status: 500,
    zh: "系统出了问题，已经记录。",
    en: "Something went wrong on our side; it is on record.",
  },
  busy: {
    status: 503,
    zh: "现在忙不过来，请按 Retry-After 过一会儿再试。",
    en: "The service is busy; try again after the seconds in Retry-After.",
  },
} as const satisfies ProblemCatalogue;

/** The checked body of a request. Throws 415, 400 or 422, never with a submitted value. */
export async function readJson<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const type = context.req.header("content-type") ?? "";
  if (!/^application\/(json|[a-z0-9.+-]+\+json)\s*(;|$)/i.test(type)) throw new Problem(415, "json_expected");
  const checked = check(schema, await parsed(context));
  if (!checked.ok) throw invalid(checked.errors);
  return checked.value;
}

async function parsed(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, so it is not even kept as a cause.
    throw new Problem(400, "malformed_json");
  }
}

/** RFC 9457; `type` is a relative reference under which the API explains the code in words. */
export function problemJson(problem: Problem, catalogue: ProblemCatalogue = commonProblems): Response {
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (problem.retryAfterSeconds !== undefined) headers.set("retry-after", String(problem.retryAfterSeconds));
  const body = {
    ...problem.members,
    type: `/api/v1/problems/${problem.code}`,
    title: catalogue[problem.code]?.en ?? problem.code,
    status: problem.status,
    code: problem.code,
    ...(problem.basis === undefined ? {} : { basis: problem.basis }),
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}

/** An answer of an API is data: a browser that opens it by itself may run, load and frame nothing. */
export const setUpJsonHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
});
