/** The shell around every Lambda handler: context in the log, metrics flushed, a page before time runs out. */
import type { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import type { Metrics } from "@aws-lambda-powertools/metrics";
import middy from "@middy/core";
import type { Handler } from "aws-lambda";
import type { Env, Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { errorAttributes } from "./log.ts";

export interface Shell {
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Leaves this much of the function's time for answering that it takes too long. */
const EARLY_MILLISECONDS = 800;

/** What is answered when the app itself cannot: out of time (503), or an error outside of it (500). */
export type Emergency = (status: 500 | 503) => { statusCode: number; headers: object; body: string };

const headers = (type: string) => ({ "content-type": type, "cache-control": "no-store", "retry-after": "5" });
const sentences = {
  500: "系统出错了，请稍后再试。\nSomething went wrong. Please try again shortly.",
  503: "办理超时，请稍后再试。\nThis took too long. Please try again shortly.",
};

/** For people: two sentences that need no template, since whatever failed may have been the templates. */
export const plainEmergency: Emergency = (status) => ({
  statusCode: status,
  headers: headers("text/plain; charset=utf-8"),
  body: sentences[status],
});

/** For programs: a problem as RFC 9457 says. */
export const jsonEmergency: Emergency = (status) => {
  const code = status === 503 ? "busy" : "internal";
  const body = { type: `/api/v1/problems/${code}`, title: sentences[status].split("\n")[1], status, code };
  return { statusCode: status, headers: headers("application/problem+json"), body: JSON.stringify(body) };
};

/** A hono app behind API Gateway (payload version 2). */
export function httpHandler<E extends Env>(app: Hono<E>, shell: Shell, emergency = plainEmergency): Handler {
  return middy({
    timeoutEarlyInMillis: EARLY_MILLISECONDS,
    timeoutEarlyResponse: () => emergency(503),
  })
    .use(injectLambdaContext(shell.logger))
    .use(flushMetrics(shell))
    .use(lastResort(shell, emergency))
    .handler(handle(app) as never) as unknown as Handler;
}

/** A function that is called by a schedule or a stream; what it throws makes the caller try again. */
export function eventHandler<Event, Result>(work: (event: Event) => Promise<Result>, shell: Shell): Handler {
  return middy()
    .use(injectLambdaContext(shell.logger))
    .use(flushMetrics(shell))
    .handler(work as never) as unknown as Handler;
}

/** Powertools' own middleware warns whenever nothing was counted, which here is the ordinary case. */
const flushMetrics = ({ metrics }: Shell) => {
  const flush = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: flush, onError: flush };
};

/** hono answers its own errors; what arrives here was raised outside of the app. */
const lastResort = ({ logger }: Shell, emergency: Emergency) => ({
  onError: (request: { error: unknown; response: unknown }) => {
    logger.error("unhandled", errorAttributes(request.error));
    request.response = emergency(500);
  },
});
