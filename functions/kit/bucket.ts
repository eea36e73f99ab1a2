/** The one door to S3. Its client is loaded at the first use, because most requests never touch a file. */
import type { S3Client } from "@aws-sdk/client-s3";

export interface StoredFile {
  readonly sizeBytes: number;
  /** Names the exact bytes that were read, so that a later copy can insist on them. */
  readonly etag: string;
  /** Metadata that the uploader gave, keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** An object as it was at one moment. */
export interface TaggedFile {
  readonly bytes: Uint8Array;
  /** Names exactly these bytes, so that a later write can insist on replacing no others. */
  readonly etag: string;
}

/** Everything that a browser needs to post one file straight to the bucket. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadRules {
  readonly key: string;
  readonly maxSizeBytes: number;
  readonly expiresInSeconds: number;
  /** Where the browser goes after a successful post without JavaScript. */
  readonly redirectTo?: string;
}

export interface Bucket {
  uploadForm(rules: UploadRules): Promise<UploadForm>;
  /** What is known of an object without reading it; undefined when there is none. */
  head(key: string): Promise<StoredFile | undefined>;
  read(key: string): Promise<Uint8Array>;
  /** An object that may not be there. */
  readTagged(key: string): Promise<TaggedFile | undefined>;
  /**
   * Copies only if the source still has these bytes and nothing stands at the destination, which is so never
   * overwritten; false otherwise.
   */
  copy(from: string, to: string, etag: string): Promise<boolean>;
  put(key: string, body: Uint8Array, contentType: string): Promise<void>;
  /** Puts JSON over exactly the bytes that `etag` names, or, without one, where nothing stands; false otherwise. */
  replace(key: string, body: Uint8Array, etag: string | undefined): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** A link that downloads the object as an attachment under this name, never shows it inline. */
  downloadLink(key: string, fileName: string, expiresInSeconds: number): Promise<string>;
}

export interface BucketOptions {
  readonly name: string;
  readonly endpoint?: string | undefined;
  /** What the browser reaches, where it differs from what the function reaches. */
  readonly publicEndpoint?: string | undefined;
}

export function openBucket(options: BucketOptions): Bucket {
  const at = (endpoint: string | undefined) => once(() => connect(endpoint));
  const client = at(options.endpoint);
  const browserClient = at(options.publicEndpoint ?? options.endpoint);
  const Bucket = options.name;

  return {
    async uploadForm(rules) {
      const { createPresignedPost } = await import("@aws-sdk/s3-presigned-post");
      const redirect = rules.redirectTo === undefined ? {} : { success_action_redirect: rules.redirectTo };
      const form = await createPresignedPost(await browserClient(), {
        Bucket,
        Key: rules.key,
        Expires: rules.expiresInSeconds,
        // This type makes no browser show the object, whatever it holds.
        Fields: { ...redirect, "Content-Type": "application/octet-stream" },
        Conditions: [
          // An empty file may come in, because the server says what is wrong with it and the bucket answers in XML.
          ["content-length-range", 0, rules.maxSizeBytes],
          ["starts-with", "$x-amz-meta-name", ""],
        ],
      });
      // Not among the fields above: those must arrive as they are, and S3 puts the file's name in here.
      return { url: form.url, fields: { ...form.fields, "x-amz-meta-name": "$" + "{filename}" } };
    },
    async head(key) {
      const { HeadObjectCommand } = await import("@aws-sdk/client-s3");
      try {
        const answer = await (await client()).send(new HeadObjectCommand({ Bucket, Key: key }));
        return {
          sizeBytes: answer.ContentLength ?? 0,
          etag: answer.ETag ?? "",
          metadata: answer.Metadata ?? {},
        };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async read(key) {
      const { GetObjectCommand } = await import("@aws-sdk/client-s3");
      const answer = await (await client()).send(new GetObjectCommand({ Bucket, Key: key }));
      return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    },
    async readTagged(key) {
      const { GetObjectCommand } = await import("@aws-sdk/client-s3");
      try {
        const answer = await (await client()).send(new GetObjectCommand({ Bucket, Key: key }));
        const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return { bytes, etag: answer.ETag ?? "" };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async copy(from, to, etag) {
      const { CopyObjectCommand } = await import("@aws-sdk/client-s3");
      try {
        await (await client()).send(
          new CopyObjectCommand({
            Bucket,
            CopySource: `${Bucket}/${from}`,
            CopySourceIfMatch: etag,
            IfNoneMatch: "*",
            Key: to,
          }),
        );
        return true;
      } catch (error) {
        if (isMissing(error) || isRefused(error)) return false;
        throw error;
      }
    },
    async put(key, body, contentType) {
      const { PutObjectCommand } = await import("@aws-sdk/client-s3");
      await (await client()).send(
        new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType }),
      );
    },
    async replace(key, body, etag) {
      const { PutObjectCommand } = await import("@aws-sdk/client-s3");
      const condition = etag === undefined ? { IfNoneMatch: "*" } : { IfMatch: etag };
      const input = { Bucket, Key: key, Body: body, ContentType: "application/json", ...condition };
      try {
        await (await client()).send(new PutObjectCommand(input));
        return true;
      } catch (error) {
        // Gone in the meantime is not what was to be replaced either.
        if (isRefused(error) || (error as { name?: string }).name === "NoSuchKey") return false;
        throw error;
      }
    },
    async remove(key) {
      const { DeleteObjectCommand } = await import("@aws-sdk/client-s3");
      await (await client()).send(new DeleteObjectCommand({ Bucket, Key: key }));
    },
    async downloadLink(key, fileName, expiresInSeconds) {
      const { GetObjectCommand } = await import("@aws-sdk/client-s3");
      const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner");
      const command = new GetObjectCommand({
        Bucket,
        Key: key,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        ResponseContentType: "application/octet-stream",
      });
      return getSignedUrl(await browserClient(), command, { expiresIn: expiresInSeconds });
    },
  };
}

async function connect(endpoint: string | undefined): Promise<S3Client> {
  const { S3Client } = await import("@aws-sdk/client-s3");
  return new S3Client(endpoint === undefined ? {} : { endpoint, forcePathStyle: true });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** S3 answers 403 for what is not there, because no function may list the names of what is. */
function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === "NotFound" || name === "NoSuchKey" || $metadata?.httpStatusCode === 403;
}

/** The condition did not hold, or another write to the same place is on its way. */
const isRefused = (error: unknown): boolean =>
  ["PreconditionFailed", "ConditionalRequestConflict"].includes((error as { name?: string }).name ?? "");
