/** Taking what is behind boxes out of a PDF, and the proof that it is gone and nothing else is. */
import type { PDFDocument, PDFObject } from "@cantoo/pdf-lib";
import { openCopies } from "./release.copies.ts";
import type { SeenLetter, SeenPage } from "./release.page.ts";
import type { PdfLib } from "./release.painting.ts";

/** It cannot be shown that a copy would be without the text; the file has to be made anew without it. */
export class NotRedacted extends Error {
  override readonly name = "NotRedacted";
}

/**
 * Writes what each page paints anew where something in it is covered: its content and, as copies of their own, its parts.
 * Throws `NotRedacted`.
 */
export function redact(lib: PdfLib, document: PDFDocument, seen: readonly SeenPage[]): void {
  try {
    const copies = openCopies(lib, document);
    for (const [index, page] of document.getPages().entries()) {
      const { letters, shown } = seen[index] ?? { letters: [], shown: [] };
      const covered = letters.filter(({ isCovered, origin }) => isCovered && origin === "page");
      if (covered.length > 0) copies.writeAnew(page, { shown, covered });
    }
    copies.forgetSources();
  } catch (error) {
    throw new NotRedacted((error as Error).message);
  }
  forgetSpoken(lib, document);
}

/** What is written beside a text for reading it aloud would say it still. */
function forgetSpoken({ PDFDict, PDFArray, PDFName, PDFStream }: PdfLib, { context }: PDFDocument): void {
  const visit = (object: PDFObject | undefined): void => {
    if (object instanceof PDFStream) visit(object.dict);
    if (object instanceof PDFArray) object.asArray().forEach(visit);
    if (!(object instanceof PDFDict)) return;
    object.delete(PDFName.of("ActualText"));
    const isOfStructure = object.has(PDFName.of("S")) && object.has(PDFName.of("P"));
    if (isOfStructure) for (const name of ["Alt", "E", "T"]) object.delete(PDFName.of(name));
    for (const value of object.values()) visit(value);
  };
  for (const [, object] of context.enumerateIndirectObjects()) visit(object);
}

/** Of a point: writing numbers anew rounds them. */
const NEAR = 0.5;

/**
 * The copy, read anew: nothing is covered, and every letter that could be seen stands where it stood. So what was covered
 * is not there at all. Throws `NotRedacted`.
 */
export function demandRedacted(before: readonly SeenPage[], after: readonly SeenPage[]): void {
  for (const [index, { letters }] of before.entries()) {
    const now = (after[index]?.letters ?? []).filter(isOfPage);
    const visible = letters.filter((letter) => isOfPage(letter) && !letter.isCovered);
    const isSame =
      now.length === visible.length && now.every((each, place) => isWhereItWas(each, visible[place]));
    if (!isSame || now.some(({ isCovered }) => isCovered))
      throw new NotRedacted("the copy does not hold exactly what can be seen");
  }
}

/** Notes go whole. */
const isOfPage = ({ origin }: SeenLetter): boolean => origin !== "annotation";

const isWhereItWas = (letter: SeenLetter, before: SeenLetter | undefined): boolean =>
  before !== undefined &&
  letter.unicode === before.unicode &&
  Math.abs(letter.box.left - before.box.left) < NEAR &&
  Math.abs(letter.box.bottom - before.box.bottom) < NEAR;
