import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import { MAX_SIZE_BYTES } from "../../functions/attachment/attachment.ts";
import type { Bucket } from "../../functions/kit/bucket.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { memoryBucket } from "../support/apps.ts";
import { upload, useBucket } from "../support/bucket.ts";
import { testVault } from "../support/world.ts";
import { docxSample, joined, ofdSample, pdfSample, pngSample } from "./samples.ts";

const s3 = useBucket();
const open = (bucket: Bucket = s3.bucket) =>
  openAttachments({ bucket, vault: testVault(), random: systemRandom });
const keysOf = () => s3.rig.s3.store;

async function hand(bytes: Uint8Array, name?: string) {
  const attachments = open();
  const { uploadId, form } = await attachments.offer("draft-1");
  const posted = await upload(form, bytes, name);
  return { attachments, uploadId, posted, form, result: await attachments.accept("draft-1", uploadId) };
}

describe("a file that may come in", () => {
  test.each([
    ["pdf", pdfSample(), "申请材料.pdf"],
    ["png", pngSample(), "扫描.png"],
    ["docx", docxSample(), "说明.docx"],
    ["ofd", ofdSample(), "公文.ofd"],
  ])("%s is known by its content, with its name, size and hash", async (kind, bytes, name) => {
    const { posted, result } = await hand(bytes, name);
    expect(posted.status).toBe(204);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(result).toMatchObject({ ok: true, file: { kind, name, sizeBytes: bytes.length, sha256 } });
  });

  test("stands under kept/ only, and can be asked for again with the same answer", async () => {
    const { attachments, uploadId, result } = await hand(pdfSample(), "a.pdf");
    if (!result.ok) throw new Error("refused");
    expect(keysOf().find(`kept/${result.file.id}`)).toBeDefined();
    expect(keysOf().find(`incoming/${result.file.id}`)).toBeUndefined();
    expect(await attachments.accept("draft-1", uploadId)).toEqual(result);
  });

  test("downloads for a minute as an attachment under its own name, whatever it is", async () => {
    const { attachments, result } = await hand(pdfSample(), "申请'材料.pdf");
    if (!result.ok) throw new Error("refused");
    const link = await attachments.link(result.file);
    expect(new URL(link).searchParams.get("X-Amz-Expires")).toBe("60");
    const answer = await fetch(link);
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''%E7%94%B3/);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdfSample());
  });

  test("sends a browser without scripts back with the id of the upload", async () => {
    const attachments = open();
    const { uploadId, form } = await attachments.offer(
      "draft-1",
      (id) => `http://127.0.0.1/back?upload=${id}`,
    );
    const posted = await upload(form, pdfSample());
    expect(posted.status).toBe(303);
    const back = new URL(posted.headers.get("location") ?? "");
    expect(back.searchParams.get("upload")).toBe(uploadId);
  });

  test.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["<img src=x onerror=alert(1)>.pdf", "_img src=x onerror=alert(1)_.pdf"],
    [`${"长".repeat(300)}.pdf`, `${"长".repeat(95)}.pdf`],
    ["\u202efdp.exe", "fdp.pdf"],
  ])("called %s gets a name that can be shown", async (name, wanted) => {
    const { result } = await hand(pdfSample(), name);
    expect(result).toMatchObject({ ok: true, file: { name: wanted } });
  });
});

describe("a file that may not", () => {
  test.each([
    ["a renamed program", joined("MZ\u0090\0", "\0".repeat(200)), "发票.pdf"],
    ["a web page called PDF", joined("<!doctype html><script>alert(1)</script>"), "a.pdf"],
    ["a PDF that is a web page too", joined("%PDF-1.7\n<html><script>1</script>\n%%EOF"), "a.pdf"],
  ])("%s is refused and kept nowhere", async (_what, bytes, name) => {
    const { result, uploadId, attachments } = await hand(bytes, name);
    expect(result).toEqual({ ok: false, code: "file_type" });
    const id = uploadId.split(".")[0];
    expect(keysOf().find(`kept/${id}`)).toBeUndefined();
    expect(keysOf().find(`incoming/${id}`)).toBeUndefined();
    expect(await attachments.accept("draft-1", uploadId)).toEqual({ ok: false, code: "file_missing" });
  });

  test("an empty and a too large one are let in to be told so, and a huge one not at all", async () => {
    const empty = await hand(new Uint8Array());
    expect(empty.posted.status).toBe(204);
    expect(empty.result).toEqual({ ok: false, code: "file_empty" });
    const large = await hand(new Uint8Array(MAX_SIZE_BYTES + 1));
    expect(large.posted.status).toBe(204);
    expect(large.result).toEqual({ ok: false, code: "file_too_large" });
    const huge = await hand(new Uint8Array(3 * MAX_SIZE_BYTES + 1));
    expect(huge.posted.status).toBe(400);
    expect(huge.result).toEqual({ ok: false, code: "file_missing" });
  });

  test.each([
    ["empty", 0, "file_empty"],
    ["too large", MAX_SIZE_BYTES + 1, "file_too_large"],
  ])("an %s one that a lax bucket took is refused all the same", async (_what, size, code) => {
    const attachments = open();
    const { uploadId, form } = await attachments.offer("draft-1");
    await s3.bucket.put(String(form.fields.key), new Uint8Array(size), "application/pdf");
    expect(await attachments.accept("draft-1", uploadId)).toEqual({ ok: false, code });
    expect(keysOf().find(String(form.fields.key))).toBeUndefined();
  });
});

describe("an upload", () => {
  test("belongs to its owner; a tampered id finds nothing", async () => {
    const attachments = open();
    const { uploadId, form } = await attachments.offer("draft-1");
    await upload(form, pdfSample());
    const missing = { ok: false, code: "file_missing" };
    expect(await attachments.accept("draft-2", uploadId)).toEqual(missing);
    expect(await attachments.accept("draft-1", uploadId.replace(/^f./, "f_"))).toEqual(missing);
    expect(await attachments.accept("draft-1", `${uploadId.slice(0, -1)}-`)).toEqual(missing);
    for (const nonsense of ["", "x", "../../kept/f1", "f".repeat(10_000)])
      expect(await attachments.accept("draft-1", nonsense)).toEqual(missing);
    expect(await attachments.accept("draft-1", uploadId)).toMatchObject({ ok: true });
  });

  test("that was never posted is missing", async () => {
    const attachments = open();
    const { uploadId } = await attachments.offer("draft-1");
    expect(await attachments.accept("draft-1", uploadId)).toEqual({ ok: false, code: "file_missing" });
  });

  test("cannot replace the bytes of a file that was accepted", async () => {
    const { attachments, uploadId, form, result } = await hand(pdfSample(), "a.pdf");
    await upload(form, joined("MZ evil"), "a.pdf");
    expect(await attachments.accept("draft-1", uploadId)).toEqual(result);
    if (!result.ok) throw new Error("refused");
    expect(new Uint8Array(await s3.bucket.read(`kept/${result.file.id}`))).toEqual(pdfSample());
  });

  test("whose bytes are swapped while they are looked at is refused", async () => {
    const attachments = open({
      ...s3.bucket,
      head: async (key) => {
        const found = await s3.bucket.head(key);
        if (key.startsWith("incoming/")) await s3.bucket.put(key, joined("MZ evil"), "application/pdf");
        return found;
      },
    });
    const { uploadId, form } = await attachments.offer("draft-1");
    await upload(form, pdfSample());
    expect(await attachments.accept("draft-1", uploadId)).toEqual({ ok: false, code: "file_changed" });
  });

  test("accepted twice at once gives one file", async () => {
    const attachments = open();
    const { uploadId, form } = await attachments.offer("draft-1");
    await upload(form, pdfSample());
    const both = await Promise.all([1, 2].map(() => attachments.accept("draft-1", uploadId)));
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
  });

  test("asked for by a second one, while the first keeps it, is the same file and not missing", async () => {
    const bucket = memoryBucket();
    const first = open(bucket);
    const { uploadId, form } = await first.offer("draft-1");
    bucket.receive(form.fields.key ?? "", pdfSample(), "a.pdf");
    let result: unknown;
    // The second looks for a kept copy, then the first does all it has to do, then the second goes on.
    let isFirstDone = false;
    const slow: Bucket = {
      ...bucket,
      async head(key) {
        const found = await bucket.head(key);
        if (!isFirstDone) {
          isFirstDone = true;
          result = await first.accept("draft-1", uploadId);
        }
        return found;
      },
    };
    expect(await open(slow).accept("draft-1", uploadId)).toEqual(result);
    expect(result).toMatchObject({ ok: true });
  });

  test("is forgotten on demand", async () => {
    const { attachments, result } = await hand(pdfSample());
    if (!result.ok) throw new Error("refused");
    await attachments.remove([result.file.id]);
    expect(keysOf().find(`kept/${result.file.id}`)).toBeUndefined();
  });
});
