/** What a document leads to from its catalogue; anything else in its file is of no use to it. */
import type { PDFDocument, PDFObject, PDFRef } from "@cantoo/pdf-lib";
import type { PdfLib } from "./release.painting.ts";

export function reachable(lib: PdfLib, { context }: PDFDocument): ReadonlySet<PDFRef> {
  const seen = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.ID];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof lib.PDFRef) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(context.lookup(next));
    } else if (next instanceof lib.PDFDict) waiting.push(...next.values());
    else if (next instanceof lib.PDFArray) waiting.push(...next.asArray());
    else if (next instanceof lib.PDFStream) waiting.push(next.dict);
  }
  return seen;
}
