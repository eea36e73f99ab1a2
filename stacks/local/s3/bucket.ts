import type { ServerResponse } from "node:http";
import { escapeXml, S3Error } from "./error.ts";
import { type ObjectRequest, refuse, sendXml } from "./objects.ts";
import type { Store, StoredObject } from "./store.ts";

/** Requests on the bucket itself: does it exist, and what is in it. */
export async function serveBucket(
  request: ObjectRequest,
  response: ServerResponse,
  store: Store,
): Promise<void> {
  const { method, query } = request;
  if (method === "HEAD") response.writeHead(200, { "x-amz-bucket-region": "cn-north-1" }).end();
  else if (method === "POST" && query.has("delete")) await removeMany(request, response, store);
  else if (method === "GET" && query.get("list-type") === "2") list(request, response, store);
  else throw new S3Error("NotImplemented");
}

function list({ bucket, query }: ObjectRequest, response: ServerResponse, store: Store): void {
  refuse(
    query,
    ["delimiter", "encoding-type"].filter((name) => query.get(name) !== null && query.get(name) !== ""),
  );
  const prefix = query.get("prefix") ?? "";
  const limit = Math.min(Number(query.get("max-keys") ?? 1000), 1000);
  const token = query.get("continuation-token");
  const after =
    token === null ? (query.get("start-after") ?? "") : Buffer.from(token, "base64url").toString("utf8");
  const found = store.list(prefix, after, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next =
    found.length > limit && last
      ? `<NextContinuationToken>${Buffer.from(last.key).toString("base64url")}</NextContinuationToken>`
      : "";
  sendXml(
    response,
    `<ListBucketResult><Name>${escapeXml(bucket)}</Name><Prefix>${escapeXml(prefix)}</Prefix><MaxKeys>${limit}</MaxKeys>` +
      `<KeyCount>${shown.length}</KeyCount><IsTruncated>${next !== ""}</IsTruncated>${next}` +
      `${shown.map(entry).join("")}</ListBucketResult>`,
  );
}

const entry = (object: StoredObject): string =>
  `<Contents><Key>${escapeXml(object.key)}</Key><LastModified>${object.modified.toISOString()}</LastModified>` +
  `<ETag>${escapeXml(object.etag)}</ETag><Size>${object.size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;

async function removeMany(request: ObjectRequest, response: ServerResponse, store: Store): Promise<void> {
  const parts: Buffer[] = [];
  for await (const chunk of request.body) parts.push(chunk);
  const text = Buffer.concat(parts).toString("utf8");
  const keys = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map((match) => unescapeXml(match[1] ?? ""));
  if (keys.length === 0 || keys.length > 1000) throw new S3Error("MalformedXML");
  for (const key of keys) store.remove(key);
  const deleted = keys.map((key) => `<Deleted><Key>${escapeXml(key)}</Key></Deleted>`).join("");
  sendXml(response, `<DeleteResult>${deleted}</DeleteResult>`);
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
