/** Chinese by its sound: how a text is spelled, and whether somebody's letters spell it. */

/** Syllables with spaces between them, `she bao ka`; what is not Chinese stands for itself, letter by letter. */
export type Spelling = string;

export const initialsOf = (spelling: Spelling): string =>
  spelling
    .split(" ")
    .map((syllable) => syllable.charAt(0))
    .join("");

/** A spelling taken apart once, because it is compared again and again. */
export interface Sound {
  readonly syllables: readonly string[];
  readonly initials: string;
}

export const soundOf = (spelling: Spelling): Sound => ({
  syllables: spelling.split(" "),
  initials: initialsOf(spelling),
});

/**
 * How well letters spell some neighbouring syllables: 0 not at all, up to 4. All by their initials (`sbx`) or all in
 * full (`shebao`, the last also in part: `sheb`) is better than a mixture (`shebx`, `shbx`); better from the start
 * of the name, and the larger a part of it is spelled.
 */
export function likeness(letters: string, { syllables, initials }: Sound): number {
  const rate = (start: number, end: number, pure: number): number =>
    pure + (start === 0 ? 1 : 0) + (end - start) / syllables.length;
  const at = initials.indexOf(letters);
  let best = at < 0 ? 0 : rate(at, at + letters.length, 2);
  for (let start = 0; start < syllables.length; start += 1) {
    if (initials.charCodeAt(start) !== letters.charCodeAt(0)) continue;
    const whole = spelledWhole(letters, syllables, start);
    if (whole !== undefined) best = Math.max(best, rate(start, whole, 2));
    else if (best < 1) {
      const mixed = spelledMixed(letters, 0, { syllables, at: start });
      if (mixed !== undefined) best = Math.max(best, rate(start, mixed, 0));
    }
  }
  return best;
}

/** The syllable after the last one that the letters spell; undefined where they do not. */
function spelledWhole(letters: string, syllables: readonly string[], start: number): number | undefined {
  let from = 0;
  for (let at = start; at < syllables.length; at += 1) {
    const syllable = syllables[at] ?? "";
    if (letters.length - from <= syllable.length)
      return syllable.startsWith(letters.slice(from)) ? at + 1 : undefined;
    if (!letters.startsWith(syllable, from)) return undefined;
    from += syllable.length;
  }
  return undefined;
}

interface Place {
  readonly syllables: readonly string[];
  readonly at: number;
}

function spelledMixed(letters: string, from: number, { syllables, at }: Place): number | undefined {
  if (from === letters.length) return at;
  const syllable = syllables[at];
  if (syllable === undefined || letters[from] !== syllable[0]) return undefined;
  if (syllable.startsWith(letters.slice(from))) return at + 1;
  const next = { syllables, at: at + 1 };
  const two = /^[csz]h/.test(syllable) && letters.startsWith(syllable.slice(0, 2), from);
  return (
    (letters.startsWith(syllable, from) ? spelledMixed(letters, from + syllable.length, next) : undefined) ??
    (two ? spelledMixed(letters, from + 2, next) : undefined) ??
    spelledMixed(letters, from + 1, next)
  );
}
