/** Files that come with a request: posted to S3, confirmed, and only then attachments. */
import { describe, expect, test } from "vitest";
import type { PublicCase } from "../../functions/disclosure/disclosure.api.shapes.ts";
import { pdfSample, pngSample } from "../attachment/samples.ts";
import { upload } from "../support/bucket.ts";
import { newKey, type Rig } from "./rig.ts";
import { attach, caseAt, casePath, clerk, code, handIn } from "./thread.ts";

const declared = (count: number) => ({
  attachments: Array.from({ length: count }, (_, place) => ({ name: `第 ${place} 份.pdf`, sizeBytes: 100 })),
});
const program = new TextEncoder().encode(`MZ${"\0".repeat(300)}`);

export function describeUploads(rig: Rig) {
  describe("a file of a request", () => {
    test("becomes an attachment under its declared name, and again is the same one", async () => {
      const receipt = (await handIn(rig, declared(1))).body;
      const first = await attach(rig, receipt, 0, pdfSample());
      expect([first.status, first.body]).toMatchObject([200, { name: "第 0 份.pdf", kind: "pdf" }]);
      const again = await attach(rig, receipt);
      expect([again.status, again.body]).toEqual([200, first.body]);
      const read = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
      expect(read.body.attachments).toEqual([first.body]);
    });

    test("and four others may arrive at the same moment", async () => {
      const receipt = (await handIn(rig, declared(5))).body;
      const places = [0, 1, 2, 3, 4];
      const replies = await Promise.all(places.map((place) => attach(rig, receipt, place, pngSample())));
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      const read = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
      expect(read.body.attachments).toHaveLength(5);
      const sixth = await rig.services.attachments.offer(`case:${receipt.reference}`);
      await upload(sixth.form, pdfSample());
      const path = casePath(receipt, `/attachments/${sixth.uploadId}`);
      const { status, body } = await rig.call("PUT", path, { headers: code(receipt) });
      expect([status, body.code]).toEqual([409, "too_many_files"]);
    });

    test("that is confirmed twice at the same moment is attached once", async () => {
      const receipt = (await handIn(rig, declared(1))).body;
      await attach(rig, receipt, 0, program);
      await upload(receipt.uploads[0] as never, pdfSample());
      const replies = await Promise.all([attach(rig, receipt), attach(rig, receipt), attach(rig, receipt)]);
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
      const read = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
      expect(read.body.attachments).toHaveLength(1);
    });

    test("that is refused can be posted again with the same form", async () => {
      const receipt = (await handIn(rig, declared(1))).body;
      expect((await attach(rig, receipt, 0, program)).body.code).toBe("file_type");
      expect((await attach(rig, receipt, 0, pdfSample())).status).toBe(200);
    });

    test("that never came, or is another request's, is missing", async () => {
      const receipt = (await handIn(rig, declared(1))).body;
      const other = (await handIn(rig, declared(1))).body;
      await upload(other.uploads[0] as never, pdfSample());
      const never = await attach(rig, receipt);
      const theirs = await attach(rig, { ...receipt, uploads: other.uploads });
      expect([never.status, never.body.code]).toEqual([422, "file_missing"]);
      expect(theirs.text).toBe(never.text);
    });

    test("comes too late once the office has confirmed receipt, and is not kept", async () => {
      const receipt = (await handIn(rig, declared(1))).body;
      const { reference } = receipt;
      const data = { on: "2026-03-02" };
      await rig.services.disclosure.act({ reference, action: "confirm_receipt", actor: clerk, data });
      const late = await attach(rig, receipt, 0, pdfSample());
      expect([late.status, late.body.code]).toEqual([409, "out_of_turn"]);
      const id = receipt.uploads[0]?.id.split(".")[0];
      expect(rig.s3.store.find(`kept/${id}`)).toBeUndefined();
    });

    test("a repeated submission gives a form that still works", async () => {
      const key = newKey();
      await handIn(rig, declared(1), key);
      const again = (await handIn(rig, declared(1), key)).body;
      expect((await attach(rig, again, 0, pdfSample())).status).toBe(200);
    });
  });

  test("a file of the answer is a link that works, for the applicant too", async () => {
    const offer = await rig.services.attachments.offer("any");
    await upload(offer.form, pdfSample());
    const accepted = await rig.services.attachments.accept("any", offer.uploadId);
    if (!accepted.ok) throw new Error("refused");
    const receipt = await caseAt(rig, "answered", [accepted.file]);
    const path = casePath(receipt, `/files/${accepted.file.id}`);
    const { body } = await rig.call<{ url: string }>("GET", path, { headers: code(receipt) });
    const file = await fetch(body.url);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdfSample());
  });
}
