/** Chinese by its sound: how a text is spelled, and whether somebody's letters spell it. */

/** Syllables with spaces between them, `she bao ka`; what is not Chinese stands for itself, letter by letter. */
export type Spelling = string;

export const initialsOf = (spelling: Spelling): string =>
  spelling
    .split(" ")
    .map((syllable) => syllable.charAt(0))
    .join("");

export const syllablesOf = (spelling: Spelling): readonly string[] => spelling.split(" ");

/**
 * How well letters spell some neighbouring syllables all by their initials (`sbx`) or all in full, the last also in
 * part (`shebao`, `sheb`): 0 not at all, up to 2 for the whole from its start.
 */
export function pureLikeness(letters: string, syllables: readonly string[]): number {
  const at = syllables
    .map((syllable) => syllable.charAt(0))
    .join("")
    .indexOf(letters);
  const byInitials = at < 0 ? 0 : rate(syllables, at, at + letters.length);
  return Math.max(byInitials, bestOf(letters, syllables, spelledWhole));
}

/** The same for a mixture: `shebx`, `shbx`. */
export const mixedLikeness = (letters: string, syllables: readonly string[]): number =>
  bestOf(letters, syllables, (_, among, at) => spelledMixed(letters, 0, { syllables: among, at }));

type Spelled = (letters: string, syllables: readonly string[], start: number) => number | undefined;

function bestOf(letters: string, syllables: readonly string[], spelled: Spelled): number {
  let best = 0;
  syllables.forEach((syllable, start) => {
    if (syllable.charCodeAt(0) !== letters.charCodeAt(0)) return;
    const end = spelled(letters, syllables, start);
    if (end !== undefined) best = Math.max(best, rate(syllables, start, end));
  });
  return best;
}

const rate = (syllables: readonly string[], start: number, end: number): number =>
  (start === 0 ? 1 : 0) + (end - start) / syllables.length;

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
