/** A PDF without what is hidden in it; its pages stay as they are. pdf-lib is loaded when the first copy is made. */
import type { PDFDict, PDFDocument } from "@cantoo/pdf-lib";

import { demandRedacted, redact } from "./release.clean.redact.ts";
import type { PdfLib } from "./release.painting.ts";
import { seenPages } from "./release.pdf.ts";
import { reachable } from "./release.reachable.ts";

/** Entries of the catalogue that hold descriptions, other files or programs. */
const IN_CATALOGUE = ["Metadata", "PieceInfo", "AF", "OpenAction", "AA", "Collection", "SpiderInfo"];
const IN_NAMES = ["EmbeddedFiles", "JavaScript"];
const ON_PAGE = ["Metadata", "PieceInfo", "AF", "AA", "Thumb"];

/**
 * Throws for what cannot be read, such as a PDF with a password, and `NotRedacted` where text is behind boxes and it is
 * not certain that a copy is without it.
 */
export async function cleanedPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const lib = await import("@cantoo/pdf-lib");
  const document = await lib.PDFDocument.load(bytes, { updateMetadata: false });
  const seen = await seenPages(bytes);
  const isCovered = seen.some(({ letters }) => letters.some((letter) => letter.isCovered));
  if (isCovered) redact(lib, document, seen);
  forgetDescriptions(lib, document);
  for (const page of document.getPages()) {
    for (const name of ON_PAGE) page.node.delete(lib.PDFName.of(name));
    forgetRemarks(lib, page.node);
  }
  sweep(lib, document);
  const cleaned = await document.save({ updateFieldAppearances: false });
  if (isCovered) demandRedacted(seen, await seenPages(cleaned));
  return cleaned;
}

function forgetDescriptions({ PDFName, PDFDict: Dict }: PdfLib, { catalog, context }: PDFDocument): void {
  delete context.trailerInfo.Info;
  for (const name of IN_CATALOGUE) catalog.delete(PDFName.of(name));
  const names = catalog.lookup(PDFName.of("Names"));
  if (names instanceof Dict) for (const name of IN_NAMES) names.delete(PDFName.of(name));
}

/** Links and the fields of a form stay; notes, stamps, highlights and attached files go. */
function forgetRemarks({ PDFName, PDFArray, PDFDict: Dict }: PdfLib, page: PDFDict): void {
  const list = page.lookup(PDFName.of("Annots"));
  if (!(list instanceof PDFArray)) return;
  for (let place = list.size() - 1; place >= 0; place -= 1) {
    const annotation = list.lookup(place);
    const kind =
      annotation instanceof Dict ? annotation.lookup(PDFName.of("Subtype"))?.toString() : undefined;
    if (kind !== "/Link" && kind !== "/Widget") list.remove(place);
    else if (annotation instanceof Dict) annotation.delete(PDFName.of("AA"));
  }
}

/** What nothing leads to any more would still be written, as would what was deleted before: only the reachable stays. */
function sweep(lib: PdfLib, document: PDFDocument): void {
  const kept = reachable(lib, document);
  for (const [ref] of document.context.enumerateIndirectObjects())
    if (!kept.has(ref)) document.context.delete(ref);
}
