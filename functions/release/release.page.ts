/**
 * Which letters of a PDF page cannot be seen and yet can be copied: those behind a box, a picture or a bar that was
 * painted later, and those that are not painted at all. It follows the page's own instructions (ISO 32000 §8, §9) as PDF.js
 * lists them, so what counts is what stands in the file, not how it looks. Pure.
 */

import type { Box } from "./release.geometry.ts";
import { areaOf, boxUnder, numbersIn, rectanglesIn, shared, times, UNIT_SQUARE } from "./release.geometry.ts";
import type { Glyph } from "./release.letter.ts";
import { boxOf, stepOf } from "./release.letter.ts";
import { PageState } from "./release.state.ts";

/** Instructions of a page by name, in their order. */
export interface Instruction {
  readonly name: string;
  readonly values: readonly unknown[];
}

export interface HiddenLetters {
  /** Behind something opaque. */
  readonly covered: number;
  /** Never painted, or white on white: most often the words of a scan that was recognised. */
  readonly invisible: number;
}

/** `page`: by what the page paints, its parts among it. */
export type Origin = "page" | "annotation";

interface Letter {
  readonly at: number;
  readonly box: Box;
  readonly mode: "painted" | "unpainted" | "white";
  readonly origin: Origin;
  /** Which of the page's instructions that show text, those of its parts among them, and which of its letters. */
  readonly show: number;
  readonly glyph: number;
  readonly unicode: string;
  /** How far it moves the next letter, in thousandths of the size of the font: to the right, or up where lines run down. */
  readonly advance: number;
}

export interface SeenLetter extends Omit<Letter, "at" | "mode"> {
  readonly isCovered: boolean;
}

export interface SeenPage {
  readonly letters: readonly SeenLetter[];
  /** How many letters each of the page's instructions that show text has, in the order in which they are painted. */
  readonly shown: readonly number[];
}
/** Something opaque, and when it was painted. */
interface Cover {
  readonly at: number;
  readonly box: Box;
}

/** Of a letter's box, before it counts as covered: boxes drawn by hand miss its edges. */
const MOSTLY = 0.6;

/** A bar that lets something through is a highlighter. */
const OPAQUE = 0.95;

const isUnder = (letter: Box, cover: Box): boolean => shared(letter, cover) >= MOSTLY * areaOf(letter);

const FILLS = ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];
const PICTURES = ["paintImageXObject", "paintInlineImageXObject", "paintImageXObjectRepeat"];

/** `nameOf`: the name of an instruction that stands as a number within another. */
export function hiddenLetters(
  instructions: readonly Instruction[],
  nameOf: (code: number) => string | undefined,
): HiddenLetters {
  return followed(instructions, nameOf).hidden();
}

/** Every letter of the page, whether it can be seen or not. */
export const seenPage = (
  instructions: readonly Instruction[],
  nameOf: (code: number) => string | undefined,
): SeenPage => followed(instructions, nameOf).seen();

function followed(instructions: readonly Instruction[], nameOf: (code: number) => string | undefined): Page {
  const page = new Page(nameOf);
  instructions.forEach((each, at) => {
    page.follow(each, at);
  });
  return page;
}

class Page {
  readonly #nameOf: (code: number) => string | undefined;
  readonly #state = new PageState();
  readonly #letters: Letter[] = [];
  readonly #covers: Cover[] = [];
  #annotations = 0;
  readonly #shown: number[] = [];

  constructor(nameOf: (code: number) => string | undefined) {
    this.#nameOf = nameOf;
  }

  hidden(): HiddenLetters {
    const isWhiteOnNothing = ({ mode, at, box }: Letter) =>
      mode === "white" && !this.#covers.some((cover) => cover.at < at && shared(box, cover.box) > 0);
    const invisible = this.#letters.filter((each) => each.mode === "unpainted" || isWhiteOnNothing(each));
    const covered = this.#letters.filter((each) => this.#isCovered(each));
    return { covered: covered.length, invisible: invisible.length };
  }

  #isCovered({ mode, at, box }: Letter): boolean {
    return mode !== "unpainted" && this.#covers.some((cover) => cover.at > at && isUnder(box, cover.box));
  }

  seen(): SeenPage {
    const letters = this.#letters.map((each) => {
      const { at: _at, mode: _mode, ...letter } = each;
      return { ...letter, isCovered: this.#isCovered(each) };
    });
    return { letters, shown: this.#shown };
  }

  follow({ name, values }: Instruction, at: number): void {
    if (name === "beginAnnotation") this.#annotations += 1;
    if (name === "endAnnotation") this.#annotations -= 1;
    if (!this.#state.follow(name, values)) this.#paint(name, values, at);
  }

  #paint(name: string, values: readonly unknown[], at: number): void {
    const { matrix } = this.#state.now;
    if (name === "showText" || name === "showSpacedText") this.#write(values[0] as readonly unknown[], at);
    if (PICTURES.includes(name)) this.#cover(boxUnder(matrix, UNIT_SQUARE), at);
    if (name === "paintSolidColorImageMask") this.#cover(boxUnder(matrix, UNIT_SQUARE), at);
    if (name !== "constructPath" || !FILLS.includes(this.#nameOf(Number(values[0])) ?? "")) return;
    const [path] = values[1] as readonly unknown[];
    for (const box of rectanglesIn(numbersIn(path))) this.#cover(boxUnder(matrix, box), at);
  }

  #cover(box: Box, at: number): void {
    const { alpha, blend } = this.#state.now;
    const isOpaque = alpha >= OPAQUE && /^(?:normal|source-over|compatible)$/i.test(blend);
    if (isOpaque) this.#covers.push({ at, box });
  }

  #write(glyphs: readonly unknown[], at: number): void {
    const { now } = this.#state;
    const origin = this.#annotations > 0 ? "annotation" : "page";
    let place = 0;
    for (const given of glyphs) {
      const { along, advance } = stepOf(given, now);
      if (typeof given !== "number") {
        const glyph = (given ?? {}) as Glyph;
        const { unicode = "" } = glyph;
        if (unicode.trim() !== "")
          this.#letters.push({
            at,
            box: boxUnder(times(now.matrix, this.#state.text), boxOf(glyph, now)),
            mode: this.#letterMode(),
            ...{ origin, unicode, show: this.#shown.length, glyph: place, advance },
          });
        place += 1;
      }
      const move = now.isVertical ? ([1, 0, 0, 1, 0, along] as const) : ([1, 0, 0, 1, along, 0] as const);
      this.#state.text = times(this.#state.text, move);
    }
    if (origin === "page") this.#shown.push(place);
  }

  #letterMode(): Letter["mode"] {
    const { mode, colour, alpha } = this.#state.now;
    if (mode === 3 || mode === 7 || alpha === 0) return "unpainted";
    return colour === "#ffffff" && mode !== 1 ? "white" : "painted";
  }
}
