/**
 * Asking an address that somebody typed whether it answers, without letting them use us to look around inside: only
 * public addresses are reached, each name is resolved once and the connection goes to what was resolved, and every
 * redirect is looked at anew. Nothing is sent but the request, and no body is read.
 */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { request as requestPlain } from "node:http";
import { request as requestSafe } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./outbound.address.ts";

/** `refused`: we do not go there. `failed`: we could not, which says nothing about who can. */
export type Reached =
  | { readonly kind: "answered"; readonly status: number }
  | { readonly kind: "refused"; readonly why: "address" | "not_public" }
  | { readonly kind: "failed"; readonly why: "timeout" | "network" | "redirects" };

export interface Outbound {
  reach(address: string): Promise<Reached>;
}

export interface OutboundOptions {
  /** Origins that are reached wherever they are: our own, which is on this machine when all of it runs on one. */
  readonly ownOrigins?: readonly string[];
  /** For one request; an address takes two of them at most, redirects included. */
  readonly timeoutMilliseconds?: number;
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
}

const MOST_REDIRECTS = 5;
/** What an office may publish on; the low ports of mail and the like are nobody's page. */
const LEAST_HIGH_PORT = 1024;

class NotPublic extends Error {
  override readonly name = "NotPublic";
}

type Method = "HEAD" | "GET";
interface Answer {
  readonly status: number;
  readonly location: string | undefined;
}

const resolveAll = (name: string): Promise<LookupAddress[]> => lookup(name, { all: true, verbatim: true });

export function openOutbound(options: OutboundOptions = {}): Outbound {
  const { ownOrigins = [], timeoutMilliseconds = 4_000, resolve = resolveAll } = options;

  /** Resolved once, all of it public, and handed to the socket: the name cannot mean something else a moment later. */
  const pinned =
    (isOwn: boolean): LookupFunction =>
    (name, { all }, done) => {
      resolve(name).then(
        (found) => {
          const [first] = found;
          if (first === undefined) done(new Error("no address"), []);
          else if (!isOwn && !found.every(({ address }) => isPublicAddress(address)))
            done(new NotPublic(), []);
          else if (all === true) done(null, [...found]);
          else done(null, first.address, first.family);
        },
        (error: Error) => done(error, []),
      );
    };

  function ask(url: URL, method: Method, signal: AbortSignal): Promise<Answer> {
    const { promise, resolve: answered, reject } = Promise.withResolvers<Answer>();
    const request = url.protocol === "https:" ? requestSafe : requestPlain;
    const asked = request(url, {
      method,
      signal,
      // A connection of its own: one that is kept open was looked up for somebody else.
      agent: false,
      lookup: pinned(ownOrigins.includes(url.origin)),
      headers: { accept: "*/*", "user-agent": "Mozilla/5.0 (compatible; link check)" },
    });
    asked.on("response", (response) => {
      answered({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    });
    asked.on("error", reject);
    asked.end();
    return promise;
  }

  async function follow(address: string, method: Method): Promise<Reached> {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    let next = address;
    try {
      for (let turns = 0; turns <= MOST_REDIRECTS; turns += 1) {
        const url = URL.canParse(next) ? new URL(next) : undefined;
        const why = url === undefined ? "address" : refusalOf(url, ownOrigins);
        if (url === undefined || why !== undefined) return { kind: "refused", why: why ?? "address" };
        const { status, location } = await ask(url, method, signal);
        if (status < 300 || status > 399 || location === undefined) return { kind: "answered", status };
        next = URL.canParse(location, url) ? new URL(location, url).href : "";
      }
      return { kind: "failed", why: "redirects" };
    } catch (error) {
      if (error instanceof NotPublic) return { kind: "refused", why: "not_public" };
      return { kind: "failed", why: signal.aborted ? "timeout" : "network" };
    }
  }

  return {
    /** HEAD first; who does not answer that well is asked as a browser would. */
    async reach(address) {
      const head = await follow(address, "HEAD");
      const isSure = head.kind === "refused" || (head.kind === "answered" && head.status < 400);
      return isSure ? head : follow(address, "GET");
    },
  };
}

/** Why an address is not gone to, from what it says; a name is looked at when it is resolved. */
function refusalOf(url: URL, ownOrigins: readonly string[]): "address" | "not_public" | undefined {
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return "address";
  if (ownOrigins.includes(url.origin)) return undefined;
  const port = Number(url.port);
  if (url.port !== "" && port < LEAST_HIGH_PORT && port !== 80 && port !== 443) return "address";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isPublicAddress(host) ? "not_public" : undefined;
}
