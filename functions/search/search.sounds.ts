/** Names by their sound, for who types letters. */
import { initialsOf, mixedLikeness, pureLikeness, type Spelling, syllablesOf } from "./search.pinyin.ts";
import { type Rows, TAB } from "./search.rows.ts";

/** Longer spellings are compared as far as this. */
const MOST_LETTERS = 30;

/** The letters of a normalised text that is nothing but letters, `she bao` as well as `shebao`. */
export function lettersIn(text: string): string | undefined {
  return /^[a-z][a-z ]*$/.test(text) ? text.replaceAll(" ", "").slice(0, MOST_LETTERS) : undefined;
}

export interface Sounds {
  /** Groups whose name or alias has this sound: best first. */
  find(letters: string): readonly number[];
  /** Whether the own name of a group, and not only an alias, has these letters as they stand. */
  isNamed(group: number, letters: string): boolean;
  /** Groups that sound as the letters begin, with as many of them as there are names for. */
  nearest(letters: string): readonly number[];
}

/** What the own name counts more than an alias: less than to be met as a whole, more than to be met in the middle. */
const OWN_NAME = 0.3;

/** All titles of a group in one line of each kind, which tells fast that it does not have some letters. */
interface Sound {
  readonly spellings: readonly Spelling[];
  readonly initials: string;
  readonly whole: string;
}

export function openSounds(rows: Rows): Sounds {
  let read: readonly Sound[] | undefined;
  const all = (): readonly Sound[] => {
    read ??= rows.allGroups().map(({ spellings }) => ({
      spellings,
      initials: spellings.map(initialsOf).join(TAB),
      whole: spellings.join(TAB).replaceAll(" ", ""),
    }));
    return read;
  };
  function scan(letters: string, part: string, rateOf: typeof pureLikeness): readonly number[] {
    const found: { group: number; score: number }[] = [];
    all().forEach(({ spellings, initials, whole }, group) => {
      if (!initials.includes(part) && !whole.includes(part)) return;
      const score = Math.max(
        ...spellings.map((spelling, place) => {
          const rated = rateOf(letters, syllablesOf(spelling));
          return rated > 0 && place === 0 ? rated + OWN_NAME : rated;
        }),
      );
      if (score > 0) found.push({ group, score });
    });
    return found.sort((a, b) => b.score - a.score || a.group - b.group).map(({ group }) => group);
  }
  /** A mixture is looked for when nothing else is meant; it begins with two letters of one syllable or of two. */
  function find(letters: string): readonly number[] {
    const pure = scan(letters, letters, pureLikeness);
    return pure.length > 0 ? pure : scan(letters, letters.slice(0, 2), mixedLikeness);
  }
  return {
    find,
    isNamed(group, letters) {
      const own = all()[group]?.spellings[0];
      return own !== undefined && pureLikeness(letters, syllablesOf(own)) > 0;
    },
    nearest(letters) {
      for (let length = letters.length - 1; length > 0; length -= 1) {
        const found = find(letters.slice(0, length));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}
