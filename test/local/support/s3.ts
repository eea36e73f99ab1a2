import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPost } from "@aws-sdk/s3-presigned-post";
import { type LocalS3, startS3 } from "../../../stacks/local/s3.ts";

export const signer = { accessKeyId: "local", secretAccessKey: "local-secret", region: "cn-north-1" };
export const publicOrigin = "http://127.0.0.1:3000";
/** What S3 replaces by the file's name. */
export const fileNameVariable = "$" + "{filename}";

export interface Rig {
  readonly s3: LocalS3;
  readonly client: S3Client;
  readonly folder: string;
  stop(): Promise<void>;
}

export async function startRig(): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), "yichuang-s3-"));
  const s3 = await startS3({ folder, bucket: "yichuang", signer, publicOrigin });
  const client = newClient(s3.endpoint);
  const stop = async (): Promise<void> => {
    client.destroy();
    await s3.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { s3, client, folder, stop };
}

export function newClient(endpoint: string, credentials = signer, region = signer.region): S3Client {
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 });
}

export type FormOptions = Partial<Omit<Parameters<typeof createPresignedPost>[1], "Bucket">>;

export function signForm(client: S3Client, options: FormOptions = {}): Promise<PresignedPost> {
  return createPresignedPost(client, {
    Bucket: "yichuang",
    Key: "incoming/a",
    Conditions: [
      ["content-length-range", 1, 1000],
      ["starts-with", "$Content-Type", ""],
    ],
    Fields: { "x-amz-meta-draft": "d1" },
    ...options,
  });
}

export type Change = (fields: Record<string, string>) => void;

export const set =
  (name: string, value: string): Change =>
  (fields) => {
    fields[name] = value;
  };

export const replace =
  (name: string, part: string, by: string): Change =>
  (fields) => {
    fields[name] = (fields[name] ?? "").replace(part, by);
  };

export const without =
  (name: string): Change =>
  (fields) => {
    delete fields[name];
  };

export const both =
  (...changes: Change[]): Change =>
  (fields) => {
    for (const change of changes) change(fields);
  };

/** Puts a policy document in the form and signs it as the SDK would: for documents that the SDK does not write. */
export const signPolicy =
  (document: string): Change =>
  (fields) => {
    const policy = Buffer.from(document).toString("base64");
    let key: Buffer | string = `AWS4${signer.secretAccessKey}`;
    const scope = (fields["X-Amz-Credential"] ?? "").split("/").slice(1);
    for (const part of scope) key = createHmac("sha256", key).update(part).digest();
    fields.Policy = policy;
    fields["X-Amz-Signature"] = createHmac("sha256", key).update(policy).digest("hex");
  };

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly headers: Headers;
}

/** Posts a form as a browser does: its fields, the file last but for the submit button. */
export async function post(
  form: PresignedPost,
  change: Change = () => undefined,
  body = "hello",
): Promise<Answer> {
  const fields = { ...form.fields, "Content-Type": "application/pdf" };
  change(fields);
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append("file", new Blob([body]), "申请.pdf");
  data.append("submit", "Upload");
  return answered(
    fetch(form.url, { method: "POST", body: data, redirect: "manual", headers: { origin: publicOrigin } }),
  );
}

export async function answered(pending: Promise<Response>): Promise<Answer> {
  const response = await pending;
  const text = await response.text();
  return {
    status: response.status,
    code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
    message: /<Message>(.*?)<\/Message>/.exec(text)?.[1],
    headers: response.headers,
  };
}

export async function stored(client: S3Client, key: string): Promise<string | undefined> {
  const found = await client.send(new GetObjectCommand({ Bucket: "yichuang", Key: key }));
  return found.Body?.transformToString();
}
