import { createHash } from "node:crypto";
import { strFromU8, strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { linkOf } from "../../functions/case/case.chain.ts";
import { sealOf } from "../../functions/evidence/evidence.seal.ts";
import type { Manifest } from "../../functions/evidence/evidence.ts";
import { verifyBundle } from "../../stacks/local/bundle.ts";
import { StartFailure } from "../../stacks/local/failure.ts";

const reference = "440305G26030200001A";
const event = { n: 1, kind: "submit", at: "2026-03-02T02:00:00.000Z" };
const link = linkOf(reference, undefined, event);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const bytesOf = (value: unknown) => strToU8(JSON.stringify(value));

/** A bundle with one event and one file of the answer; `change` alters what is in it after the manifest was made. */
function bundle(
  change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array> = (files) => files,
) {
  const parts = [
    ["events", "2-办理过程/01-办理过程.json", bytesOf([{ event, ...link }])],
    ["record", "5-操作记录/01-操作记录.json", bytesOf([{ action: "case.submit", chain: link.hash }])],
    ["reply", "3-答复附件/01-a.pdf", strToU8("%PDF")],
  ] as const;
  const files = parts.map(([part, path, bytes]) => ({
    part,
    path,
    sizeBytes: bytes.length,
    sha256: sha256(bytes),
    ...(part === "reply" ? { recordedSha256: sha256(bytes) } : {}),
  }));
  const front = strToU8("<h1>目录</h1>");
  const unsealed = { reference, chain: { head: link.hash }, files, frontSha256: sha256(front) };
  const manifest = { ...unsealed, seal: sealOf(unsealed as unknown as Manifest) };
  const whole = Object.fromEntries(parts.map(([, path, bytes]) => [path, bytes]));
  return zipSync(change({ ...whole, "目录.html": front, "manifest.json": bytesOf(manifest) }));
}

test("a bundle is verified by itself", async () => {
  const lines: string[] = [];
  expect(await verifyBundle(bundle(), (line) => lines.push(line))).toBe(0);
  expect(lines).toEqual([`${reference}: 3 files, 1 events: all as written`]);
});

test.each([
  ["a file that was changed", "3-答复附件/01-a.pdf", strToU8("%PDX"), 1],
  ["the page at its front that was changed", "目录.html", strToU8("<h1>目彔</h1>"), 1],
  ["the page at its front that was taken out", "目录.html", undefined, 1],
  ["a file that was put in", "3-答复附件/02-b.pdf", strToU8("%PDF"), 1],
  ["a file that was taken out", "3-答复附件/01-a.pdf", undefined, 1],
  [
    "an event that was changed",
    "2-办理过程/01-办理过程.json",
    bytesOf([{ event: { ...event, at: "2026-01-01T00:00:00.000Z" }, ...link }]),
    2,
  ],
])("%s shows", async (_case, path, bytes, wrong) => {
  const zip = bundle(({ [path]: _old, ...files }) =>
    bytes === undefined ? files : { ...files, [path]: bytes },
  );
  expect(await verifyBundle(zip, () => {})).toBe(wrong);
});

test("a word changed in the manifest shows", async () => {
  const zip = bundle((files) => {
    const said = strFromU8(files["manifest.json"] ?? new Uint8Array());
    return { ...files, "manifest.json": strToU8(said.replace("reply", "other")) };
  });
  expect(await verifyBundle(zip, () => {})).toBe(1);
});

test("what is no bundle is said to be none", async () => {
  await expect(verifyBundle(zipSync({ a: strToU8("a") }), () => {})).rejects.toThrow(StartFailure);
});
