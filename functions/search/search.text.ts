/** One way of writing for what people type and for what they look for, and the tokens it is cut into. */
import { simplify } from "./search.traditional.ts";

/** What has no look of its own: format and control characters, private ones, halves of a surrogate pair. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]|[\uFE00-\uFE0F]|(?![\t\n\r\f\v])\p{Cc}/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * Full width becomes half, capitals small, traditional simplified; whatever is no letter and no digit is one space.
 * Normalising again changes nothing.
 */
export function normalise(text: string): string {
  const seen = text.normalize("NFKC").toLowerCase().replace(UNSEEN, "").normalize("NFKC");
  return simplify(seen).replace(BETWEEN_WORDS, " ").trim();
}

const SPACE = 0x20;

/**
 * Two neighbours in one number of 32 bits, or one character alone. Characters are UTF-16 units, so that a character
 * beyond the basic plane is a pair by itself.
 */
export type Token = number;

export const LEAST_TOKEN: Token = -0x80000000;

export const isSingle = (token: Token): boolean => token >>> 16 === 0;

/** Every pair of neighbours in a normalised text, and the characters alone where wanted; no pair spans a space. */
export function eachToken(text: string, singles: boolean, take: (token: Token) => void): void {
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== SPACE) {
      if (singles) take(unit);
      if (before !== SPACE) take((before << 16) | unit);
    }
    before = unit;
  }
}
