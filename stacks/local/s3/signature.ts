import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { S3Error } from "./error.ts";

/** What may sign, and for which region. */
export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** A request as it came over the wire: the target is still percent-encoded, header names are lower-cased. */
export interface SignedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The hash that the signature vouches for: a hex SHA-256, `UNSIGNED-PAYLOAD` or a `STREAMING-...` word. */
export interface Verified {
  readonly payload: string;
}

const algorithm = "AWS4-HMAC-SHA256";
const skewMilliseconds = 15 * 60_000;
const longestExpirySeconds = 7 * 24 * 3600;

/**
 * Checks the AWS Signature Version 4 of a request, in its headers or in its query (presigned).
 * Throws what S3 answers: nothing signed is AccessDenied, a wrong signature is SignatureDoesNotMatch.
 */
export function verifyRequest(request: SignedRequest, signer: Signer, now: Date): Verified {
  const query = new URLSearchParams(queryOf(request.target));
  const authorization = request.headers.authorization;
  if (authorization !== undefined && query.has("X-Amz-Algorithm"))
    throw new S3Error("InvalidArgument", "Only one auth mechanism allowed");
  if (authorization !== undefined) return verifyHeaders(request, authorization, { signer, now });
  if (query.has("X-Amz-Algorithm")) return verifyQuery(request, query, { signer, now });
  throw new S3Error("AccessDenied");
}

interface Against {
  readonly signer: Signer;
  readonly now: Date;
}

function verifyHeaders(request: SignedRequest, authorization: string, { signer, now }: Against): Verified {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, credential, signedHeaders, signature] = parts ?? [];
  if (!credential || !signedHeaders || !signature) throw new S3Error("AuthorizationHeaderMalformed");
  const payload = request.headers["x-amz-content-sha256"];
  if (payload === undefined)
    throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
  const date = request.headers["x-amz-date"] ?? "";
  const signedAt = parseDate(date);
  if (signedAt === undefined)
    throw new S3Error("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
  if (Math.abs(now.getTime() - signedAt) > skewMilliseconds) throw new S3Error("RequestTimeTooSkewed");
  const scope = checkCredential(credential, signer, date);
  check(request, { scope, date, signedHeaders: signedHeaders.split(";"), payload, signature }, signer);
  return { payload };
}

function verifyQuery(request: SignedRequest, query: URLSearchParams, { signer, now }: Against): Verified {
  const read = (name: string): string => {
    const value = query.get(name);
    if (value === null || value === "")
      throw new S3Error("AuthorizationQueryParametersError", `Missing ${name}`);
    return value;
  };
  if (read("X-Amz-Algorithm") !== algorithm) throw new S3Error("AuthorizationQueryParametersError");
  const date = read("X-Amz-Date");
  const signedAt = parseDate(date);
  const expires = Number(read("X-Amz-Expires"));
  if (signedAt === undefined || !Number.isInteger(expires) || expires < 0 || expires > longestExpirySeconds)
    throw new S3Error("AuthorizationQueryParametersError");
  const scope = checkCredential(read("X-Amz-Credential"), signer, date);
  if (signedAt > now.getTime() + skewMilliseconds)
    throw new S3Error("AccessDenied", "Request is not yet valid");
  if (now.getTime() > signedAt + expires * 1000) throw new S3Error("AccessDenied", "Request has expired");
  const payload =
    query.get("X-Amz-Content-Sha256") ?? request.headers["x-amz-content-sha256"] ?? "UNSIGNED-PAYLOAD";
  const signedHeaders = read("X-Amz-SignedHeaders").split(";");
  check(request, { scope, date, signedHeaders, payload, signature: read("X-Amz-Signature") }, signer);
  return { payload };
}

interface Claim {
  readonly scope: string;
  readonly date: string;
  readonly signedHeaders: readonly string[];
  readonly payload: string;
  readonly signature: string;
}

function check(request: SignedRequest, claim: Claim, signer: Signer): void {
  const unsigned = Object.keys(request.headers).filter(
    (name) => (name === "host" || name.startsWith("x-amz-")) && !claim.signedHeaders.includes(name),
  );
  if (unsigned.length > 0)
    throw new S3Error("AccessDenied", "There were headers present in the request which were not signed");
  const canonical = [
    request.method,
    canonicalPath(request.target),
    canonicalQuery(request.target),
    ...claim.signedHeaders.map((name) => `${name}:${trimmed(request.headers[name] ?? "")}`),
    "",
    claim.signedHeaders.join(";"),
    claim.payload,
  ].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const expected = sign([algorithm, claim.date, claim.scope, hash].join("\n"), claim.scope, signer);
  if (!sameText(expected, claim.signature)) throw new S3Error("SignatureDoesNotMatch");
}

/** Checks `key/yyyymmdd/region/s3/aws4_request` against the signer and the date, and returns the part after the key. */
export function checkCredential(credential: string, signer: Signer, date: string): string {
  const [accessKeyId, day, region, service, end] = credential.split("/");
  if (accessKeyId !== signer.accessKeyId) throw new S3Error("InvalidAccessKeyId");
  if (region !== signer.region)
    throw new S3Error("AuthorizationHeaderMalformed", `The region is wrong; expecting '${signer.region}'`);
  if (service !== "s3" || end !== "aws4_request" || day !== date.slice(0, 8))
    throw new S3Error("AuthorizationHeaderMalformed", "The credential scope is wrong");
  return `${day}/${region}/${service}/${end}`;
}

/** Signs `text` with the key that Signature Version 4 derives for a scope (`yyyymmdd/region/service/aws4_request`). */
export function sign(text: string, scope: string, signer: Signer): string {
  let key: Buffer | string = `AWS4${signer.secretAccessKey}`;
  for (const part of scope.split("/")) key = createHmac("sha256", key).update(part).digest();
  return createHmac("sha256", key).update(text).digest("hex");
}

export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `20260320T080000Z` in milliseconds since the epoch, or undefined. */
export function parseDate(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

const queryOf = (target: string): string => target.split("?").slice(1).join("?");

function canonicalPath(target: string): string {
  const path = target.split("?")[0] ?? "/";
  return path
    .split("/")
    .map((part) => encode(decode(part)))
    .join("/");
}

function canonicalQuery(target: string): string {
  const pairs = queryOf(target)
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [encode(decode(name)), encode(decode(value.join("=")))] as const;
    })
    .filter(([name]) => name !== "X-Amz-Signature");
  return pairs
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
}

const trimmed = (value: string): string => value.trim().replace(/ +/g, " ");

/** RFC 3986: `encodeURIComponent` leaves five more signs alone than AWS does. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error("InvalidArgument", "The request target is not valid UTF-8");
  }
}
