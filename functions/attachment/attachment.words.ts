/** What can be read in a file: for looking at it, never for keeping. Readers of formats are loaded when they are needed. */
import type { PDFDocumentProxy } from "unpdf/pdfjs";
import type { FileKind } from "./attachment.ts";
import type { Parts } from "./attachment.xml.ts";
import { namesLike, plainText, textOfPart } from "./attachment.xml.ts";
import { readZip } from "./attachment.zip.ts";

/** Throws for what PDF.js cannot open, such as a PDF with a password. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocumentProxy } = await import("unpdf");
  // A copy: PDF.js takes the bytes over.
  return (await getDocumentProxy(bytes.slice(), { verbosity: 0 })) as unknown as PDFDocumentProxy;
}

/** As much as an office program makes of 10 MB; an archive that claims more is not unpacked. */
const MOST_UNPACKED_BYTES = 120 * 1024 * 1024;

/** The parts of an office file; undefined for what is damaged or would unpack to far more than it is. */
export async function partsOf(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Promise<Parts | undefined> {
  const entries = readZip(bytes);
  const unpacked = (entries ?? [])
    .filter(({ name }) => wanted(name))
    .reduce((sum, { uncompressedBytes }) => sum + uncompressedBytes, 0);
  if (entries === undefined || unpacked > MOST_UNPACKED_BYTES) return undefined;
  const { unzipSync } = await import("fflate");
  return unzipSync(bytes, { filter: ({ name }) => wanted(name) });
}

/** A mark stands on top of the first page or in the head of every page. */
const MOST_PAGES = 5;
const WORD_TEXT = /^word\/(?:document\d?|header\d*|footer\d*)\.xml$/;
const SHEET_TEXT = /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/;
const OFD_TEXT = /\/(?:Pages|Tpls)\/[^/]*\/Content\.xml$/;

/** The words of the first pages; "" for pictures and for what cannot be read. */
export async function wordsOf(kind: FileKind, bytes: Uint8Array): Promise<string> {
  try {
    switch (kind) {
      case "pdf":
        return await wordsOfPdf(bytes);
      case "docx":
        return await wordsOfParts(bytes, WORD_TEXT);
      case "xlsx":
        return await wordsOfParts(bytes, SHEET_TEXT);
      case "ofd":
        return await wordsOfParts(bytes, OFD_TEXT);
      default:
        return "";
    }
  } catch {
    return "";
  }
}

async function wordsOfParts(bytes: Uint8Array, pattern: RegExp): Promise<string> {
  const parts = await partsOf(bytes, (name) => pattern.test(name));
  if (parts === undefined) return "";
  return namesLike(parts, pattern)
    .map((name) => plainText(textOfPart(parts, name)))
    .join("\n");
}

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  try {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
    }
    return pages.join("\n");
  } finally {
    await document.loadingTask.destroy();
  }
}
