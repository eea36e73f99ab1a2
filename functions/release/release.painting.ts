/**
 * What a page paints, in the order in which it is painted: its own content and the parts (form XObjects, ISO 32000 §8.10)
 * that this content paints, each as often as it is painted. Read with pdf-lib.
 */
import type { PDFDict, PDFDocument, PDFObject, PDFPage, PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import type { ContentInstruction } from "./release.content.ts";
import { instructionsOf, SHOWS } from "./release.content.ts";

export type PdfLib = typeof import("@cantoo/pdf-lib");

/** One painting of a content. */
export interface Painting {
  /** Of a part; undefined for a page's own content. */
  readonly part: { readonly ref: PDFRef; readonly stream: PDFRawStream } | undefined;
  readonly content: Uint8Array;
  readonly resources: PDFDict | undefined;
  readonly instructions: readonly ContentInstruction[];
  /** Its instructions that show text: the place of each among all of the page, those of parts counted where they stand. */
  readonly shows: readonly number[];
  /** The parts that it paints: which of its instructions does, and what is painted. */
  readonly parts: ReadonlyMap<ContentInstruction, Painting>;
}

/** More parts within each other than any program makes. */
const DEEPEST = 16;

/** Throws for a page whose content cannot be read. */
export function paintingOf(lib: PdfLib, page: PDFPage): Painting {
  let shows = 0;

  function read(
    content: Uint8Array,
    resources: PDFDict | undefined,
    part: Painting["part"],
    depth: number,
  ): Painting {
    if (depth > DEEPEST) throw new Error("parts within parts do not end");
    const instructions = instructionsOf(content);
    const own: number[] = [];
    const parts = new Map<ContentInstruction, Painting>();
    for (const each of instructions) {
      if (SHOWS.has(each.operator)) own.push(shows++);
      const found = each.operator === "Do" ? partNamed(lib, page, resources, each) : undefined;
      if (found === undefined) continue;
      const inner = found.stream.dict.lookup(lib.PDFName.of("Resources"));
      const bytes = lib.decodePDFRawStream(found.stream).decode();
      parts.set(each, read(bytes, inner instanceof lib.PDFDict ? inner : resources, found, depth + 1));
    }
    return { part, content, resources, instructions, shows: own, parts };
  }

  const resources = page.node.Resources();
  return read(contentOf(lib, page), resources, undefined, 0);
}

/** What an instruction paints, where that is a part and no picture. */
function partNamed(
  lib: PdfLib,
  { node: { context } }: PDFPage,
  resources: PDFDict | undefined,
  { operands: [name] }: ContentInstruction,
): Painting["part"] {
  const known = resources?.lookup(lib.PDFName.of("XObject"));
  if (!(known instanceof lib.PDFDict) || name?.kind !== "name") return undefined;
  const ref: PDFObject | undefined = known.get(lib.PDFName.of(name.text.slice(1)));
  const stream = ref === undefined ? undefined : context.lookup(ref);
  if (!(ref instanceof lib.PDFRef) || !(stream instanceof lib.PDFRawStream)) return undefined;
  const isPart = stream.dict.lookup(lib.PDFName.of("Subtype")) === lib.PDFName.of("Form");
  return isPart ? { ref, stream } : undefined;
}

/** All streams of a page are one content, as if there were white space between them. */
function contentOf(
  { PDFArray, PDFName, PDFRawStream, decodePDFRawStream }: PdfLib,
  { node }: PDFPage,
): Uint8Array {
  const contents = node.lookup(PDFName.of("Contents"));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((each) => node.context.lookup(each)) : [contents];
  return Buffer.concat(
    streams.flatMap((stream) => {
      if (!(stream instanceof PDFRawStream)) throw new Error("the content of a page cannot be read");
      return [decodePDFRawStream(stream).decode(), Buffer.from("\n")];
    }),
  );
}

/** Every part that some page of the document paints, whatever is painted over it. */
export function partsPainted(lib: PdfLib, document: PDFDocument): ReadonlySet<PDFRef> {
  const found = new Set<PDFRef>();
  const visit = ({ part, parts }: Painting): void => {
    if (part !== undefined) found.add(part.ref);
    for (const inner of parts.values()) visit(inner);
  };
  for (const page of document.getPages())
    if (page.node.has(lib.PDFName.of("Contents"))) visit(paintingOf(lib, page));
  return found;
}
