/** Every way to find something, from the surest to the last resort. */
import { decode } from "./search.documents.ts";
import { numberIn, openNumbers } from "./search.numbers.ts";
import { openRanking } from "./search.ranking.ts";
import type { Kept, Rows } from "./search.rows.ts";
import { lettersIn, openSounds } from "./search.sounds.ts";
import { openTitles } from "./search.titles.ts";
import type { SearchHow } from "./search.ts";
import { openWords, type Question, type StoredWords } from "./search.words.ts";

export interface Found {
  /** One row for each group, best first. */
  readonly rows: readonly number[];
  readonly how: SearchHow;
}

export interface Finding {
  find(typed: string, kept: Kept, focused?: boolean): Found;
  /** For who is still typing: names in which the text stands or that sound like it, then whatever is found. */
  complete(typed: string, limit: number): readonly number[];
}

export interface FindingFiles {
  readonly terms: Uint8Array;
  readonly postings: Uint8Array;
  readonly words: Uint8Array;
}

/** So many of the closest are offered where nothing was found. */
const MOST_NEAREST = 10;

export function openFinding(files: FindingFiles, rows: Rows): Finding {
  const stored = decode(files.words) as StoredWords;
  const words = openWords(stored);
  /** What people ask most: where nothing is like a question, that helps more than the first of all names. */
  const asked = stored.pinned.flatMap(({ rows: [row] }) => row ?? []);
  const rank = openRanking(files, rows);
  const byNumber = openNumbers(rows);
  const sounds = openSounds(rows);
  const titles = openTitles(rows);

  function pinned(question: Question, kept: Kept): readonly number[] {
    const first = words.pinnedTo(question).filter((row) => kept === undefined || kept[row] === 1);
    return first.length === 0 ? [] : rows.onePerGroup([...first, ...rank(question, kept).rows]);
  }
  function byCode({ text }: Question, kept: Kept): readonly number[] {
    const number = numberIn(text);
    const found = number === undefined ? [] : byNumber(number, kept);
    return found.length === 0
      ? []
      : rows.onePerGroup([...rows.firstOf(titles.containing(text), kept), ...found]);
  }
  function byPinyin({ text }: Question, kept: Kept): readonly number[] {
    const letters = lettersIn(text);
    if (letters === undefined) return [];
    const meaning = words.meaningOf(letters);
    const all = meaning === undefined ? [] : ranked(words.read(meaning), kept);
    // Whose own name is spelled so stands before what only has another word for it.
    const isNamed = (row: number): boolean => sounds.isNamed(rows.groupOf[row] ?? 0, letters);
    const meant = [...all.filter(isNamed), ...all.filter((row) => !isNamed(row))];
    return rows.onePerGroup([...meant, ...rows.firstOf(sounds.find(letters), kept)]);
  }
  function ranked(question: Question, kept: Kept, focused = false): readonly number[] {
    const ranking = rank(question, kept, focused);
    return ranking.isSolid ? ranking.rows : [];
  }
  function nearest(question: Question): readonly number[] {
    const alike = rank(question, undefined).rows;
    if (alike.length > 0) return alike.slice(0, MOST_NEAREST);
    const sounding = sounds.nearest(lettersIn(question.text) ?? "");
    if (sounding.length === 0 && asked.length > 0) return rows.onePerGroup(asked).slice(0, MOST_NEAREST);
    return rows.firstOf(sounding.length > 0 ? sounding : rows.everyGroup, undefined).slice(0, MOST_NEAREST);
  }

  const ways = { pinned, code: byCode, pinyin: byPinyin, ranked } as const;
  const inTurn = ["pinned", "code", "pinyin", "ranked"] as const;

  function find(typed: string, kept: Kept, focused?: boolean): Found {
    const question = words.read(typed);
    if (question.text === "") return { rows: rows.firstOf(rows.everyGroup, kept), how: "all" };
    for (const how of inTurn) {
      const found = ways[how](question, kept, focused);
      if (found.length > 0) return { rows: found, how };
    }
    return { rows: nearest(question), how: "nearest" };
  }

  return {
    find,
    complete(typed, limit) {
      const { text } = words.read(typed);
      if (text === "") return [];
      const letters = lettersIn(text);
      const groups = letters === undefined ? titles.containing(text) : sounds.find(letters);
      const named = rows.firstOf(groups.slice(0, limit), undefined);
      if (named.length >= limit) return named;
      const { rows: found, how } = find(typed, undefined);
      return rows.onePerGroup([...named, ...(how === "nearest" ? [] : found)]).slice(0, limit);
    },
  };
}
