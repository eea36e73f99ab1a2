import fc from "fast-check";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { detectKind } from "../../functions/attachment/attachment.ts";
import {
  docxSample,
  joined,
  jpegFrame,
  jpegSample,
  jpegScan,
  jpegStart,
  ofdSample,
  PNG_SIGNATURE,
  pdfSample,
  pngChunk,
  pngHeader,
  pngSample,
  zipOf,
  zipSample,
} from "./samples.ts";

const samples = {
  pdf: pdfSample(),
  png: pngSample(),
  jpeg: jpegSample(),
  docx: docxSample(),
  ofd: ofdSample(),
};

describe("whole files", () => {
  test.each(Object.entries(samples))("a %s is one", async (kind, bytes) => {
    expect(await detectKind(bytes)).toBe(kind);
  });
  test("where the bytes lie in memory does not matter", async () => {
    const shifted = joined("abc", samples.docx).subarray(3);
    expect(await detectKind(shifted)).toBe("docx");
  });
  test("a camera may append to a photo", async () => {
    expect(await detectKind(joined(samples.jpeg, "MotionPhoto_Data..."))).toBe("jpeg");
  });
  test("a numbered main part is a Word document too", async () => {
    expect(await detectKind(zipSample(["[Content_Types].xml", "word/document2.xml"]))).toBe("docx");
    expect(await detectKind(zipSample(["[Content_Types].xml", "xl/workbook.xml"]))).toBe("xlsx");
  });
});

const html = "<!DOCTYPE html><html><script>alert(1)</script></html>";
const patched = (bytes: Uint8Array, from: number, values: readonly number[]) => {
  const copy = bytes.slice();
  copy.set(values, from);
  return copy;
};
const endOf = (zip: Uint8Array) => zip.length - 22;
const centralOf = (zip: Uint8Array) => Buffer.from(zip).readUInt32LE(endOf(zip) + 16);

describe("what pretends, is damaged, or is not one of the kinds", () => {
  test.each<[string, Uint8Array]>([
    ["an empty file", new Uint8Array()],
    ["one byte", joined("%")],
    ["a program", joined("MZ\u0090\0\u0003", new Uint8Array(500))],
    ["a program with an archive behind it", joined("MZ", new Uint8Array(100), samples.docx)],
    ["a web page", joined(html)],
    ["a web page with a PDF inside", joined(html, samples.pdf)],
    ["a PDF header before a web page", joined("%PDF-1.7\n", html, "\n%%EOF")],
    ["a web page behind a PDF", joined(samples.pdf, html, "\n%%EOF")],
    ["a PDF without its end", joined("%PDF-1.7\n1 0 obj<<>>endobj\n")],
    ["a PDF whose end is far before the end of the file", joined(samples.pdf, new Uint8Array(2000))],
    ["a PDF header only", joined("%PDF-")],
    ["a GIF", joined("GIF89a", new Uint8Array(50))],
    ["an SVG", joined('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ["a PNG signature only", joined(PNG_SIGNATURE)],
    ["a PNG without image data", joined(PNG_SIGNATURE, pngHeader(1), pngChunk("IEND"))],
    ["a PNG of no width", joined(PNG_SIGNATURE, pngHeader(0), pngChunk("IDAT", [1]), pngChunk("IEND"))],
    ["a PNG that is cut off", samples.png.slice(0, -6)],
    ["a PNG without header", joined(PNG_SIGNATURE, pngChunk("IDAT", [1]), pngChunk("IEND"))],
    ["a JPEG signature only", joined([0xff, 0xd8, 0xff])],
    ["a JPEG without a frame", joined(jpegStart, jpegScan, [0xff, 0xd9])],
    ["a JPEG without its end", joined(jpegStart, jpegFrame, jpegScan)],
    ["a JPEG header before a web page", joined([0xff, 0xd8, 0xff, 0xe0], html)],
    ["a plain archive", zipSample(["readme.txt"])],
    ["a Java archive", zipSample(["META-INF/MANIFEST.MF", "a.class"])],
    ["OFD.xml in a folder", zipSample(["a/OFD.xml"])],
    ["an archive of two kinds", zipSample(["OFD.xml", "[Content_Types].xml", "word/document.xml"])],
    [
      "a document with macros",
      zipSample(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
    ],
    ["empty parts", zipOf({ "[Content_Types].xml": strToU8(""), "word/document.xml": strToU8("") })],
    ["names that lead outside", zipSample(["OFD.xml", "../../etc/passwd"])],
    ["a name from the root", zipSample(["OFD.xml", "/etc/passwd"])],
    [
      "a document and a spreadsheet in one",
      zipSample(["[Content_Types].xml", "word/document.xml", "xl/workbook.xml"]),
    ],
    ["an archive cut off", samples.docx.slice(0, -30)],
    ["something behind an archive", joined(samples.docx, html)],
    ["an encrypted entry", patched(samples.ofd, centralOf(samples.ofd) + 8, [1, 0])],
    [
      "a bomb: an archive that unpacks to 4 GB",
      patched(samples.ofd, centralOf(samples.ofd) + 24, [255, 255, 255, 255]),
    ],
    [
      "entries that share their data",
      patched(samples.ofd, centralOf(samples.ofd) + 46 + 7 + 42, [0, 0, 0, 0]),
    ],
    ["more entries than there are", patched(samples.ofd, endOf(samples.ofd) + 8, [9, 0, 9, 0])],
    ["a directory outside the file", patched(samples.ofd, endOf(samples.ofd) + 16, [255, 255, 255, 127])],
    ["only an end record", joined([0x50, 0x4b, 5, 6], new Uint8Array(18))],
  ])("%s is none", async (_name, bytes) => {
    expect(await detectKind(bytes)).toBeUndefined();
  });
});

describe("bounded work", () => {
  test.each<[string, Uint8Array]>([
    ["zeros", new Uint8Array(10 * 1024 * 1024)],
    ["a JPEG of fill bytes", joined([0xff, 0xd8], new Uint8Array(10 * 1024 * 1024).fill(0xff))],
    ["a JPEG without end", joined(jpegStart, jpegFrame, jpegScan, new Uint8Array(10 * 1024 * 1024))],
    ["an archive comment of zeros", joined([0x50, 0x4b, 3, 4], new Uint8Array(10 * 1024 * 1024))],
  ])("10 MB of %s take bounded time", async (_name, bytes) => {
    const before = performance.now();
    expect(await detectKind(bytes)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(3000);
  });
  test("whatever is changed in a file, the answer is its kind or none, and never an exception", async () => {
    const kinds = Object.entries(samples);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(400),
        async ([kind, bytes], changes, cut) => {
          const changed = bytes.slice(0, Math.max(1, bytes.length - (cut % 7)));
          for (const [place, value] of changes) changed[place % changed.length] = value;
          expect([kind, undefined]).toContain(await detectKind(changed));
        },
      ),
      { numRuns: 500 },
    );
  });
});
