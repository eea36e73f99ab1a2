/**
 * The words that staff edit, as they write them: one list of names a line, one phrase a line, and what is answered
 * first as `phrase = code code`. Read and written without loss, so that a form can show what was saved.
 */
import type { FieldErrors } from "../kit/problem.ts";
import type { PinnedAnswer, SearchWords } from "./search.ts";

/** More than this no office keeps true, and each query pays for the whole of it. */
export const wordLimits = {
  lists: 1000,
  names: 20,
  phrases: 500,
  pinned: 300,
  ids: 10,
  characters: 40,
} as const;

export interface WordsText {
  readonly synonyms: string;
  readonly stopPhrases: string;
  readonly pinned: string;
}

export interface ReadWords {
  /** Undefined when there are errors. */
  readonly words: SearchWords | undefined;
  readonly errors: FieldErrors;
}

interface Line {
  /** In the box, counted from 1; empty lines count. */
  readonly number: number;
  readonly text: string;
}

const linesOf = (text: string): readonly Line[] =>
  text
    .split(/\r?\n/)
    .map((line, place) => ({ number: place + 1, text: line.replace(/\p{Cc}/gu, " ").trim() }))
    .filter((line) => line.text !== "");

/** Between names: spaces, commas of both widths, 、, slashes and equals signs. */
const partsOf = (line: string): readonly string[] => [
  ...new Set(line.split(/[\s,，、;；/=＝]+/).filter((part) => part !== "")),
];

const isTooLong = (text: string): boolean => text.length > wordLimits.characters;

/** What staff wrote; the error of a field says which line is wrong first: `words.alone.3`, counted from 1. */
export function readWords(text: WordsText): ReadWords {
  const lines = {
    synonyms: linesOf(text.synonyms),
    stopPhrases: linesOf(text.stopPhrases),
    pinned: linesOf(text.pinned),
  };
  const lists = lines.synonyms.map((line) => partsOf(line.text));
  const phrases = [...new Set(lines.stopPhrases.flatMap((line) => partsOf(line.text)))];
  const pinned = lines.pinned.map((line) => pinnedOf(line.text));
  const errors = [
    ...first("synonyms", lines.synonyms, (line) => synonymProblem(partsOf(line))),
    ...first("stopPhrases", lines.stopPhrases, (line) =>
      partsOf(line).some(isTooLong) ? "words.too_long" : undefined,
    ),
    ...first("pinned", lines.pinned, (line) => pinnedProblem(pinnedOf(line))),
    ...tooMany("synonyms", lists, wordLimits.lists),
    ...tooMany("stopPhrases", phrases, wordLimits.phrases),
    ...tooMany("pinned", pinned, wordLimits.pinned),
  ];
  const one = errors.filter(({ field }, place) => errors.findIndex((each) => each.field === field) === place);
  if (one.length > 0) return { words: undefined, errors: one };
  return { words: { synonyms: lists, stopPhrases: phrases, pinned }, errors: [] };
}

function pinnedOf(line: string): PinnedAnswer {
  const at = line.search(/[=＝]/);
  const ids = at < 0 ? [] : partsOf(line.slice(at + 1));
  return { phrase: (at < 0 ? line : line.slice(0, at)).trim(), ids };
}

/** The first line of the pinned answers that names one of these codes. */
export const lineOfPinned = (text: Pick<WordsText, "pinned">, ids: readonly string[]): number | undefined =>
  linesOf(text.pinned).find((line) => pinnedOf(line.text).ids.some((id) => ids.includes(id)))?.number;

function pinnedProblem({ phrase, ids }: PinnedAnswer): string | undefined {
  if (phrase === "" || ids.length === 0) return "words.pinned_shape";
  if (isTooLong(phrase)) return "words.too_long";
  return ids.length > wordLimits.ids ? "words.too_many_names" : undefined;
}

function synonymProblem(names: readonly string[]): string | undefined {
  if (names.length < 2) return "words.alone";
  if (names.length > wordLimits.names) return "words.too_many_names";
  return names.some(isTooLong) ? "words.too_long" : undefined;
}

function first(
  field: string,
  lines: readonly Line[],
  problem: (text: string) => string | undefined,
): FieldErrors {
  for (const { number, text } of lines) {
    const code = problem(text);
    if (code !== undefined) return [{ field, code: `${code}.${number}` }];
  }
  return [];
}

const tooMany = (field: string, all: readonly unknown[], most: number): FieldErrors =>
  all.length > most ? [{ field, code: "words.too_many" }] : [];

/** The words as a form shows them. */
export const writeWords = ({ synonyms, stopPhrases, pinned }: SearchWords): WordsText => ({
  synonyms: synonyms.map((list) => list.join(" ")).join("\n"),
  stopPhrases: stopPhrases.join("\n"),
  pinned: pinned.map(({ phrase, ids }) => `${phrase} = ${ids.join(" ")}`).join("\n"),
});
