import type { ServerResponse } from "node:http";
import { escapeXml, S3Error } from "./error.ts";
import { readUploadForm } from "./form.ts";
import { sendXml, storedHeaders } from "./objects.ts";
import { checkPolicy, type SizeRange } from "./policy.ts";
import type { Signer } from "./signature.ts";
import type { Store } from "./store.ts";

export interface PostRequest {
  readonly bucket: string;
  /** The bucket's address as the browser sees it. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Buffer>;
}

/** A browser's form upload: the policy decides before a byte of the file is kept, the sizes while it comes in. */
export async function servePost(
  request: PostRequest,
  response: ServerResponse,
  { store, signer }: { store: Store; signer: Signer },
): Promise<void> {
  if (request.headers["content-length"] === undefined) throw new S3Error("MissingContentLength");
  const form = await readUploadForm(request.body, request.headers["content-type"] ?? "");
  const { bucket } = request;
  const range = checkPolicy(form.fields, { signer, bucket, now: new Date() });
  const key = form.fields.get("key");
  if (!key) throw new S3Error("InvalidArgument", "Bucket POST must contain a field named 'key'.");
  if (Buffer.byteLength(key) > 1024) throw new S3Error("KeyTooLongError");
  const headers = storedHeaders(Object.fromEntries(form.fields));
  const draft = await store.receive(limited(form.file, range));
  store.commit(key, draft, { headers, modified: new Date() });
  answer({ request, fields: form.fields, key, etag: `"${draft.md5}"` }, response);
}

async function* limited(chunks: AsyncIterable<Buffer>, { least, most }: SizeRange): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new S3Error("EntityTooLarge");
    yield chunk;
  }
  if (size < least) throw new S3Error("EntityTooSmall");
}

interface Posted {
  readonly request: PostRequest;
  readonly fields: ReadonlyMap<string, string>;
  readonly key: string;
  readonly etag: string;
}

function answer({ request, fields, key, etag }: Posted, response: ServerResponse): void {
  const location = `${request.address}/${encodeURIComponent(key)}`;
  const redirect = fields.get("success_action_redirect") ?? fields.get("redirect");
  // An address that is none is ignored, as if the field were not there.
  const target = redirect === undefined ? undefined : URL.parse(redirect);
  if (target) {
    for (const [name, value] of Object.entries({ bucket: request.bucket, key, etag }))
      target.searchParams.append(name, value);
    response.writeHead(303, { location: target.href, etag }).end();
    return;
  }
  const status = fields.get("success_action_status");
  response.setHeader("location", location);
  response.setHeader("etag", etag);
  if (status !== "201") {
    response.writeHead(status === "200" ? 200 : 204).end();
    return;
  }
  const parts = { Location: location, Bucket: request.bucket, Key: key, ETag: etag };
  const inner = Object.entries(parts).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  sendXml(response, `<PostResponse>${inner.join("")}</PostResponse>`, 201);
}
