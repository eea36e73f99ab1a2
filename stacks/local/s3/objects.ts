import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { checkedBody } from "./body.ts";
import { escapeXml, S3Error, xml } from "./error.ts";
import { decode } from "./signature.ts";
import type { Store, StoredObject } from "./store.ts";

/** A request whose signature has been verified. */
export interface ObjectRequest {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
  readonly body: AsyncIterable<Buffer>;
}

export async function serveObject(
  request: ObjectRequest,
  response: ServerResponse,
  store: Store,
): Promise<void> {
  if (Buffer.byteLength(request.key) > 1024) throw new S3Error("KeyTooLongError");
  refuse(request.query, [
    "acl",
    "tagging",
    "uploads",
    "uploadId",
    "versionId",
    "retention",
    "legal-hold",
    "torrent",
  ]);
  if (request.method === "PUT" && request.headers["x-amz-copy-source"] !== undefined)
    copy(request, response, store);
  else if (request.method === "PUT") await put(request, response, store);
  else if (request.method === "GET" || request.method === "HEAD") await get(request, response, store);
  else if (request.method === "DELETE") {
    store.remove(request.key);
    response.writeHead(204).end();
  } else throw new S3Error("MethodNotAllowed");
}

/** What this store does not do is said, never silently done as something else. */
export function refuse(query: URLSearchParams, names: readonly string[]): void {
  if (names.some((name) => query.has(name))) throw new S3Error("NotImplemented");
}

async function put(request: ObjectRequest, response: ServerResponse, store: Store): Promise<void> {
  const { headers, key } = request;
  if (headers["content-length"] === undefined && headers["x-amz-decoded-content-length"] === undefined)
    throw new S3Error("MissingContentLength");
  const kept = storedHeaders(headers);
  const draft = await store.receive(checkedBody(request.body, { payload: request.payload, headers }));
  const done = store.commit(key, draft, { headers: kept, modified: new Date(), only: putCondition(headers) });
  // What is gone cannot have the tag that was asked for, and S3 says so in its own way.
  const isGone = headers["if-match"] !== undefined && !store.find(key);
  if (!done) throw new S3Error(isGone ? "NoSuchKey" : "PreconditionFailed");
  response.writeHead(200, { etag: `"${draft.md5}"` }).end();
}

function putCondition(headers: ObjectRequest["headers"]): (current: StoredObject | undefined) => boolean {
  const [match, noneMatch] = [headers["if-match"], headers["if-none-match"]];
  if (noneMatch !== undefined && noneMatch !== "*") throw new S3Error("NotImplemented");
  return (current) =>
    (noneMatch === undefined || !current) && (match === undefined || sameTag(match, current?.etag));
}

function copy(request: ObjectRequest, response: ServerResponse, store: Store): void {
  const { headers, bucket } = request;
  const path = decode(headers["x-amz-copy-source"] ?? "").replace(/^\//, "");
  const source = path.startsWith(`${bucket}/`) ? store.find(path.slice(bucket.length + 1)) : undefined;
  if (!source) throw new S3Error("NoSuchKey");
  const match = headers["x-amz-copy-source-if-match"];
  if (match !== undefined && !sameTag(match, source.etag)) throw new S3Error("PreconditionFailed");
  const replaced =
    headers["x-amz-metadata-directive"] === "REPLACE" ? storedHeaders(headers) : source.headers;
  const draft = store.duplicate(source);
  const modified = new Date();
  if (!store.commit(request.key, draft, { headers: replaced, modified, only: putCondition(headers) }))
    throw new S3Error("PreconditionFailed");
  const result = `<ETag>${escapeXml(source.etag)}</ETag><LastModified>${modified.toISOString()}</LastModified>`;
  sendXml(response, `<CopyObjectResult>${result}</CopyObjectResult>`);
}

async function get(request: ObjectRequest, response: ServerResponse, store: Store): Promise<void> {
  const object = store.find(request.key);
  if (!object) throw new S3Error("NoSuchKey");
  const { headers } = request;
  if (headers["if-match"] !== undefined && !sameTag(headers["if-match"], object.etag))
    throw new S3Error("PreconditionFailed");
  if (headers["if-none-match"] !== undefined && sameTag(headers["if-none-match"], object.etag)) {
    response.writeHead(304, { etag: object.etag }).end();
    return;
  }
  const range = rangeOf(headers.range, object.size);
  response.writeHead(range ? 206 : 200, {
    ...object.headers,
    ...overrides(request.query),
    ...(range ? { "content-range": `bytes ${range.start}-${range.end}/${object.size}` } : {}),
    "accept-ranges": "bytes",
    "content-length": range ? range.end - range.start + 1 : object.size,
    etag: object.etag,
    "last-modified": object.modified.toUTCString(),
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(store.read(object, range), response);
}

const overridable =
  /^response-(content-type|content-language|expires|cache-control|content-disposition|content-encoding)$/;

function overrides(query: URLSearchParams): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of query) {
    const header = overridable.exec(name)?.[1];
    if (header !== undefined) found[header] = value;
  }
  return found;
}

function rangeOf(range: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) throw new S3Error("InvalidRange");
  return { start, end };
}

const sameTag = (said: string, etag: string | undefined): boolean =>
  etag !== undefined && (said === "*" || said.replaceAll('"', "") === etag.replaceAll('"', ""));

const keptHeaders = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
];

/** The headers (or form fields) that belong to the object; metadata beyond 2 KB is refused. */
export function storedHeaders(from: Readonly<Record<string, string>>): Record<string, string> {
  const stored: Record<string, string> = { "content-type": from["content-type"] ?? "binary/octet-stream" };
  for (const name of keptHeaders) {
    const value = from[name]?.replace(/(^|,\s*)aws-chunked(,\s*|$)/, "");
    if (value) stored[name] = mailSafe(value);
  }
  let length = 0;
  for (const [name, value] of Object.entries(from)) {
    if (!name.startsWith("x-amz-meta-")) continue;
    length += name.length - "x-amz-meta-".length + Buffer.byteLength(value);
    stored[name] = mailSafe(value);
  }
  if (length > 2048) throw new S3Error("MetadataTooLarge");
  return stored;
}

/** S3 gives back what is not ASCII as an RFC 2047 encoded word, and so do we: whoever reads it must expect that. */
function mailSafe(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`;
}

export function sendXml(response: ServerResponse, root: string, status = 200): void {
  const body = xml(root);
  response
    .writeHead(status, { "content-type": "application/xml", "content-length": Buffer.byteLength(body) })
    .end(body);
}
