/** What every answer carries and every request must pass, in the order in which apps list them. */
import type { Context, MiddlewareHandler, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { Log } from "./log.ts";
import { Problem } from "./problem.ts";

export interface Origins {
  /** What people see in the address bar. */
  readonly public: string;
  /** Where else a form may be sent: the bucket (uploads) and the issuer (sign-out). */
  readonly forms: readonly string[];
  /** Where else a script may send to: the bucket. */
  readonly uploads: readonly string[];
}

/**
 * No inline script or style, nothing from elsewhere. The referrer policy is `same-origin` and not `no-referrer`,
 * because browsers then send `Origin: null` with our own forms, which the CSRF check must refuse.
 */
export function setUpHeaders(origins: Origins): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      connectSrc: ["'self'", ...origins.uploads],
      formAction: ["'self'", ...origins.forms],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  });
}

/** Pages are personal unless a route says otherwise. */
export const setUpNoStore: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
};

/** The public origin is given, because behind API Gateway hono sees another host than the browser does. */
export function setUpCsrf(origins: Origins): MiddlewareHandler {
  const guard = csrf({ origin: origins.public });
  return async (context: Context, next: Next) => {
    try {
      return await guard(context, next);
    } catch (error) {
      if ((error as { status?: number }).status === 403) throw new Problem(403, "foreign_form");
      throw error;
    }
  };
}

export function setUpBodyLimit(maxSizeBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxSizeBytes,
    onError: () => {
      throw new Problem(413, "too_large");
    },
  });
}

/** One line a request: the route's pattern, never the address that was asked for. */
export function setUpRequestLog(log: Log): MiddlewareHandler {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - started);
    log.info("request", {
      method: context.req.method,
      // What is behind a door says itself which of its routes answered.
      route: context.get("route") ?? context.req.routePath,
      status: context.res.status,
      milliseconds,
    });
  };
}
