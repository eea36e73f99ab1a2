/** Where a letter of a PDF stands and how far it moves the next one (ISO 32000 §9.4.4, §9.7.4.3). Pure. */
import type { Box } from "./release.geometry.ts";
import type { Graphics } from "./release.state.ts";

/** As PDF.js gives it; lengths in thousandths of the size of the font. */
export interface Glyph {
  readonly width?: number;
  readonly unicode?: string;
  readonly isSpace?: boolean;
  /** Where lines run down: how far down, and where its usual origin is from the point where it is placed. */
  readonly vmetric?: readonly [down: number, right: number, up: number] | null;
}

/** DW2, where a font says nothing. */
const USUAL_DOWN = -1000;
const USUAL_UP = 880;

type Look = Pick<Graphics, "font" | "scale" | "charSpacing" | "wordSpacing" | "rise" | "isVertical">;

/** Around a letter, from where it is placed. */
export function boxOf({ width = 0, vmetric }: Glyph, { font, scale, rise, isVertical }: Look): Box {
  const right = isVertical ? -(vmetric?.[1] ?? width / 2) : 0;
  const up = isVertical ? -(vmetric?.[2] ?? USUAL_UP) : 0;
  const left = (right / 1000) * font * scale;
  const bottom = rise + (up / 1000 - 0.2) * font;
  return { left, right: left + (width / 1000) * font * scale, bottom, top: bottom + font };
}

/** What a letter, or a number between letters, moves the next one by: to the right, or up where lines run down. */
export function stepOf(
  glyph: unknown,
  { font, scale, charSpacing, wordSpacing, isVertical }: Look,
): { readonly along: number; readonly advance: number } {
  const { width = 0, isSpace = false, vmetric } = (glyph ?? {}) as Glyph;
  const space = charSpacing + (isSpace ? wordSpacing : 0);
  const own = isVertical ? (vmetric?.[0] ?? USUAL_DOWN) : width;
  const advance = typeof glyph === "number" ? -glyph : own + (font === 0 ? 0 : (space * 1000) / font);
  return { advance, along: (advance / 1000) * font * (isVertical ? 1 : scale) };
}
