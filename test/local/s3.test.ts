import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../stacks/local/s3/store.ts";
import { answered, newClient, type Rig, signer, startRig, stored } from "./support/s3.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const Bucket = "yichuang";
const put = (Key: string, Body: string, more: object = {}) =>
  rig.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

describe("a function's requests", () => {
  test.each(["kept/a", "kept/申请 (1)+&=?#%.pdf", "a//b/", "kept/~!*'()"])(
    "keep and give back %s",
    async (key) => {
      const body = `body of ${key}`;
      await put(key, body, { ContentType: "text/plain", Metadata: { sha: "1" } });
      expect(await stored(rig.client, key)).toBe(body);
      const head = await rig.client.send(new HeadObjectCommand({ Bucket, Key: key }));
      expect(head).toMatchObject({ ContentType: "text/plain", Metadata: { sha: "1" } });
      await rig.client.send(new DeleteObjectCommand({ Bucket, Key: key }));
      await expect(stored(rig.client, key)).rejects.toMatchObject({ name: "NoSuchKey" });
      await expect(rig.client.send(new HeadObjectCommand({ Bucket, Key: key }))).rejects.toMatchObject({
        name: "NotFound",
      });
    },
  );

  test("take a body of unknown end apart, and part of an object", async () => {
    const Body = Readable.from([Buffer.from("hello "), Buffer.from("world")]);
    await rig.client.send(new PutObjectCommand({ Bucket, Key: "stream", Body, ContentLength: 11 }));
    expect(await stored(rig.client, "stream")).toBe("hello world");
    const part = await rig.client.send(new GetObjectCommand({ Bucket, Key: "stream", Range: "bytes=0-4" }));
    expect([await part.Body?.transformToString(), part.ContentRange]).toEqual(["hello", "bytes 0-4/11"]);
    const beyond = rig.client.send(new GetObjectCommand({ Bucket, Key: "stream", Range: "bytes=50-" }));
    await expect(beyond).rejects.toMatchObject({ name: "InvalidRange" });
  });

  test("refuse a body that is not what was announced", async () => {
    const ChecksumSHA256 = createHash("sha256").update("something else").digest("base64");
    await expect(put("wrong", "body", { ChecksumSHA256 })).rejects.toMatchObject({ name: "BadDigest" });
    await put("right", "body", { ChecksumSHA256: createHash("sha256").update("body").digest("base64") });
    await expect(stored(rig.client, "wrong")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test("write once when asked to", async () => {
    await put("once", "first", { IfNoneMatch: "*" });
    await expect(put("once", "second", { IfNoneMatch: "*" })).rejects.toMatchObject({
      name: "PreconditionFailed",
    });
    expect(await stored(rig.client, "once")).toBe("first");
  });

  test("write over what was read and nothing else when asked to", async () => {
    await expect(put("swap", "none", { IfMatch: '"0"' })).rejects.toMatchObject({ name: "NoSuchKey" });
    await expect(stored(rig.client, "swap")).rejects.toMatchObject({ name: "NoSuchKey" });
    const { ETag } = await put("swap", "first");
    await put("swap", "second", { IfMatch: ETag });
    await expect(put("swap", "third", { IfMatch: ETag })).rejects.toMatchObject({
      name: "PreconditionFailed",
    });
    expect(await stored(rig.client, "swap")).toBe("second");
    const { ETag: now } = await rig.client.send(new HeadObjectCommand({ Bucket, Key: "swap" }));
    const racing = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => put("swap", `racer ${at}`, { IfMatch: now })),
    );
    expect(racing.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("copy only the bytes that were seen", async () => {
    const { ETag } = await put("incoming/x", "seen", { ContentType: "text/plain" });
    const copy = () =>
      rig.client.send(
        new CopyObjectCommand({
          Bucket,
          Key: "kept/x",
          CopySource: `${Bucket}/incoming/x`,
          CopySourceIfMatch: ETag,
        }),
      );
    await copy();
    await put("incoming/x", "swapped");
    await expect(copy()).rejects.toMatchObject({ name: "PreconditionFailed" });
    await rig.client.send(new DeleteObjectCommand({ Bucket, Key: "incoming/x" }));
    await expect(copy()).rejects.toMatchObject({ name: "NoSuchKey" });
    expect(await stored(rig.client, "kept/x")).toBe("seen");
  });

  test("list by prefix in pages, and remove many", async () => {
    for (let i = 0; i < 5; i += 1) await put(`list/<${i}>&`, "x");
    const first = await rig.client.send(new ListObjectsV2Command({ Bucket, Prefix: "list/", MaxKeys: 3 }));
    expect(first.Contents?.map((object) => object.Key)).toEqual(["list/<0>&", "list/<1>&", "list/<2>&"]);
    const ContinuationToken = first.NextContinuationToken;
    const second = await rig.client.send(
      new ListObjectsV2Command({ Bucket, Prefix: "list/", ContinuationToken }),
    );
    expect([second.KeyCount, second.IsTruncated]).toEqual([2, false]);
    const Objects = [...(first.Contents ?? []), ...(second.Contents ?? [])].map(({ Key }) => ({ Key }));
    await rig.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect((await rig.client.send(new ListObjectsV2Command({ Bucket, Prefix: "list/" }))).KeyCount).toBe(0);
  });
});

describe("whoever may not", () => {
  test.each(["GET", "PUT", "DELETE", "HEAD"])("%s without a signature is 403", async (method) => {
    await put("secret", "secret");
    const body = method === "PUT" ? "x" : undefined;
    const refused = await answered(
      fetch(`${rig.s3.endpoint}/yichuang/secret`, { method, ...(body ? { body } : {}) }),
    );
    expect(refused.status).toBe(403);
    expect(await stored(rig.client, "secret")).toBe("secret");
  });

  test.each([
    ["another secret", newSigner({ secretAccessKey: "guess" }), undefined, "SignatureDoesNotMatch"],
    ["another key id", newSigner({ accessKeyId: "guess" }), undefined, "InvalidAccessKeyId"],
    ["another region", signer, "us-east-1", "AuthorizationHeaderMalformed"],
  ])("%s is refused", async (_, credentials, region, code) => {
    const client = newClient(rig.s3.endpoint, credentials, region);
    await expect(client.send(new GetObjectCommand({ Bucket, Key: "secret" }))).rejects.toMatchObject({
      name: code,
    });
    await expect(client.send(new PutObjectCommand({ Bucket, Key: "secret", Body: "x" }))).rejects.toThrow();
    client.destroy();
  });

  test("another bucket is not there", async () => {
    await expect(rig.client.send(new HeadBucketCommand({ Bucket: "other" }))).rejects.toMatchObject({
      name: "NotFound",
    });
    await rig.client.send(new HeadBucketCommand({ Bucket }));
  });
});

function newSigner(change: Partial<typeof signer>): typeof signer {
  return { ...signer, ...change };
}

test("objects outlive the engine, and bodies without an object do not", async () => {
  const own = await startRig();
  const draft = await own.s3.store.receive(Readable.from([Buffer.from("kept")]));
  own.s3.store.commit("kept/y", draft, { headers: {}, modified: new Date() });
  await own.s3.store.receive(Readable.from([Buffer.from("cut off")]));
  const again = openStore(own.folder);
  const object = again.find("kept/y");
  expect(object?.size).toBe(4);
  expect(object && (await again.read(object).toArray()).join("")).toBe("kept");
  again.close();
  await own.stop();
});
