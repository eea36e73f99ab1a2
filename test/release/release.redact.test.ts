/** Text behind boxes is taken out of a PDF: what is under them is gone, and everything else stays where it stood. */
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../functions/attachment/attachment.words.ts";
import { cleanedPdf } from "../../functions/release/release.clean.pdf.ts";
import { demandRedacted } from "../../functions/release/release.clean.redact.ts";
import { instructionsOf } from "../../functions/release/release.content.ts";
import { pdfFindings, seenPages } from "../../functions/release/release.pdf.ts";
import { withoutLetters } from "../../functions/release/release.redact.ts";
import { pdfDrawing, pdfInField, pdfInParts, pdfPainting, pdfWith } from "./samples.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
/** What each letter says and where it stands, as whoever looks at the page finds it. */
const lettersOf = async (bytes: Uint8Array) =>
  (await seenPages(bytes)).flatMap(({ letters }) =>
    letters.map(({ unicode, box }) => [unicode, Math.round(box.left), Math.round(box.bottom)] as const),
  );
const wordsIn = (bytes: Uint8Array) => wordsOf("pdf", bytes);
/** All that stands in the file, its streams unpacked. */
async function everythingIn(bytes: Uint8Array): Promise<string> {
  const { PDFRawStream, decodePDFRawStream } = await import("@cantoo/pdf-lib");
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? object.dict.toString() + Buffer.from(decodePDFRawStream(object).decode()).toString("latin1")
        : object.toString(),
    )
    .join("\n");
}

/** "姓名张三丰电话" in one text of 16 points from x = 72: each letter is 16 wide. A box from `from` to `to`. */
const line = "姓名张三丰电话";
const covered = (from: number, to: number, show = (coded: (text: string) => string) => `${coded(line)} Tj`) =>
  pdfDrawing(
    `${line}公开`,
    (coded) =>
      `BT /F1 16 Tf 72 700 Td ${show(coded)} ET BT /F1 16 Tf 72 600 Td ${coded("公开")} Tj ET ` +
      `0 g ${72 + 16 * from} 694 ${16 * (to - from)} 24 re f`,
  );

describe("text behind a box", () => {
  test.each(["black", "white"] as const)(
    "that is %s is gone, and what can be read is still there",
    async (box) => {
      const cleaned = await cleanedPdf(await pdfWith({ box, title: "x" }));
      expect(await pdfFindings(cleaned)).toEqual([]);
      expect((await wordsIn(cleaned)).trim()).toBe("to be read");
      const all = await everythingIn(cleaned);
      for (const hidden of ["Zhang", Buffer.from("Zhang Sanfeng").toString("hex").toUpperCase()])
        expect(all).not.toContain(hidden);
    },
  );

  test("in the middle of a line goes alone: the letters around it stay where they were", async () => {
    const bytes = await covered(2, 5);
    const before = await lettersOf(bytes);
    const cleaned = await cleanedPdf(bytes);
    expect(await lettersOf(cleaned)).toEqual(before.filter(([letter]) => !"张三丰".includes(letter)));
    expect(await wordsIn(cleaned)).not.toMatch(/[张三丰]/);
    expect(await wordsIn(cleaned)).toMatch(/姓名.*电话/s);
  });

  test.each([
    [
      "in pieces, moved and spaced",
      (coded: (text: string) => string) =>
        `2 Tc [${coded("姓名")} -120 ${coded("张三")} 30 ${coded("丰电")}] TJ ${coded("话")} Tj`,
    ],
    ["on a new line", (coded: (text: string) => string) => `0 TL ${coded(line)} '`],
    ["on a new line with its own spaces", (coded: (text: string) => string) => `0 TL 1 0.5 ${coded(line)} "`],
  ])("written %s is taken out all the same", async (_name, show) => {
    const bytes = await covered(2, 5, show);
    const before = await lettersOf(bytes);
    expect(before.map(([letter]) => letter).join("")).toBe(`${line}公开`);
    const after = await lettersOf(await cleanedPdf(bytes));
    expect(after.length).toBeLessThan(before.length);
    expect(after).toEqual(before.filter((letter) => after.some((each) => each.join() === letter.join())));
    expect(after.map(([letter]) => letter).join("")).toMatch(/^姓名?.*话公开$/);
    expect(await pdfFindings(await cleanedPdf(bytes))).toEqual([]);
  });

  test("is not said by what is written beside it for reading aloud", async () => {
    const said = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("hex");
    const bytes = await pdfDrawing(
      `${line}公开`,
      (coded) =>
        `/Span <</ActualText <${said(line)}>>> BDC BT /F1 16 Tf 72 700 Td ${coded(line)} Tj ET EMC ` +
        "0 g 60 690 300 40 re f",
    );
    const document = await PDFDocument.load(bytes);
    const element = { Type: "StructElem", S: "P", P: document.catalog, K: 0 };
    const spoken = document.context.obj({ ...element, P: "x" });
    spoken.set(PDFName.of("ActualText"), PDFString.of("secret name"));
    spoken.set(PDFName.of("Alt"), PDFString.of("secret picture"));
    document.catalog.set(PDFName.of("StructTreeRoot"), document.context.register(spoken));
    const cleaned = await cleanedPdf(await document.save({ useObjectStreams: false }));
    const all = await everythingIn(cleaned);
    for (const hidden of [said(line), "ActualText", "secret"]) expect(all).not.toContain(hidden);
    expect(await lettersOf(cleaned)).toEqual([]);
  });

  test("under a box that is a remark goes with the remark", async () => {
    const document = await PDFDocument.load(await covered(9, 9));
    const { context } = document;
    const stream = context.stream("0 g 0 0 48 24 re f", {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, 48, 24],
    });
    const remark = context.obj({ Type: "Annot", Subtype: "Square", Rect: [104, 694, 152, 718], F: 4 });
    remark.set(PDFName.of("AP"), context.obj({ N: context.register(stream) }));
    document.getPage(0).node.addAnnot(context.register(remark));
    const bytes = await document.save();
    expect((await pdfFindings(bytes)).map(({ code }) => code)).toEqual(["covered_text", "annotations"]);
    const cleaned = await cleanedPdf(bytes);
    expect(await pdfFindings(cleaned)).toEqual([]);
    expect(await wordsIn(cleaned)).not.toMatch(/[张三丰]/);
  });

  test("is proven gone: a copy that holds one letter more or elsewhere is none", async () => {
    const [page] = await seenPages(await covered(2, 5));
    if (page === undefined) throw new Error("no page");
    const right = { ...page, letters: page.letters.filter(({ isCovered }) => !isCovered) };
    demandRedacted([page], [right]);
    const [first, ...rest] = right.letters;
    const moved = first && { ...first, box: { ...first.box, left: first.box.left + 2 } };
    expect(() => demandRedacted([page], [page])).toThrow();
    expect(() => demandRedacted([page], [{ ...right, letters: rest }])).toThrow();
    expect(() => demandRedacted([page], [{ ...right, letters: moved ? [moved, ...rest] : [] }])).toThrow();
    expect(() => demandRedacted([page], [])).toThrow();
  });
});

/** Covers the three letters of the name where the line is painted as it stands. */
const box = `0 g ${72 + 32} 694 48 24 re f`;
const head = (coded: (text: string) => string) => `BT /F1 16 Tf 72 700 Td ${coded(line)} Tj ET`;
const formsIn = async (bytes: Uint8Array) =>
  (await PDFDocument.load(bytes)).context
    .enumerateIndirectObjects()
    .filter(([, object]) => /\/Subtype \/Form/.test(object.toString())).length;

describe("text behind a box in a part that is painted on the page", () => {
  test("is gone where the part is another document's page", async () => {
    const bytes = await pdfInParts();
    expect((await pdfFindings(bytes)).map(({ code }) => code)).toContain("covered_text");
    const cleaned = await cleanedPdf(bytes);
    expect(await pdfFindings(cleaned)).toEqual([]);
    expect((await wordsIn(cleaned)).trim()).toBe("to be read");
    const all = await everythingIn(cleaned);
    for (const hidden of ["Zhang", Buffer.from("Zhang Sanfeng").toString("hex").toUpperCase()])
      expect(all).not.toContain(hidden);
  });

  test("goes where it is covered and stays where it is not", async () => {
    const again = "q 1 0 0 1 0 -200 cm /Head Do Q";
    const bytes = await pdfPainting({
      alphabet: line,
      parts: { Head: head },
      pages: [() => `/Head Do ${box} ${again}`, () => "/Head Do"],
    });
    const before = await lettersOf(bytes);
    const cleaned = await cleanedPdf(bytes);
    expect(await lettersOf(cleaned)).toEqual([...before.slice(0, 2), ...before.slice(5)]);
    expect(await formsIn(cleaned)).toBe(2);
  });

  test("is gone from the head of every page, of which one copy is left", async () => {
    const pages = Array.from({ length: 3 }, () => () => `/Head Do ${box}`);
    const cleaned = await cleanedPdf(await pdfPainting({ alphabet: line, parts: { Head: head }, pages }));
    const words = await wordsIn(cleaned);
    expect([words.match(/姓名/g)?.length, /[张三丰]/.test(words)]).toEqual([3, false]);
    expect(await formsIn(cleaned)).toBe(1);
  });

  test("is gone where the part is in another part, and what says it for reading aloud leads to the copy", async () => {
    const bytes = await pdfPainting({
      alphabet: line,
      parts: {
        Head: head,
        Sheet: (coded) => `q 1 0 0 1 0 -20 cm /Head Do Q BT /F1 16 Tf 72 600 Td ${coded("电话")} Tj ET`,
      },
      pages: [() => `q 1 0 0 1 0 20 cm /Sheet Do Q ${box}`],
      finish: (document, { Head }) => {
        const piece = document.context.obj({ Type: "MCR", MCID: 0 });
        if (Head !== undefined) piece.set(PDFName.of("Stm"), Head);
        const root = document.context.obj({ Type: "StructTreeRoot", K: piece });
        document.catalog.set(PDFName.of("StructTreeRoot"), document.context.register(root));
      },
    });
    const before = await lettersOf(bytes);
    const cleaned = await cleanedPdf(bytes);
    expect(await lettersOf(cleaned)).toEqual(before.filter(([letter]) => !"张三丰".includes(letter)));
    expect(await formsIn(cleaned)).toBe(2);
    expect(await everythingIn(cleaned)).toContain("/Stm");
  });

  test("is left, and no copy is made, where the part is the picture of a field too", async () => {
    const bytes = await pdfInField();
    expect((await pdfFindings(bytes)).map(({ code }) => code)).toContain("covered_text");
    await expect(cleanedPdf(bytes)).rejects.toMatchObject({ name: "NotRedacted" });
  });
});

describe("text behind a box in a line that runs from top to bottom", () => {
  /** Letters of 16 points, each 16 below the one before it, their middle at x = 300; `from` and `to` are covered. */
  const down = (
    from: number,
    to: number,
    show = (coded: (text: string) => string) => `${coded(line)} Tj`,
    pitch = 16,
  ) =>
    pdfPainting({
      alphabet: line,
      isVertical: true,
      pages: [
        (coded) =>
          `BT /F1 16 Tf 300 700 Td ${show(coded)} ET 0 g 290 ${700 - pitch * to} 20 ${pitch * (to - from)} re f`,
      ],
    });

  test("goes alone: the letters above and below stay where they were", async () => {
    const bytes = await down(2, 5);
    const before = await lettersOf(bytes);
    expect(before.map(([, left]) => left)).toEqual(Array(7).fill(292));
    const cleaned = await cleanedPdf(bytes);
    expect(await lettersOf(cleaned)).toEqual(before.filter(([letter]) => !"张三丰".includes(letter)));
    expect(await pdfFindings(cleaned)).toEqual([]);
    expect(await wordsIn(cleaned)).not.toMatch(/[张三丰]/);
  });

  test("in pieces, moved and spaced, all the same", async () => {
    const pieces = (coded: (text: string) => string) =>
      `-4 Tc [${coded("姓名")} 0 ${coded("张三丰")}] TJ ${coded("电话")} Tj`;
    const bytes = await down(2, 5, pieces, 20);
    const before = await lettersOf(bytes);
    expect(await lettersOf(await cleanedPdf(bytes))).toEqual(
      before.filter(([letter]) => !"张三丰".includes(letter)),
    );
  });

  test("is not taken for a line across: a box beside it hides nothing", async () => {
    const bytes = await pdfPainting({
      alphabet: line,
      isVertical: true,
      pages: [(coded) => `BT /F1 16 Tf 300 700 Td ${coded(line)} Tj ET 0 g 310 680 200 24 re f`],
    });
    expect(await pdfFindings(bytes)).toEqual([]);
  });
});

describe("the content of a page", () => {
  const operators = (text: string) => instructionsOf(latin(text)).map(({ operator }) => operator);

  test("is told apart whatever its strings, names, comments and pictures hold", () => {
    expect(operators("q 1 0 0 1 0 0 cm % Tj ( \n(a\\)(b) \\\\) Tj /N#20x gs")).toEqual([
      "q",
      "cm",
      "Tj",
      "gs",
    ]);
    expect(operators("BI /W 1 /H 1 ID \x00EI\x01 Tj EI Q")).toEqual(["BI", "ID", "Q"]);
    expect(operators("/P <</MCID 0 /A [<<>> (x)]>> BDC T* -.5 0 Td")).toEqual(["BDC", "T*", "Td"]);
  });

  test("that ends in the middle is none", () => {
    for (const broken of ["(a", "<41", "[(a) 1", "<</A 1", "BI ID x"])
      expect(() => instructionsOf(latin(broken))).toThrow();
  });

  test("keeps every byte but those of the letters that go", () => {
    const content = latin("q (a\\050b) Tj 1 0 0 rg [(cd) -5 (e)] TJ % end\n");
    const without = withoutLetters(content, [3, 3], [{ show: 1, glyph: 1, advance: 500.25 }]);
    expect(Buffer.from(without).toString("latin1")).toBe(
      "q (a\\050b) Tj 1 0 0 rg  [<63> -500.25 -5 <65>] TJ  % end\n",
    );
  });

  test("of which the letters cannot be told apart is left alone", () => {
    const removal = { show: 0, glyph: 0, advance: 1 };
    expect(() => withoutLetters(latin("(abc) Tj"), [2], [removal])).toThrow();
    expect(() => withoutLetters(latin("(abc) Tj (d) Tj"), [3], [removal])).toThrow();
  });
});
