/** What both the sign-in and the API know of the issuer: its metadata, found once and kept, and how it is reached. */
import type { AuthorizationServer } from "oauth4webapi";
import * as oauth from "oauth4webapi";
import { busy } from "../kit/problem.ts";

export interface Issuer {
  readonly metadata: () => Promise<AuthorizationServer>;
  /** Goes with every request: a time limit, and leave to use plain HTTP on this machine only. */
  readonly http: () => { signal: AbortSignal; [oauth.allowInsecureRequests]?: boolean };
}

const TIME_LIMIT_MILLISECONDS = 5_000;
/** Long enough to cost nothing, short enough for a moved endpoint to be found without a restart. */
const KEPT_MILLISECONDS = 60 * 60 * 1000;
/** Small differences between the clocks of two machines are no reason to send somebody away. */
export const CLOCK_TOLERANCE_SECONDS = 30;

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** Throws for an issuer without TLS that is not on this machine: whoever sits in between could sign in as anyone. */
export function openIssuer(address: string, now: () => number = () => performance.now()): Issuer {
  const url = new URL(address);
  const plain = url.protocol === "http:";
  if (plain && !isLoopback(url.hostname)) throw new Error("An issuer must be reached by https");
  const http = () => ({
    signal: AbortSignal.timeout(TIME_LIMIT_MILLISECONDS),
    ...(plain ? { [oauth.allowInsecureRequests]: true } : {}),
  });
  let found: { readonly at: number; readonly metadata: Promise<AuthorizationServer> } | undefined;

  async function discover(): Promise<AuthorizationServer> {
    try {
      return await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, http()));
    } catch (cause) {
      found = undefined;
      throw busy(cause);
    }
  }

  return {
    http,
    metadata() {
      if (found === undefined || now() - found.at > KEPT_MILLISECONDS)
        found = { at: now(), metadata: discover() };
      return found.metadata;
    },
  };
}

/** Whether it was the way to the issuer that failed, and not what it said. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof TypeError
    ? error.message === "fetch failed"
    : ["TimeoutError", "AbortError"].includes(error.name));
