import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { listenNear } from "./port.ts";
import { serveBucket } from "./s3/bucket.ts";
import { S3Error } from "./s3/error.ts";
import { serveObject } from "./s3/objects.ts";
import { decode, type Signer, verifyRequest } from "./s3/signature.ts";
import { openStore, type Store } from "./s3/store.ts";
import { servePost } from "./s3/upload.ts";

export interface S3Options {
  /** Where the objects are kept. */
  readonly folder: string;
  readonly bucket: string;
  /** Taken when it is free, so that forms on open pages survive a restart; any other free one when not. */
  readonly port?: number;
  readonly signer: Signer;
  /** The origin whose pages may post to the bucket with JavaScript (CORS). */
  readonly publicOrigin: string;
}

export interface LocalS3 {
  readonly endpoint: string;
  readonly store: Store;
  stop(): Promise<void>;
}

/** Starts the embedded S3 on a free loopback port: one bucket, path-style addresses, and S3's refusals. */
export async function startS3(options: S3Options): Promise<LocalS3> {
  const store = openStore(options.folder);
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    void respond(request, response, { ...options, store });
  });
  return {
    endpoint: `http://127.0.0.1:${await listenNear(server, options.port ?? 0)}`,
    store,
    stop: () => stop(server, store),
  };
}

async function stop(server: Server, store: Store): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
  store.close();
}

type Context = S3Options & { readonly store: Store };

async function respond(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  response.setHeader("server", "YichuangLocalS3");
  // Left open when reading stops early: the connection still has to carry our refusal.
  const body = request.iterator({ destroyOnReturn: false });
  try {
    allowOrigin(request, response, context.publicOrigin);
    if (request.method === "OPTIONS") preflight(request, response, context.publicOrigin);
    else await serve(request, response, { ...context, body });
  } catch (error) {
    await body.return?.();
    fail(request, response, error);
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context & { body: AsyncIterable<Buffer> },
): Promise<void> {
  const target = request.url ?? "/";
  const headers = plainHeaders(request);
  const [bucket = "", ...rest] = (target.split("?")[0] ?? "").slice(1).split("/");
  const key = decode(rest.join("/"));
  const query = new URLSearchParams(target.split("?").slice(1).join("?"));
  const method = request.method ?? "GET";
  if (
    method === "POST" &&
    key === "" &&
    headers.authorization === undefined &&
    !query.has("X-Amz-Algorithm")
  ) {
    if (bucket !== context.bucket) throw new S3Error("NoSuchBucket");
    const address = `http://${headers.host ?? "127.0.0.1"}/${bucket}`;
    await servePost({ bucket, address, headers, body: context.body }, response, context);
    return;
  }
  const { payload } = verifyRequest({ method, target, headers }, context.signer, new Date());
  if (bucket !== context.bucket) throw new S3Error("NoSuchBucket");
  const verified = { method, bucket, key, query, headers, payload, body: context.body };
  await (key === "" ? serveBucket : serveObject)(verified, response, context.store);
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct))
    plain[name] = (values ?? []).join(",");
  return plain;
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, publicOrigin: string): void {
  if (request.headers.origin !== publicOrigin) return;
  response.setHeader("access-control-allow-origin", publicOrigin);
  response.setHeader("access-control-expose-headers", "ETag, Location");
  response.setHeader("vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
}

function preflight(request: IncomingMessage, response: ServerResponse, publicOrigin: string): void {
  if (request.headers.origin !== publicOrigin || request.headers["access-control-request-method"] !== "POST")
    throw new S3Error("AccessForbidden");
  response.setHeader("access-control-allow-methods", "POST");
  const wanted = request.headers["access-control-request-headers"];
  if (wanted !== undefined) response.setHeader("access-control-allow-headers", wanted);
  response.setHeader("access-control-max-age", "3000");
  response.writeHead(200).end();
}

/** So much of a refused upload is read and thrown away, so that the browser gets to read the answer. */
const drained = 64 * 1024 ** 2;

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.socket?.destroyed !== false) {
    response.destroy();
    return;
  }
  const known = error instanceof S3Error ? error : new S3Error("InternalError");
  if (known.code === "InternalError") console.error("local S3:", error);
  for (const name of ["content-length", "etag", "location"]) response.removeHeader(name);
  const body = request.method === "HEAD" ? "" : known.toXml();
  response.writeHead(known.status, { "content-type": "application/xml", connection: "close" }).end(body);
  let read = 0;
  request.on("data", (chunk: Buffer) => {
    read += chunk.length;
    if (read > drained) request.destroy();
  });
  request.resume();
}
