/** What the check of an outgoing file finds, and what a cleaned copy is without. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../functions/attachment/attachment.words.ts";
import { cleanedOffice } from "../../functions/release/release.clean.docx.ts";
import { cleanedPdf } from "../../functions/release/release.clean.pdf.ts";
import { docxFindings, xlsxFindings } from "../../functions/release/release.docx.ts";
import { cleanedImage, imageFindings } from "../../functions/release/release.image.ts";
import { ofdFindings } from "../../functions/release/release.ofd.ts";
import { pdfFindings } from "../../functions/release/release.pdf.ts";
import {
  cleanedName,
  findingCodes,
  gathered,
  nameFindings,
  pageList,
} from "../../functions/release/release.ts";
import { threePublicCosts } from "../../stacks/local/demo-files.ts";
import { release as en } from "../../web/copy/en/office.release.ts";
import { release as zh } from "../../web/copy/zh/office.release.ts";
import {
  joined,
  jpegFrame,
  jpegSample,
  jpegScan,
  pngChunk,
  pngSample,
  zipOf,
} from "../attachment/samples.ts";
import { hidingDocx, hidingXlsx, pdfWith, plainDocx } from "./samples.ts";

const codesOf = (findings: readonly { code: string; count: number }[]) =>
  Object.fromEntries(gathered(findings as never).map(({ code, count }) => [code, count]));
const partsIn = async (bytes: Uint8Array) => {
  const parts = await partsOf(bytes);
  if (parts === undefined) throw new Error("no parts");
  return parts;
};

describe("a document", () => {
  test("with all that can be hidden in it", async () => {
    expect(codesOf(docxFindings(await partsIn(hidingDocx())))).toEqual({
      comments: 1,
      tracked_changes: 3,
      hidden_text: 1,
      embedded: 1,
      external: 1,
      metadata: 3,
    });
  });

  test("with nothing hidden in it", async () => {
    expect(docxFindings(await partsIn(plainDocx()))).toEqual([]);
  });

  test("cleaned, says what it showed and nothing else; what is embedded stays and is still told", async () => {
    const cleaned = await cleanedOffice("docx", await partsIn(hidingDocx()));
    expect(codesOf(docxFindings(cleaned))).toEqual({ embedded: 1 });
    const text = strFromU8(cleaned["word/document.xml"] ?? new Uint8Array());
    for (const shown of ["公开的内容。", "有批注", "新加的", "看得见的话", "留下的一行"])
      expect(text).toContain(shown);
    const all = Object.values(cleaned)
      .map((part) => strFromU8(part))
      .join();
    for (const hidden of [
      "删去的姓名",
      "藏起来的话",
      "删去的一行",
      "这里别公开",
      "张三丰",
      "某某公司",
      "李四",
      "王五",
    ])
      expect(all).not.toContain(hidden);
    // Nothing leads to what is gone, and links that a reader sees stay.
    const relations = strFromU8(cleaned["word/_rels/document.xml.rels"] ?? new Uint8Array());
    expect(relations).not.toContain("comments.xml");
    expect(relations).not.toContain("inside.example");
    expect(relations).toContain("https://example.com");
    expect(strFromU8(cleaned["[Content_Types].xml"] ?? new Uint8Array())).not.toContain("comments");
  });
});

describe("a workbook", () => {
  test("with all that can be hidden in it", async () => {
    const findings = xlsxFindings(await partsIn(hidingXlsx()));
    expect(codesOf(findings)).toEqual({
      hidden_sheets: 2,
      hidden_rows: 2,
      comments: 1,
      pivot_cache: 1,
      external: 1,
      metadata: 1,
    });
    expect(findings.find(({ code }) => code === "hidden_sheets")?.where).toBe("底稿、名单");
  });

  test("cleaned, has no comment and no pivot cache, and still says what only its maker can take out", async () => {
    const cleaned = await cleanedOffice("xlsx", await partsIn(hidingXlsx()));
    expect(codesOf(xlsxFindings(cleaned))).toEqual({ hidden_sheets: 2, hidden_rows: 2, external: 1 });
    expect(Object.keys(cleaned).filter((name) => /pivot|comment|vml/i.test(name))).toEqual([]);
    const all = Object.values(cleaned)
      .map((part) => strFromU8(part))
      .join();
    expect(all).not.toMatch(/legacyDrawing|pivotCaches|赵六|vmlDrawing/);
  });
});

describe("a PDF", () => {
  test.each([
    ["black", 12],
    ["white", 12],
  ] as const)("text behind a %s box can be copied, and is told with its page", async (box, count) => {
    const findings = await pdfFindings(await pdfWith({ box }));
    expect(findings).toEqual([{ code: "covered_text", count, where: "1" }]);
  });

  test.each([["highlighter"], ["before"], [undefined]] as const)(
    "nothing is behind a bar that is %s",
    async (box) => {
      expect(await pdfFindings(await pdfWith(box === undefined ? {} : { box }))).toEqual([]);
    },
  );

  test("metadata, attached files, notes and scripts are told, and a cleaned copy is without them", async () => {
    const bytes = await pdfWith({ title: "list of names", attached: true, note: true, script: true });
    expect(codesOf(await pdfFindings(bytes))).toEqual({
      metadata: 1,
      attachments: 1,
      annotations: 1,
      scripts: 1,
    });
    const cleaned = await cleanedPdf(bytes);
    expect(await pdfFindings(cleaned)).toEqual([]);
    expect(cleaned.length).toBeLessThan(bytes.length);
  });

  test("what was saved on top of something is told, and a copy holds the last state alone", async () => {
    const bytes = await pdfWith();
    const saved = joined(bytes, "\n%%EOF\n");
    expect(codesOf(await pdfFindings(saved))).toEqual({ earlier_versions: 1 });
    expect(await pdfFindings(await cleanedPdf(saved))).toEqual([]);
  });

  test("of a font that nobody here knows, nobody can say what stands in it, and that is said", async () => {
    expect(await pdfFindings(threePublicCosts.bytes())).toEqual([
      { code: "not_examined", count: 1, where: "1" },
    ]);
  });
});

describe("a picture", () => {
  const exif = [0xff, 0xe1, 0, 10, ...new TextEncoder().encode("Exif\0\0GP")];
  const photo = joined([0xff, 0xd8], exif, jpegFrame, jpegScan, [0xff, 0xd9]);
  const drawing = joined(pngSample().slice(0, 33), pngChunk("tEXt", [65, 0, 66]), pngSample().slice(33));

  test("says with what and where it was taken", () => {
    expect(codesOf(imageFindings("jpeg", photo))).toEqual({ metadata: 1 });
    expect(codesOf(imageFindings("png", drawing))).toEqual({ metadata: 1 });
    expect(imageFindings("jpeg", jpegSample())).toEqual([]);
    expect(imageFindings("png", pngSample())).toEqual([]);
  });

  test("cleaned, is the same picture without it", () => {
    expect(cleanedImage("jpeg", photo)).toEqual(joined([0xff, 0xd8], jpegFrame, jpegScan, [0xff, 0xd9]));
    expect(cleanedImage("png", drawing)).toEqual(pngSample());
  });
});

test("an OFD says who made it, what is attached and what is noted on its pages", async () => {
  const encoded = (text: string) => new TextEncoder().encode(text);
  const bytes = zipOf({
    "OFD.xml": encoded("<ofd:OFD><ofd:DocInfo><ofd:Author>张三</ofd:Author></ofd:DocInfo></ofd:OFD>"),
    "Doc_0/Attachs/Attachments.xml": encoded('<ofd:Attachments><ofd:Attachment ID="1"/></ofd:Attachments>'),
    "Doc_0/Annots/Page_0/Annotation.xml": encoded('<ofd:PageAnnot><ofd:Annot ID="2"/></ofd:PageAnnot>'),
  });
  expect(codesOf(ofdFindings(unzipSync(bytes)))).toEqual({ metadata: 1, attachments: 1, annotations: 1 });
});

describe("a name", () => {
  test.each([
    ["张某 659901199003070027 答复.pdf", "张某 ＊＊＊ 答复.pdf"],
    ["答复13800138000.docx", "答复＊＊＊.docx"],
    ["答复 li@example.com.xlsx", "答复 ＊＊＊"],
  ])("%s tells of a person", (name, cleaned) => {
    expect(nameFindings(name)).toHaveLength(1);
    expect(cleanedName(name)).toContain(cleaned.split("＊")[0]);
    expect(nameFindings(cleanedName(name))).toEqual([]);
  });

  test.each(["2025年农村公路养护工程项目清单.xlsx", "示府办〔2025〕12号.pdf", "20250310-20251231 汇总.pdf"])(
    "%s does not",
    (name) => {
      expect(nameFindings(name)).toEqual([]);
      expect(cleanedName(name)).toBe(name);
    },
  );
});

test("pages are listed as a reader writes them", () => {
  expect(pageList([5, 1, 3, 4, 4, 9])).toBe("1、3–5、9");
  expect(pageList([])).toBe("");
});

test("every finding has its words in both languages", () => {
  for (const code of findingCodes)
    for (const words of [zh, en]) expect(words.findings[code].length).toBeGreaterThan(2);
});
