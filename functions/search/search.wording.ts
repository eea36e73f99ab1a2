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

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/\p{Cc}/gu, " ").trim())
    .filter((line) => line !== "");

/** Between names: spaces, commas of both widths, 、, slashes and equals signs. */
const partsOf = (line: string): readonly string[] => [
  ...new Set(line.split(/[\s,，、;；/=＝]+/).filter((part) => part !== "")),
];

const isTooLong = (text: string): boolean => text.length > wordLimits.characters;

/** What staff wrote; the error of a field names the line that is wrong, counted from 1. */
export function readWords(text: WordsText): ReadWords {
  const lists = linesOf(text.synonyms).map(partsOf);
  const phrases = [...new Set(linesOf(text.stopPhrases).flatMap(partsOf))];
  const pinned = linesOf(text.pinned).map(pinnedOf);
  const errors = [
    ...first("synonyms", lists, (list) =>
      list.length < 2 ? "words.alone" : list.length > wordLimits.names ? "words.too_many_names" : undefined,
    ),
    ...first("synonyms", lists, (list) => (list.some(isTooLong) ? "words.too_long" : undefined)),
    ...first("stopPhrases", phrases, (phrase) => (isTooLong(phrase) ? "words.too_long" : undefined)),
    ...first("pinned", pinned, pinnedProblem),
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

function pinnedProblem({ phrase, ids }: PinnedAnswer): string | undefined {
  if (phrase === "" || ids.length === 0) return "words.pinned_shape";
  if (isTooLong(phrase)) return "words.too_long";
  return ids.length > wordLimits.ids ? "words.too_many_names" : undefined;
}

function first<T>(field: string, all: readonly T[], problem: (one: T) => string | undefined): FieldErrors {
  const found = all.map(problem).find((code) => code !== undefined);
  return found === undefined ? [] : [{ field, code: found }];
}

const tooMany = (field: string, all: readonly unknown[], most: number): FieldErrors =>
  all.length > most ? [{ field, code: "words.too_many" }] : [];

/** The words as a form shows them. */
export const writeWords = ({ synonyms, stopPhrases, pinned }: SearchWords): WordsText => ({
  synonyms: synonyms.map((list) => list.join(" ")).join("\n"),
  stopPhrases: stopPhrases.join("\n"),
  pinned: pinned.map(({ phrase, ids }) => `${phrase} = ${ids.join(" ")}`).join("\n"),
});
