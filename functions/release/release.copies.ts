/**
 * Contents without what is covered in them. A part may be painted elsewhere, where all of it can be seen: so it is never
 * changed, but copied for where it is covered, and goes when nothing paints it any more.
 */
import type { PDFDict, PDFDocument, PDFObject, PDFPage, PDFRef } from "@cantoo/pdf-lib";
import type { ContentInstruction } from "./release.content.ts";
import type { SeenLetter } from "./release.page.ts";
import type { Painting, PdfLib } from "./release.painting.ts";
import { paintingOf, partsPainted } from "./release.painting.ts";
import { reachable } from "./release.reachable.ts";
import { withoutLetters } from "./release.redact.ts";

interface Covered {
  /** How many letters each instruction of the page that shows text has. */
  readonly shown: readonly number[];
  readonly covered: readonly SeenLetter[];
}

/** What is written instead: a content, and the parts that it names. */
interface Anew {
  readonly content: Uint8Array;
  readonly resources: PDFDict | undefined;
  readonly key: string;
}

/** What describes a part or says who made it, and what says how its old bytes were packed. */
const NOT_COPIED = [
  "Length",
  "Filter",
  "DecodeParms",
  "Metadata",
  "PieceInfo",
  "LastModified",
  "AF",
  "Ref",
  "OPI",
];

export function openCopies(lib: PdfLib, document: PDFDocument) {
  const { context } = document;
  const name = (text: string) => lib.PDFName.of(text);
  /** Copies that say the same are one, such as the head of every page with the same name behind its box. */
  const made = new Map<string, PDFRef>();
  const copyOf = new Map<PDFRef, PDFRef>();

  /** Throws where what was seen and what stands in the file do not agree. */
  function writeAnew(page: PDFPage, { shown, covered }: Covered): void {
    const painting = paintingOf(lib, page);
    if (showsIn(painting) !== shown.length) throw new Error("the page shows other texts than its content");
    const anew = written(painting, { shown, covered });
    if (anew === undefined) throw new Error("what is covered is not in the content of the page");
    page.node.set(name("Contents"), context.register(context.flateStream(anew.content)));
    if (anew.resources !== undefined) page.node.set(name("Resources"), context.register(anew.resources));
  }

  /** Undefined where nothing in it is covered. */
  function written(painting: Painting, page: Covered): Anew | undefined {
    const parts = new Map<ContentInstruction, PDFRef>();
    for (const [instruction, part] of painting.parts) {
      const copy = copied(part, page);
      if (copy !== undefined) parts.set(instruction, copy);
    }
    const removals = painting.shows.flatMap((show, own) =>
      page.covered.filter((letter) => letter.show === show).map((letter) => ({ ...letter, show: own })),
    );
    if (removals.length + parts.size === 0) return undefined;
    const { resources, instead } = named(painting, parts);
    const shown = painting.shows.map((show) => page.shown[show] ?? 0);
    const content = withoutLetters(painting.content, shown, removals, instead);
    const key = `${[...parts.values()].join()} ${Buffer.from(content).toString("latin1")}`;
    return { content, resources, key };
  }

  function copied({ part, ...painting }: Painting, page: Covered): PDFRef | undefined {
    const anew = part && written({ part, ...painting }, page);
    if (part === undefined || anew === undefined) return undefined;
    const key = `${part.ref} ${anew.key}`;
    const copy = made.get(key) ?? context.register(streamOf(part.stream.dict, anew));
    made.set(key, copy);
    copyOf.set(part.ref, copy);
    return copy;
  }

  function streamOf(dict: PDFDict, { content, resources }: Anew): PDFObject {
    const stream = context.flateStream(content);
    for (const [entry, value] of dict.entries())
      if (!NOT_COPIED.includes(entry.decodeText())) stream.dict.set(entry, value);
    if (resources !== undefined) stream.dict.set(name("Resources"), context.register(resources));
    return stream;
  }

  /** Resources with the copies under names of their own, and the instructions that paint them by these. */
  function named({ resources }: Painting, parts: ReadonlyMap<ContentInstruction, PDFRef>) {
    const instead = new Map<number, string>();
    if (parts.size === 0) return { resources, instead };
    const own = resources?.clone(context) ?? context.obj({});
    const old = own.lookup(name("XObject"));
    const known = old instanceof lib.PDFDict ? old.clone(context) : context.obj({});
    let next = 1;
    for (const [{ start }, copy] of parts) {
      while (known.has(name(`Copy${next}`))) next += 1;
      known.set(name(`Copy${next}`), copy);
      instead.set(start, `/Copy${next} Do`);
    }
    own.set(name("XObject"), known);
    return { resources: own, instead };
  }

  /** Throws where something else than a page or a part of one still leads to what is covered everywhere. */
  function forgetSources(): void {
    const painted = partsPainted(lib, document);
    const gone = new Set([...copyOf.keys()].filter((ref) => !painted.has(ref)));
    if (gone.size === 0) return;
    const isGone = (value: PDFObject): value is PDFRef => value instanceof lib.PDFRef && gone.has(value);
    for (const object of everyObject(lib, document)) {
      if (!(object instanceof lib.PDFDict)) continue;
      const known = object.lookup(name("XObject"));
      if (known instanceof lib.PDFDict)
        for (const [entry, value] of known.entries()) if (isGone(value)) known.delete(entry);
      // The structure of a document names the parts in which its text stands.
      for (const entry of [name("Stm"), name("Obj")]) {
        const value = object.get(entry);
        const copy = value !== undefined && isGone(value) ? copyOf.get(value) : undefined;
        if (copy !== undefined) object.set(entry, copy);
      }
    }
    const left = reachable(lib, document);
    if ([...gone].some((ref) => left.has(ref)))
      throw new Error("what is covered is painted in another way too");
  }

  return { writeAnew, forgetSources };
}

const showsIn = ({ shows, parts }: Painting): number =>
  [...parts.values()].reduce((sum, part) => sum + showsIn(part), shows.length);

/** Every dictionary and array of a document, those within others too. */
function* everyObject(lib: PdfLib, { context }: PDFDocument): Generator<PDFObject> {
  function* within(object: PDFObject): Generator<PDFObject> {
    if (object instanceof lib.PDFStream) yield* within(object.dict);
    if (!(object instanceof lib.PDFDict || object instanceof lib.PDFArray)) return;
    yield object;
    const values = object instanceof lib.PDFDict ? object.values() : object.asArray();
    for (const value of values) yield* within(value);
  }
  for (const [, object] of context.enumerateIndirectObjects()) yield* within(object);
}
