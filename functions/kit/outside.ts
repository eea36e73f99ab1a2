/**
 * Calls to servers of others: over HTTPS, to public addresses only, within a time and a size. The address is checked
 * where the connection is made, so that a name cannot answer one thing when it is asked and another when it is used.
 */
import { lookup as systemLookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { BlockList, isIP } from "node:net";

export interface OutsideRequest {
  readonly url: string;
  readonly method?: "POST" | "GET";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly body: string;
}

export interface OutsideOptions {
  readonly timeoutMilliseconds: number;
  readonly mostBytes: number;
  /** For one machine: plain HTTP and addresses inside a network are called too. */
  readonly mayBePrivate: boolean;
  /** Answers names; the system's own unless a test has another. */
  readonly lookup?: LookupFunction;
}

/** `private`: not a public HTTPS address. `too_long`: more was answered than is read. */
export class OutsideError extends Error {
  override readonly name = "OutsideError";
  readonly kind: "private" | "timeout" | "unreachable" | "too_long";
  constructor(kind: OutsideError["kind"], options?: { readonly cause?: unknown }) {
    super(`outside call: ${kind}`, options);
    this.kind = kind;
  }
}

/** Addresses that are nobody's on the internet: one's own machine and network, link-local (metadata), reserved (RFC 6890). */
const closed = new BlockList();
for (const [address, bits] of [
  ...[
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ],
  ...[
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ],
  ...[
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ],
] as const)
  closed.addSubnet(address as string, bits as number, "ipv4");

/** Of IPv6 only 2000::/3 is given out, and these parts of it lead elsewhere (Teredo, documentation, 6to4). */
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
const misled = new BlockList();
for (const [address, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  misled.addSubnet(address, bits, "ipv6");

/** Whether a server of somebody else can have this address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  return family === 6 && given.check(address, "ipv6") && !misled.check(address, "ipv6");
}

/** A look-up that gives public addresses only. */
function publicLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const isOpen = addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
      if (error !== null || !isOpen) return callback(error ?? new OutsideError("private"), []);
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? "", first?.family);
    });
  };
}

function demandPublic(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isOpen = url.protocol === "https:" && (isIP(host) === 0 || isPublicAddress(host));
  if (!isOpen || url.username !== "" || url.password !== "") throw new OutsideError("private");
}

/** Raises `OutsideError`; an answer of any status is an answer. Redirects are not followed. */
export async function callOutside(wanted: OutsideRequest, options: OutsideOptions): Promise<OutsideAnswer> {
  const { timeoutMilliseconds, mostBytes, mayBePrivate, lookup = systemLookup as LookupFunction } = options;
  const url = new URL(wanted.url);
  if (!mayBePrivate) demandPublic(url);
  const open = url.protocol === "https:" ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(outsideError(error, signal));
    const request = open(url, {
      method: wanted.method ?? "POST",
      headers: { ...wanted.headers, "content-length": String(Buffer.byteLength(wanted.body)) },
      lookup: mayBePrivate ? lookup : publicLookup(lookup),
      signal,
      agent: false,
    });
    request.on("error", fail);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= mostBytes) return chunks.push(chunk);
        fail(new OutsideError("too_long"));
        return request.destroy();
      });
      response.on("error", fail);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    request.end(wanted.body);
  });
}

function outsideError(error: unknown, signal: AbortSignal): OutsideError {
  if (error instanceof OutsideError) return error;
  return new OutsideError(signal.aborted ? "timeout" : "unreachable", { cause: error });
}
