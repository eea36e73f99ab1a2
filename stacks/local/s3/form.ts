import { S3Error } from "./error.ts";

/** A POST form up to and including the name of its file; the bytes of the file are still on their way. */
export interface UploadForm {
  /** By lower-cased name, with `${filename}` replaced in each. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: AsyncIterable<Buffer>;
}

/** "The form data and boundaries (excluding the contents of the file) cannot exceed 20 KB." */
const largestPreamble = 20 * 1024;

/** Reads a `multipart/form-data` body as S3 does: fields, then one file; whatever comes after the file is ignored. */
export async function readUploadForm(
  chunks: AsyncIterable<Buffer>,
  contentType: string,
): Promise<UploadForm> {
  const boundary = boundaryOf(contentType);
  const source = readAhead(chunks);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line before it; lending it one makes all delimiters alike.
  source.unread(Buffer.from("\r\n"));
  await source.until(delimiter, largestPreamble);
  const fields = new Map<string, string>();
  for (let read = 0; ; ) {
    const part = await nextPart(source);
    if (part === undefined) throw new S3Error("IncorrectNumberOfFilesInPostRequest");
    if (part.name === "file") return { fields: named(fields, part.fileName), file: source.stream(delimiter) };
    const value = await source.until(delimiter, largestPreamble);
    read += value.length + part.length;
    if (read > largestPreamble) throw new S3Error("MaxPostPreDataLengthExceeded");
    fields.set(part.name, value.toString("utf8"));
  }
}

function boundaryOf(contentType: string): string {
  if (!/^multipart\/form-data\s*(;|$)/i.test(contentType))
    throw new S3Error("PreconditionFailed", "Bucket POST must be of the enclosure-type multipart/form-data");
  const [, quoted, plain] = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new S3Error("MalformedPOSTRequest");
  return boundary;
}

interface Part {
  readonly name: string;
  readonly fileName: string;
  readonly length: number;
}

async function nextPart(source: ReadAhead): Promise<Part | undefined> {
  const after = await source.take(2);
  if (after.toString("latin1") === "--") return undefined;
  if (after.toString("latin1") !== "\r\n") throw new S3Error("MalformedPOSTRequest");
  const headers = (await source.until(Buffer.from("\r\n\r\n"), 4096)).toString("utf8");
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers)?.[1] ?? "";
  const name = /[;\s]name="([^"]*)"/.exec(` ${disposition}`)?.[1];
  if (name === undefined) throw new S3Error("MalformedPOSTRequest");
  const fileName = /[;\s]filename="([^"]*)"/.exec(` ${disposition}`)?.[1] ?? "";
  return { name: name.toLowerCase(), fileName: browserName(fileName), length: headers.length };
}

/** Browsers write `"` and line ends in a file name as `%22`, `%0D` and `%0A`; S3 keeps what follows the last slash. */
function browserName(fileName: string): string {
  const written = fileName.replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
  return written.split(/[/\\]/).at(-1) ?? "";
}

function named(fields: ReadonlyMap<string, string>, fileName: string): ReadonlyMap<string, string> {
  const literal = new Set(["policy", "x-amz-signature"]);
  return new Map(
    [...fields].map(([name, value]) => [
      name,
      literal.has(name) ? value : value.replace(/\$\{filename\}/g, () => fileName),
    ]),
  );
}

interface ReadAhead {
  unread(bytes: Buffer): void;
  take(length: number): Promise<Buffer>;
  /** The bytes before `marker`, which is consumed; at most `limit` of them. */
  until(marker: Buffer, limit: number): Promise<Buffer>;
  /** The bytes before `marker` as they come. */
  stream(marker: Buffer): AsyncIterable<Buffer>;
}

function readAhead(chunks: AsyncIterable<Buffer>): ReadAhead {
  const iterator = chunks[Symbol.asyncIterator]();
  let pending: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await iterator.next();
    if (next.done === true) throw new S3Error("MalformedPOSTRequest");
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value]);
  };
  const cut = (length: number): Buffer => {
    const head = pending.subarray(0, length);
    pending = pending.subarray(length);
    return head;
  };
  return {
    unread: (bytes) => {
      pending = Buffer.concat([bytes, pending]);
    },
    async take(length) {
      while (pending.length < length) await more();
      return cut(length);
    },
    async until(marker, limit) {
      for (;;) {
        const at = pending.indexOf(marker);
        if (at > limit || (at < 0 && pending.length > limit + marker.length))
          throw new S3Error("MaxPostPreDataLengthExceeded");
        if (at >= 0) return cut(at + marker.length).subarray(0, at);
        await more();
      }
    },
    async *stream(marker) {
      for (;;) {
        const at = pending.indexOf(marker);
        if (at >= 0) {
          if (at > 0) yield cut(at);
          return;
        }
        // The marker may straddle two chunks: its length less one stays behind.
        const safe = pending.length - marker.length + 1;
        if (safe > 0) yield cut(safe);
        await more();
      }
    },
  };
}
