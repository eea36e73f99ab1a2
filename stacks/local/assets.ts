import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Static files by their address: looked up, never opened by a path that a request gives. */
export interface Assets {
  /** Answers the request if it names a file; false when there is none. */
  serve(path: string, request: IncomingMessage, response: ServerResponse): boolean;
}

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Reads a build of the web assets, compressed once, under the address that pages give (`/assets/3f2a91`). */
export function openAssets(folder: string, address: string): Assets {
  const found = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    found.set(`${address}/${relative(folder, file).split(sep).join("/")}`, read(file));
  }
  return {
    serve(path, request, response) {
      const asset = found.get(path);
      if (asset) send(asset, request, response);
      return asset !== undefined;
    },
  };
}

function read(file: string): Asset {
  const plain = readFileSync(file);
  const type = types[extname(file)] ?? "application/octet-stream";
  const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 16)}"`;
  const compressible = /^text\/|json|svg/.test(type);
  if (!compressible) return { type, etag, plain };
  // Quality 9 keeps the start quick; a CDN would do no better.
  const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { type, etag, plain, br, gzip: gzipSync(plain, { level: 9 }) };
}

function send(asset: Asset, request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const coding = (["br", "gzip"] as const).find(
    (name) => new RegExp(`\\b${name}\\b`).test(accepted) && asset[name],
  );
  const body = (coding && asset[coding]) ?? asset.plain;
  const headers = {
    "cache-control": "public, max-age=31536000, immutable",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "content-type": asset.type,
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    etag: asset.etag,
    vary: "accept-encoding",
    ...(coding ? { "content-encoding": coding } : {}),
  };
  if (request.headers["if-none-match"] === asset.etag) response.writeHead(304, headers).end();
  else
    response
      .writeHead(200, { ...headers, "content-length": body.length })
      .end(request.method === "HEAD" ? "" : body);
}
