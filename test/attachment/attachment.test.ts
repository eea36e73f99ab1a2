import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptedTypes,
  fileKinds,
  kindFacts,
  MAX_SIZE_BYTES,
  safeFileName,
} from "../../functions/attachment/attachment.ts";

describe("safeFileName", () => {
  test.each([
    ["申请材料.pdf", "pdf", "申请材料.pdf"],
    ["Scan.JPEG", "jpeg", "Scan.jpeg"],
    ["photo.jpg", "jpeg", "photo.jpg"],
    ["../../etc/passwd", "pdf", "passwd.pdf"],
    ["C:\\Users\\me\\身份证.png", "png", "身份证.png"],
    ["invoice.exe", "pdf", "invoice.pdf"],
    ["invoice.pdf.exe", "pdf", "invoice.pdf.pdf"],
    ["report v1.2", "pdf", "report v1.2.pdf"],
    ['a<b>:"c|d?*.docx', "docx", "a_b_c_d_.docx"],
    ["gpj\u202efdp.exe", "jpeg", "gpjfdp.jpg"],
    ["a\u0000b\nc\u200b.pdf", "pdf", "abc.pdf"],
    ["...", "pdf", "file.pdf"],
    ["", "ofd", "file.ofd"],
    [".pdf", "pdf", "file.pdf"],
    ["///", "pdf", "file.pdf"],
    ["???.png", "png", "file.png"],
    ["CON.pdf", "pdf", "_CON.pdf"],
    ["lpt1.backup.pdf", "pdf", "_lpt1.backup.pdf"],
    [" . name . .pdf", "pdf", "name.pdf"],
    ["100%25.pdf", "pdf", "100_25.pdf"],
    ["😀.png", "png", "😀.png"],
  ] as const)("%j as %s is %j", (raw, kind, expected) => {
    expect(safeFileName(raw, kind)).toBe(expected);
  });
  test("300 characters become 100 and keep the extension; no character is cut in half", () => {
    const long = safeFileName(`${"附".repeat(300)}.docx`, "docx");
    expect([...long]).toHaveLength(99);
    expect(long).toMatch(/^附+\.docx$/);
    expect(safeFileName(`${"😀".repeat(300)}.png`, "png")).toMatch(/^(?:😀)+\.png$/u);
  });
  test("whatever came in: short, whole, harmless, never empty, the same when made safe again", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.constantFrom(...fileKinds),
        (raw, kind) => {
          const name = safeFileName(raw, kind);
          expect([...name].length).toBeLessThanOrEqual(100);
          expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}<>:"/\\|?*]/u);
          expect(name).toMatch(/^[^.\s].*\.[a-z]+$/u);
          expect(kindFacts[kind].extensions).toContain(name.split(".").at(-1));
          expect(safeFileName(name, kind)).toBe(name);
        },
      ),
    );
  });
  test("a name of a million characters costs no more than a long one", () => {
    const before = performance.now();
    safeFileName("a/".repeat(500_000), "pdf");
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

test("10 MiB, five kinds", () => {
  expect(MAX_SIZE_BYTES).toBe(10_485_760);
  expect(acceptedTypes).toEqual(
    expect.arrayContaining([".pdf", ".jpg", ".jpeg", "image/png", ".docx", ".ofd"]),
  );
});
