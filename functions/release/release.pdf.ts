/** What is hidden in a PDF. PDF.js reads it, as a build for servers; it is loaded when the first PDF is looked at. */
import type { PDFDocumentProxy, PDFPageProxy } from "unpdf/pdfjs";
import { openPdf } from "../attachment/attachment.words.ts";
import type { Instruction, SeenPage } from "./release.page.ts";
import { hiddenLetters, seenPage } from "./release.page.ts";
import type { Finding } from "./release.ts";
import { pageList } from "./release.ts";

/** More pages than a person looks through in one answer; what is behind them is said not to be looked at. */
const MOST_PAGES = 300;

const one = (code: Finding["code"], count: number, where?: string): readonly Finding[] =>
  count === 0 ? [] : [{ code, count, ...(where === undefined || where === "" ? {} : { where }) }];

type NameOf = (code: number) => string | undefined;

async function opened<T>(
  bytes: Uint8Array,
  look: (document: PDFDocumentProxy, nameOf: NameOf) => Promise<T>,
): Promise<T> {
  const { getResolvedPDFJS } = await import("unpdf");
  const document = await openPdf(bytes);
  try {
    const { OPS } = (await getResolvedPDFJS()) as unknown as { OPS: Readonly<Record<string, number>> };
    const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
    return await look(document, (code) => names.get(code));
  } finally {
    await document.loadingTask.destroy();
  }
}

export const pdfFindings = (bytes: Uint8Array): Promise<readonly Finding[]> =>
  opened(bytes, async (document, nameOf) => [
    ...(await aboutDocument(document, bytes)),
    ...(await aboutPages(document, nameOf)),
  ]);

/** Every letter of every page that is looked at. */
export const seenPages = (bytes: Uint8Array): Promise<readonly SeenPage[]> =>
  opened(bytes, async (document, nameOf) => {
    const pages: SeenPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      pages.push(seenPage(instructionsIn(page, [fnArray, argsArray], nameOf), nameOf));
      page.cleanup();
    }
    return pages;
  });

/** A font is given with whether its lines run from top to bottom, which PDF.js keeps with the font. */
const instructionsIn = (
  page: PDFPageProxy,
  [codes, values]: readonly [codes: readonly number[], values: readonly unknown[]],
  nameOf: NameOf,
): Instruction[] =>
  codes.map((code, place) => {
    const name = nameOf(code) ?? "";
    const given = (values[place] ?? []) as readonly unknown[];
    if (name !== "setFont") return { name, values: given };
    const font = fontOf(page, String(given[0])) as { readonly vertical?: boolean } | undefined;
    return { name, values: [given[0], given[1], font?.vertical === true] };
  });

/** The font as PDF.js keeps it, or its complaint about it. */
function fontOf({ commonObjs }: PDFPageProxy, id: string): unknown {
  const fonts = commonObjs as { has(id: string): boolean; get(id: string): unknown };
  return fonts.has(id) ? fonts.get(id) : undefined;
}

/** What a program that makes PDFs writes of itself tells nothing of a person; these do. */
const PROPERTIES = ["Author", "Title", "Subject", "Keywords"];

async function aboutDocument(document: PDFDocumentProxy, bytes: Uint8Array): Promise<readonly Finding[]> {
  const { info, metadata } = await document.getMetadata();
  const facts = info as Readonly<Record<string, unknown>>;
  const said = PROPERTIES.filter(
    (name) => typeof facts[name] === "string" && String(facts[name]).trim() !== "",
  );
  const own = Object.keys((facts.Custom as object | undefined) ?? {});
  const xmp = metadata === null || metadata === undefined ? [] : ["XMP"];
  const attachments: unknown = await document.getAttachments();
  const attached = attachments instanceof Map ? attachments.size : Object.keys(attachments ?? {}).length;
  const actions = (await document.getJSActions()) as object | null;
  const isSigned = facts.IsSignaturesPresent === true;
  return [
    ...one("metadata", said.length + own.length + xmp.length, [...said, ...own, ...xmp].join("、")),
    ...one("attachments", attached),
    ...one("scripts", Object.keys(actions ?? {}).length),
    // What was signed is saved again behind what stood before, which then is no earlier version but part of the proof.
    ...one("earlier_versions", isSigned ? 0 : savedOver(bytes, facts.IsLinearized === true)),
  ];
}

/** How often it was saved on top of itself: what was deleted then is still there. */
function savedOver(bytes: Uint8Array, linearized: boolean): number {
  const ends = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .match(/%%EOF/g);
  return Math.max(0, (ends ?? []).length - (linearized ? 2 : 1));
}

async function aboutPages(
  document: PDFDocumentProxy,
  nameOf: (code: number) => string | undefined,
): Promise<readonly Finding[]> {
  const covered: number[] = [];
  const invisible: number[] = [];
  const notes: number[] = [];
  const unreadable: number[] = [];
  let letters = { covered: 0, invisible: 0, notes: 0 };
  const last = Math.min(document.numPages, MOST_PAGES);
  for (let number = 1; number <= last; number += 1) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const hidden = hiddenLetters(instructionsIn(page, [fnArray, argsArray], nameOf), nameOf);
    const annotations = (await page.getAnnotations()) as readonly { subtype?: string }[];
    if (hasUnreadableFont(page, fnArray, argsArray, nameOf)) unreadable.push(number);
    // A link shows itself, and a field is part of the form that was meant to be filled in.
    const remarks = annotations.filter(({ subtype }) => subtype !== "Link" && subtype !== "Widget").length;
    if (hidden.covered > 0) covered.push(number);
    if (hidden.invisible > 0) invisible.push(number);
    if (remarks > 0) notes.push(number);
    letters = {
      covered: letters.covered + hidden.covered,
      invisible: letters.invisible + hidden.invisible,
      notes: letters.notes + remarks,
    };
    page.cleanup();
  }
  return [
    ...one("covered_text", letters.covered, pageList(covered)),
    ...one("invisible_text", letters.invisible, pageList(invisible)),
    ...one("annotations", letters.notes, pageList(notes)),
    ...one("not_examined", unreadable.length, pageList(unreadable)),
    ...one("not_examined", document.numPages - last),
  ];
}

/**
 * Whether some font is one that is neither in the file nor known here, as with the predefined encodings of older Chinese
 * programs: PDF.js then keeps its complaint in the font's place, and nobody knows which letters stand there.
 */
function hasUnreadableFont(
  page: PDFPageProxy,
  codes: readonly number[],
  values: readonly unknown[],
  nameOf: NameOf,
): boolean {
  return codes.some(
    (code, place) =>
      nameOf(code) === "setFont" &&
      typeof fontOf(page, String((values[place] as readonly string[])[0])) === "string",
  );
}
