/** A bucket of our own kit on the local S3 for one test file, and what a browser does with an upload form. */
import { afterAll, beforeAll } from "vitest";
import type { Bucket, UploadForm } from "../../functions/kit/bucket.ts";
import { openBucket } from "../../functions/kit/bucket.ts";
import type { Rig } from "../local/support/s3.ts";
import { signer, startRig } from "../local/support/s3.ts";

export interface BucketRig {
  readonly bucket: Bucket;
  readonly rig: Rig;
}

/** Call at the top of a test file. */
export function useBucket(): BucketRig {
  let running: BucketRig | undefined;
  const demand = () => {
    if (running === undefined) throw new Error("the bucket is there during tests only");
    return running;
  };
  beforeAll(async () => {
    process.env.AWS_ACCESS_KEY_ID = signer.accessKeyId;
    process.env.AWS_SECRET_ACCESS_KEY = signer.secretAccessKey;
    process.env.AWS_REGION = signer.region;
    const rig = await startRig();
    running = { rig, bucket: openBucket({ name: "yichuang", endpoint: rig.s3.endpoint }) };
  });
  afterAll(async () => {
    await running?.rig.stop();
  });
  return {
    get bucket() {
      return demand().bucket;
    },
    get rig() {
      return demand().rig;
    },
  };
}

/** Posts one file as a browser without scripts does: the fields of the form, then the file. */
export async function upload(form: UploadForm, bytes: Uint8Array, name = "文件.pdf"): Promise<Response> {
  const data = new FormData();
  for (const [field, value] of Object.entries(form.fields)) data.append(field, value);
  data.append("file", new Blob([new Uint8Array(bytes)]), name);
  return fetch(form.url, { method: "POST", body: data, redirect: "manual" });
}
