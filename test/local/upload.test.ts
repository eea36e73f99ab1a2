import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { HeadObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  answered,
  fileNameVariable,
  post,
  publicOrigin,
  type Rig,
  set,
  signForm,
  startRig,
  stored,
} from "./support/s3.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const head = (key: string) => rig.client.send(new HeadObjectCommand({ Bucket: "yichuang", Key: key }));
const bodies = () => readdirSync(join(rig.folder, "bodies")).sort();
const referenced = () => rig.s3.store.list("", "", 1000).map((object) => object.body);

describe("an upload that its policy allows", () => {
  test("is stored whole, with its type and metadata", async () => {
    const done = await post(
      await signForm(rig.client, { Key: "incoming/whole" }),
      undefined,
      "x".repeat(1000),
    );
    expect(done.status).toBe(204);
    expect(done.headers.get("access-control-allow-origin")).toBe(publicOrigin);
    const found = await head("incoming/whole");
    expect(found).toMatchObject({
      ContentLength: 1000,
      ContentType: "application/pdf",
      Metadata: { draft: "d1" },
    });
    expect(found.ETag).toBe(done.headers.get("etag"));
  });

  test("redirects to where the form says, naming what was stored", async () => {
    const back = `${publicOrigin}/attachments?draft=1`;
    const done = await post(
      await signForm(rig.client, { Key: "incoming/r", Fields: { success_action_redirect: back } }),
    );
    expect(done.status).toBe(303);
    const target = new URL(done.headers.get("location") ?? "");
    expect(target.origin + target.pathname).toBe(`${publicOrigin}/attachments`);
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      draft: "1",
      bucket: "yichuang",
      key: "incoming/r",
    });
  });

  test("redirects nowhere when the address is none", async () => {
    const done = await post(await signForm(rig.client, { Fields: { success_action_redirect: "nowhere" } }));
    expect(done.status).toBe(204);
  });

  test.each([
    ["200", 200],
    ["201", 201],
    ["404", 204],
  ])("answers success_action_status %s with %i", async (said, status) => {
    const done = await post(await signForm(rig.client, { Fields: { success_action_status: said } }));
    expect(done.status).toBe(status);
  });

  test("has the file's name put in the key and in every other field before the policy is checked", async () => {
    const form = await signForm(rig.client, {
      Key: `incoming/${fileNameVariable}`,
      Conditions: [
        ["starts-with", "$x-amz-meta-name", ""],
        ["starts-with", "$content-type", ""],
      ],
      Fields: {},
    });
    expect((await post(form, set("x-amz-meta-name", fileNameVariable))).status).toBe(204);
    // S3 gives metadata beyond ASCII back as an RFC 2047 encoded word.
    const encoded = `=?UTF-8?B?${Buffer.from("申请.pdf").toString("base64")}?=`;
    expect((await head("incoming/申请.pdf")).Metadata?.name).toBe(encoded);
    // An exact condition on the variable itself can therefore never hold.
    const exact = await signForm(rig.client, { Fields: { "x-amz-meta-name": fileNameVariable } });
    expect((await post(exact)).code).toBe("AccessDenied");
  });

  test("may carry fields that begin with x-ignore-", async () => {
    expect((await post(await signForm(rig.client), set("x-ignore-note", "1"))).status).toBe(204);
  });

  test("cannot leave the folder, whatever its key", async () => {
    expect((await post(await signForm(rig.client, { Key: "incoming/../../../escape" }))).status).toBe(204);
    expect(await stored(rig.client, "incoming/../../../escape")).toBe("hello");
    expect(readdirSync(rig.folder).sort()).toEqual([
      "bodies",
      "objects.db",
      "objects.db-shm",
      "objects.db-wal",
    ]);
  });
});

describe("an upload of the wrong size or shape", () => {
  test("is refused when too large or too small, and nothing of it is left", async () => {
    const form = await signForm(rig.client, { Key: "incoming/size" });
    expect(await post(form, undefined, "x".repeat(1001))).toMatchObject({
      status: 400,
      code: "EntityTooLarge",
    });
    expect(await post(form, undefined, "x".repeat(20_000_000))).toMatchObject({
      status: 400,
      code: "EntityTooLarge",
    });
    expect(await post(form, undefined, "")).toMatchObject({ status: 400, code: "EntityTooSmall" });
    expect(rig.s3.store.find("incoming/size")).toBeUndefined();
    expect(bodies()).toEqual(referenced().sort());
  });

  test("leaves nothing when the browser goes away in the middle", async () => {
    const form = await signForm(rig.client, { Key: "incoming/half" });
    const fields = Object.entries(form.fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file =
      '--b\r\nContent-Disposition: form-data; name="Content-Type"\r\n\r\na/b\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
    const socket = connect(Number(new URL(rig.s3.endpoint).port), "127.0.0.1");
    const type = "content-type: multipart/form-data; boundary=b\r\ncontent-length: 5000\r\n\r\n";
    socket.write(`POST /yichuang HTTP/1.1\r\nhost: x\r\n${type}${fields.join("")}${file}${"x".repeat(500)}`);
    await wait(150);
    expect(bodies().length).toBe(referenced().length + 1);
    socket.destroy();
    for (let i = 0; i < 50 && bodies().length > referenced().length; i += 1) await wait(20);
    expect(bodies()).toEqual(referenced().sort());
    expect(rig.s3.store.find("incoming/half")).toBeUndefined();
  });

  test("is refused without a form, a boundary, an end, a file or a length", async () => {
    const url = `${rig.s3.endpoint}/yichuang`;
    const send = (body: string, type: string) =>
      answered(fetch(url, { method: "POST", body, headers: { "content-type": type } }));
    expect(await send("a=b", "application/x-www-form-urlencoded")).toMatchObject({ status: 412 });
    expect((await send("--b\r\n", "multipart/form-data")).code).toBe("MalformedPOSTRequest");
    expect((await send("--b\r\nContent-Dis", "multipart/form-data; boundary=b")).code).toBe(
      "MalformedPOSTRequest",
    );
    const field = '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nx\r\n--b--\r\n';
    const fileless = await send(field, "multipart/form-data; boundary=b");
    expect(fileless.code).toBe("IncorrectNumberOfFilesInPostRequest");
    const type = { "content-type": "multipart/form-data; boundary=b" };
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(Buffer.from(field));
        controller.close();
      },
    });
    const endless = await answered(
      fetch(url, { method: "POST", body, headers: type, duplex: "half" } as RequestInit),
    );
    expect(endless).toMatchObject({ status: 411, code: "MissingContentLength" });
  });

  test("is refused in another bucket", async () => {
    const form = await signForm(rig.client);
    const refused = await post({ ...form, url: `${rig.s3.endpoint}/other` });
    expect(refused).toMatchObject({ status: 404, code: "NoSuchBucket" });
  });
});

test("a page of another origin gets no leave to post; ours does", async () => {
  const preflight = (origin: string, method: string) =>
    fetch(`${rig.s3.endpoint}/yichuang`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": method },
    });
  const ours = await preflight(publicOrigin, "POST");
  expect([ours.status, ours.headers.get("access-control-allow-origin")]).toEqual([200, publicOrigin]);
  const theirs = await preflight("https://evil.example", "POST");
  expect([theirs.status, theirs.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  expect((await preflight(publicOrigin, "DELETE")).status).toBe(403);
});
