/** Names by their sound, for who types letters. */
import { likeness, type Sound, soundOf } from "./search.pinyin.ts";
import type { Rows } from "./search.rows.ts";

/** Longer spellings are compared as far as this. */
const MOST_LETTERS = 30;

/** The letters of a normalised text that is nothing but letters, `she bao` as well as `shebao`. */
export function lettersIn(text: string): string | undefined {
  return /^[a-z][a-z ]*$/.test(text) ? text.replaceAll(" ", "").slice(0, MOST_LETTERS) : undefined;
}

export interface Sounds {
  /** Groups whose name or alias has this sound: best first. */
  find(letters: string): readonly number[];
  /** Groups that sound as the letters begin, with as many of them as there are names for. */
  nearest(letters: string): readonly number[];
}

export function openSounds(rows: Rows): Sounds {
  let read: readonly (readonly Sound[])[] | undefined;
  const all = (): readonly (readonly Sound[])[] => {
    read ??= rows.allGroups().map(({ spellings }) => spellings.map(soundOf));
    return read;
  };
  function find(letters: string): readonly number[] {
    const found: { group: number; score: number }[] = [];
    all().forEach((titles, group) => {
      const score = Math.max(0, ...titles.map((title) => likeness(letters, title)));
      if (score > 0) found.push({ group, score });
    });
    return found.sort((a, b) => b.score - a.score || a.group - b.group).map(({ group }) => group);
  }
  return {
    find,
    nearest(letters) {
      for (let length = letters.length - 1; length > 0; length -= 1) {
        const found = find(letters.slice(0, length));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}
