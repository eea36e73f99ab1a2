/** What a person typed, read with the words of the office: what it is about, and in which other words. */
import type { Spelling } from "./search.pinyin.ts";
import { initialsOf } from "./search.pinyin.ts";
import { eachToken, isSingle, normalise, type Token } from "./search.text.ts";

/** Longer texts are cut: nobody asks in more, and whatever is asked must be answered in bounded time. */
export const MOST_CHARACTERS = 200;

const SINGLE = 0.3;
const SYNONYM = 0.5;
/** What is said around the matter still helps a little: 办理 may be a part of the name. */
export const STOP = 0.15;

export interface Question {
  /** All of it, normalised. */
  readonly text: string;
  /** Without what is only said around it; all of it where nothing else is left. */
  readonly core: string;
  /** In other words: the core with one phrase replaced by another name of the same thing. */
  readonly others: readonly string[];
  readonly tokens: ReadonlyMap<Token, number>;
}

export interface WordIndex {
  read(typed: string): Question;
  /** What the letters of a spelling may mean, when they spell exactly one of the office's words. */
  meaningOf(letters: string): string | undefined;
  /** Rows of the answers that somebody pinned to exactly this. */
  pinnedTo(question: Question): readonly number[];
}

/** As stored: everything normalised, the spelling of each synonym in the same place, and pinned rows. */
export interface StoredWords {
  readonly synonyms: readonly (readonly string[])[];
  readonly spellings: readonly (readonly Spelling[])[];
  readonly stopPhrases: readonly string[];
  readonly pinned: readonly { readonly phrase: string; readonly rows: readonly number[] }[];
}

/** The other names of the same thing; undefined for a stop phrase. */
type Phrase = { readonly text: string; readonly others: readonly string[] | undefined };

/** Cut before and after, because one character may become eighteen. */
export const cut = (typed: string): string =>
  normalise(typed.slice(0, MOST_CHARACTERS)).slice(0, MOST_CHARACTERS).trim();

export function openWords(words: StoredWords): WordIndex {
  const phrases = byFirstCharacter(words);
  const pinned = new Map(words.pinned.map(({ phrase, rows }) => [phrase, rows]));
  const spelled = spelledWords(words);

  function read(typed: string): Question {
    const text = cut(typed);
    const tokens = new Map<Token, number>();
    const others: string[] = [];
    const parts: string[] = [];
    weigh(text, STOP, tokens);
    let rest = "";
    for (let at = 0; at < text.length; ) {
      const phrase = phraseAt(text, at, phrases);
      if (phrase === undefined || phrase.others !== undefined) rest += phrase?.text ?? text.charAt(at);
      else {
        parts.push(rest);
        rest = "";
      }
      at += phrase?.text.length ?? 1;
      for (const other of phrase?.others ?? []) {
        weigh(other, SYNONYM, tokens);
        others.push(other);
      }
    }
    const core = [...parts, rest].map((part) => part.trim()).filter((part) => part !== "");
    for (const part of core.length === 0 ? [text] : core) weigh(part, 1, tokens);
    return { text, core: core.length === 0 ? text : core.join(" "), others, tokens };
  }

  return {
    read,
    meaningOf: (letters) => spelled.get(letters),
    pinnedTo: ({ text, core }) => pinned.get(text) ?? pinned.get(core) ?? [],
  };
}

/** Each token counts as much as the strongest of the phrases that have it. */
function weigh(text: string, weight: number, tokens: Map<Token, number>): void {
  eachToken(text, true, (token) => {
    const counted = isSingle(token) ? weight * SINGLE : weight;
    if (counted > (tokens.get(token) ?? 0)) tokens.set(token, counted);
  });
}

function byFirstCharacter(words: StoredWords): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Map<string, readonly string[] | undefined>>();
  const add = (text: string, others: readonly string[] | undefined): void => {
    if (text === "") return;
    const of = found.get(text.charAt(0)) ?? new Map();
    found.set(text.charAt(0), of.set(text, others && [...(of.get(text) ?? []), ...others]));
  };
  for (const phrase of words.stopPhrases) add(phrase, undefined);
  for (const list of words.synonyms) {
    for (const name of list)
      add(
        name,
        list.filter((other) => other !== name),
      );
  }
  const longestFirst = (of: ReadonlyMap<string, readonly string[] | undefined>): readonly Phrase[] =>
    [...of].map(([text, others]) => ({ text, others })).sort((a, b) => b.text.length - a.text.length);
  return new Map([...found].map(([first, of]) => [first, longestFirst(of)]));
}

const phraseAt = (
  text: string,
  at: number,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): Phrase | undefined => phrases.get(text.charAt(at))?.find((phrase) => text.startsWith(phrase.text, at));

/** Initials of two letters mean too many things to mean one. */
const LEAST_INITIALS = 3;

function spelledWords({ synonyms, spellings }: StoredWords): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  synonyms.forEach((list, at) => {
    list.forEach((word, place) => {
      const spelling = spellings[at]?.[place];
      if (spelling === undefined) return;
      const initials = initialsOf(spelling);
      if (initials.length >= LEAST_INITIALS && !found.has(initials)) found.set(initials, word);
      found.set(spelling.replaceAll(" ", ""), word);
    });
  });
  return found;
}
