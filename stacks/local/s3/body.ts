import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { S3Error } from "./error.ts";

/** What a request says of its body, in headers and (chunked) after it. */
export interface BodyClaims {
  /** As the signature vouches for it: a hex SHA-256, `UNSIGNED-PAYLOAD` or `STREAMING-UNSIGNED-PAYLOAD-TRAILER`. */
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The bytes of an upload, freed of their transfer coding; ends with an S3Error when they are not what was claimed. */
export async function* checkedBody(
  chunks: AsyncIterable<Buffer>,
  claims: BodyClaims,
): AsyncGenerator<Buffer> {
  const trailers: Record<string, string> = {};
  const source =
    isHash(claims.payload) || claims.payload === "UNSIGNED-PAYLOAD"
      ? chunks
      : unchunked(chunks, claims, trailers);
  const payload = createHash("sha256");
  const digests = openDigests({ ...claims.headers, ...announced(claims.headers) });
  for await (const chunk of source) {
    payload.update(chunk);
    for (const digest of digests) digest.update(chunk);
    yield chunk;
  }
  if (isHash(claims.payload) && payload.digest("hex") !== claims.payload)
    throw new S3Error("XAmzContentSHA256Mismatch");
  const said = { ...claims.headers, ...trailers };
  for (const digest of digests) if (said[digest.header] !== digest.result()) throw new S3Error("BadDigest");
}

/** The checksum that a chunked body promises to bring after itself. */
function announced(headers: Readonly<Record<string, string>>): Record<string, string> {
  const trailer = headers["x-amz-trailer"];
  return trailer === undefined ? {} : { [trailer.trim().toLowerCase()]: "" };
}

interface Digest {
  readonly header: string;
  update(chunk: Buffer): void;
  result(): string;
}

function openDigests(headers: Readonly<Record<string, string>>): Digest[] {
  return Object.keys(headers).flatMap((header) => {
    if (header === "content-md5") return [hashed(header, "md5")];
    if (header === "x-amz-checksum-sha1") return [hashed(header, "sha1")];
    if (header === "x-amz-checksum-sha256") return [hashed(header, "sha256")];
    if (header === "x-amz-checksum-crc32") return [cyclic(header)];
    if (/^x-amz-checksum-(crc32c|crc64nvme|md5|sha512|xxhash\w*)$/.test(header))
      throw new S3Error("NotImplemented");
    return [];
  });
}

function hashed(header: string, algorithm: string): Digest {
  const hash = createHash(algorithm);
  return { header, update: (chunk) => void hash.update(chunk), result: () => hash.digest("base64") };
}

function cyclic(header: string): Digest {
  let value = 0;
  return {
    header,
    update: (chunk) => {
      value = crc32(chunk, value);
    },
    result: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString("base64");
    },
  };
}

const isHash = (payload: string): boolean => /^[0-9a-f]{64}$/.test(payload);

/** Takes `aws-chunked` apart: each chunk is its length in hex, a line end, its bytes, a line end; then the trailers. */
async function* unchunked(
  chunks: AsyncIterable<Buffer>,
  claims: BodyClaims,
  trailers: Record<string, string>,
): AsyncGenerator<Buffer> {
  if (claims.payload !== "STREAMING-UNSIGNED-PAYLOAD-TRAILER") throw new S3Error("NotImplemented");
  const reader = lines(chunks);
  for (;;) {
    const length = Number.parseInt(await reader.line(), 16);
    if (Number.isNaN(length)) throw new S3Error("IncompleteBody");
    if (length === 0) break;
    yield* reader.bytes(length);
    if ((await reader.line()) !== "") throw new S3Error("IncompleteBody");
  }
  for (let line = await reader.line(); line !== ""; line = await reader.line()) {
    const [name = "", ...value] = line.split(":");
    trailers[name.trim().toLowerCase()] = value.join(":").trim();
  }
}

interface LineReader {
  line(): Promise<string>;
  bytes(length: number): AsyncGenerator<Buffer>;
}

const longestLine = 4096;

function lines(chunks: AsyncIterable<Buffer>): LineReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let pending: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await iterator.next();
    if (next.done === true) throw new S3Error("IncompleteBody");
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value]);
  };
  return {
    async line() {
      for (;;) {
        const at = pending.indexOf("\r\n");
        if (at >= 0) {
          const line = pending.subarray(0, at).toString("latin1");
          pending = pending.subarray(at + 2);
          return line;
        }
        if (pending.length > longestLine) throw new S3Error("IncompleteBody");
        await more();
      }
    },
    async *bytes(length) {
      for (let left = length; left > 0; ) {
        if (pending.length === 0) await more();
        const head = pending.subarray(0, left);
        pending = pending.subarray(head.length);
        left -= head.length;
        yield head;
      }
    },
  };
}
