/** Files with something hidden in them, made here so that no binary lies in the repository. */
import type { PDFRef } from "@cantoo/pdf-lib";
import { PDFDocument, PDFName, PDFString, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { strToU8, zipSync } from "fflate";

const CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const core = (author: string) =>
  `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="dc"><dc:creator>${author}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
const type = (part: string) => `<Override PartName="/${part}" ContentType="application/xml"/>`;
const zipped = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** Comments, insertions, deletions, hidden words, a remote template, an embedded sheet, an author. */
export const hidingDocx = (author = "张三丰"): Uint8Array =>
  zipped({
    "[Content_Types].xml": `<Types>${type("word/document.xml")}${type("word/comments.xml")}</Types>`,
    "_rels/.rels": relations(relation("r1", "officeDocument", "word/document.xml")),
    "word/document.xml": `<w:document ${W}><w:body>
<w:p><w:r><w:t>公开的内容。</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>有批注</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>
<w:p><w:ins w:id="1" w:author="李四"><w:r><w:t>新加的</w:t></w:r></w:ins><w:del w:id="2" w:author="李四"><w:r><w:delText>删去的姓名</w:delText></w:r></w:del></w:p>
<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的话</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见的话</w:t></w:r></w:p>
<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc><w:p><w:r><w:t>删去的一行</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>留下的一行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(
      relation("r1", "comments", "comments.xml"),
      relation("r2", "attachedTemplate", "http://inside.example/t.dotx", true),
      relation("r3", "hyperlink", "https://example.com", true),
    ),
    "word/comments.xml": `<w:comments ${W}><w:comment w:id="0" w:author="王五"><w:p><w:r><w:t>这里别公开</w:t></w:r></w:p></w:comment></w:comments>`,
    "word/embeddings/Microsoft_Excel_Sheet1.xlsx": "PK",
    "docProps/core.xml": core(author),
    "docProps/app.xml": "<Properties><Company>某某公司</Company></Properties>",
    "docProps/custom.xml": '<Properties><property name="x"/></Properties>',
  });

/** A hidden and a very hidden sheet, a hidden row and column, a comment, a pivot cache, a link to another book. */
export const hidingXlsx = (): Uint8Array =>
  zipped({
    "[Content_Types].xml": `<Types>${type("xl/workbook.xml")}${type("xl/comments1.xml")}${type("xl/pivotCache/pivotCacheDefinition1.xml")}</Types>`,
    "xl/workbook.xml":
      '<workbook><sheets><sheet name="公开" sheetId="1"/><sheet name="底稿" sheetId="2" state="hidden"/><sheet name="名单" sheetId="3" state="veryHidden"/></sheets><pivotCaches><pivotCache cacheId="1" r:id="r9"/></pivotCaches></workbook>',
    "xl/worksheets/sheet1.xml":
      '<worksheet><cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row></sheetData><legacyDrawing r:id="r1"/></worksheet>',
    "xl/worksheets/_rels/sheet1.xml.rels": relations(
      relation("r1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
      relation("r2", "comments", "../comments1.xml"),
    ),
    "xl/drawings/vmlDrawing1.vml": "<xml/>",
    "xl/comments1.xml": "<comments><commentList><comment ref='A1'/></commentList></comments>",
    "xl/pivotCache/pivotCacheDefinition1.xml": "<pivotCacheDefinition/>",
    "xl/pivotCache/pivotCacheRecords1.xml": "<pivotCacheRecords/>",
    "xl/externalLinks/externalLink1.xml": "<externalLink/>",
    "docProps/core.xml": core("赵六"),
  });

export const plainDocx = (): Uint8Array =>
  zipped({
    "[Content_Types].xml": `<Types>${type("word/document.xml")}</Types>`,
    "word/document.xml": `<w:document ${W}><w:body><w:p><w:r><w:t>公开的内容，涉及商业秘密的部分已作处理。</w:t></w:r></w:p></w:body></w:document>`,
  });

/** The mark of GB/T 9704 on top, torn into runs as Word tears it. */
export const markedDocx = (mark = ["机", "密", "★1年"]): Uint8Array =>
  zipped({
    "[Content_Types].xml": `<Types>${type("word/document.xml")}</Types>`,
    "word/document.xml": `<w:document ${W}><w:body><w:p>${mark.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join("")}</w:p></w:body></w:document>`,
  });

export interface PdfWishes {
  readonly box?: "black" | "white" | "highlighter" | "before";
  readonly title?: string;
  readonly attached?: boolean;
  readonly note?: boolean;
  readonly script?: boolean;
}

/** One page with two lines of text, one of them under what is wished for. */
export async function pdfWith({ box, title, attached, note, script }: PdfWishes = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([300, 300]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bar = { x: 48, y: 196, width: 120, height: 16 };
  if (box === "before") page.drawRectangle({ ...bar, color: rgb(0.8, 0.8, 0.8) });
  page.drawText("Zhang Sanfeng", { x: 50, y: 200, size: 12, font });
  page.drawText("to be read", { x: 50, y: 100, size: 12, font });
  if (box === "black") page.drawRectangle({ ...bar, color: rgb(0, 0, 0) });
  if (box === "white") page.drawRectangle({ ...bar, color: rgb(1, 1, 1) });
  if (box === "highlighter") page.drawRectangle({ ...bar, color: rgb(1, 1, 0), opacity: 0.4 });
  if (title !== undefined) document.setTitle(title);
  if (attached) await document.attach(strToU8("the list of names"), "list.txt");
  if (script) document.addJavaScript("hello", "app.alert(1)");
  if (note) {
    const remark = document.context.obj({ Type: "Annot", Subtype: "Text", Rect: [10, 10, 30, 30] });
    remark.set(PDFName.of("Contents"), PDFString.of("do not disclose"));
    page.node.addAnnot(document.context.register(remark));
  }
  return document.save();
}

const hex = (code: number) => code.toString(16).padStart(4, "0");

/** A PDF that says these texts on its page of that number, each with an operator of its own. */
export const pdfSaying = (texts: readonly string[], pageNumber = 1): Promise<Uint8Array> =>
  pdfDrawing(
    texts.join(""),
    (coded) => `BT /F1 16 Tf 72 700 Td ${texts.map((text) => `${coded(text)} Tj`).join(" ")} ET`,
    pageNumber,
  );

type Coded = (text: string) => string;

/** A PDF with this content on its page of that number, and its fonts as Chinese programs write them. */
export const pdfDrawing = (
  alphabet: string,
  draw: (coded: Coded) => string,
  pageNumber = 1,
): Promise<Uint8Array> =>
  pdfPainting({ alphabet, pages: [...Array.from({ length: pageNumber - 1 }, () => () => ""), draw] });

export interface PdfPainting {
  readonly alphabet: string;
  /** The content of each page. */
  readonly pages: readonly ((coded: Coded) => string)[];
  /** Parts by name, which pages and parts paint with `/name Do`. */
  readonly parts?: Readonly<Record<string, (coded: Coded) => string>>;
  readonly isVertical?: boolean;
  /** What else the document is to have. */
  readonly finish?: (document: PDFDocument, parts: Readonly<Record<string, PDFRef>>) => void;
}

/**
 * Its font F1 is one of the kind that Chinese programs write (Identity-H, Identity-V), with no picture of any letter in it:
 * what it says stands in its ToUnicode map.
 */
export async function pdfPainting(wishes: PdfPainting): Promise<Uint8Array> {
  const { alphabet, pages, parts = {}, isVertical = false, finish } = wishes;
  const document = await PDFDocument.create();
  const { context } = document;
  const letters = [...new Set(alphabet)];
  const codeOf = (letter: string) => hex(letters.indexOf(letter) + 1);
  const map = [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    `${letters.length} beginbfchar`,
    ...letters.map((letter) => `<${codeOf(letter)}> <${hex(letter.codePointAt(0) ?? 0)}>`),
    "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end",
  ];
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: "SimSun",
    CIDSystemInfo: {
      Registry: PDFString.of("Adobe"),
      Ordering: PDFString.of("Identity"),
      Supplement: 0,
    },
    DW: 1000,
  });
  const font = context.obj({
    Type: "Font",
    Subtype: "Type0",
    BaseFont: "SimSun",
    Encoding: isVertical ? "Identity-V" : "Identity-H",
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(map.join("\n"))),
  });
  const coded: Coded = (text) => `<${[...text].map(codeOf).join("")}>`;
  const named = context.obj({});
  // One for all, as many programs have it.
  const resources = context.register(
    context.obj({ Font: { F1: context.register(font) }, XObject: context.register(named) }),
  );
  const refs: Record<string, PDFRef> = {};
  for (const [name, draw] of Object.entries(parts)) {
    const box = { Type: "XObject", Subtype: "Form", BBox: [0, 0, 595, 842], Resources: resources };
    const ref = context.register(context.flateStream(draw(coded), box));
    refs[name] = ref;
    named.set(PDFName.of(name), ref);
  }
  for (const draw of pages) {
    const { node } = document.addPage();
    node.set(PDFName.of("Resources"), resources);
    const content = draw(coded);
    if (content !== "") node.addContentStream(context.register(context.stream(content)));
  }
  finish?.(document, refs);
  return document.save();
}

/** Its text is in a part that is painted on the page, as when one document is put into another, and a box over it. */
export async function pdfInParts(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const [inner] = await document.embedPdf(await pdfWith());
  const page = document.addPage([300, 300]);
  if (inner !== undefined) page.drawPage(inner, { x: 0, y: 0 });
  page.drawRectangle({ x: 48, y: 196, width: 120, height: 16, color: rgb(0, 0, 0) });
  return document.save();
}

/** Its covered part is what a field of a form looks like too: nobody can say what a copy of it would be for. */
export const pdfInField = (): Promise<Uint8Array> =>
  pdfPainting({
    alphabet: "张三丰",
    parts: { Head: (coded) => `BT /F1 16 Tf 72 700 Td ${coded("张三丰")} Tj ET` },
    pages: [() => "/Head Do 0 g 60 690 300 40 re f"],
    finish: (document, { Head }) => {
      const field = document.context.obj({ Type: "Annot", Subtype: "Widget", FT: "Tx", Rect: [0, 0, 9, 9] });
      if (Head !== undefined) field.set(PDFName.of("AP"), document.context.obj({ N: Head }));
      document.getPage(0).node.addAnnot(document.context.register(field));
    },
  });
