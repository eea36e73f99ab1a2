/** Questions made of the real names, by which the quality of a search can be counted. */
import { pinyin } from "pinyin-pro";
import { normalise } from "../../functions/search/search.text.ts";
import type { Searcher } from "../../functions/search/search.ts";

export const ways = ["exact", "four characters", "parts swapped", "middle dropped", "one homophone"] as const;
export type Way = (typeof ways)[number];

export interface Known {
  readonly query: string;
  /** The name that it was made of. */
  readonly name: string;
}

/** Even numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function knownItems(names: readonly string[], way: Way, count: number): readonly Known[] {
  const random = seeded(ways.indexOf(way) + 1);
  const pick = (most: number): number => Math.floor(random() * most);
  const long = [...new Set(names)].filter((name) => normalise(name).replaceAll(" ", "").length >= 6);
  return Array.from({ length: count }, () => {
    const name = long[pick(long.length)] ?? "";
    return { name, query: twist(name, way, pick) };
  });
}

/** Nobody asks for half a bracket. */
const FOUR = /^[\p{L}\p{N}]{4}$/u;

/** What is left of each half when somebody types two parts, and which part of the middle is gone. */
const PIECE = 4;
const GONE = 4;

function twist(name: string, way: Way, pick: (most: number) => number): string {
  const letters = [...name];
  const half = Math.floor(letters.length / 2);
  switch (way) {
    case "exact":
      return name;
    case "four characters": {
      const cuts = letters
        .map((_, at) => letters.slice(at, at + 4).join(""))
        .filter((four) => FOUR.test(four));
      return cuts[pick(cuts.length)] ?? name;
    }
    case "parts swapped": {
      const piece = Math.min(PIECE, half);
      const first = pick(half - piece + 1);
      const second = half + pick(letters.length - half - piece + 1);
      return [...letters.slice(second, second + piece), ...letters.slice(first, first + piece)].join("");
    }
    case "middle dropped": {
      const gone = Math.max(1, Math.floor(letters.length / GONE));
      const from = half - Math.floor(gone / 2);
      return [...letters.slice(0, from), ...letters.slice(from + gone)].join("");
    }
    case "one homophone":
      return withHomophone(letters, pick);
  }
}

function withHomophone(letters: readonly string[], pick: (most: number) => number): string {
  const changeable = letters.map((_, at) => at).filter((at) => homophonesOf(letters[at] ?? "").length > 0);
  const at = changeable[pick(changeable.length)] ?? 0;
  const others = homophonesOf(letters[at] ?? "");
  return letters
    .map((letter, place) => (place === at ? (others[pick(others.length)] ?? letter) : letter))
    .join("");
}

let sounds: Map<string, string[]> | undefined;

/** Characters of the first level of GB 2312 with the same sound and tone. */
function homophonesOf(letter: string): readonly string[] {
  sounds ??= soundsOfCommonCharacters();
  return (sounds.get(pinyin(letter)) ?? []).filter((other) => other !== letter);
}

function soundsOfCommonCharacters(): Map<string, string[]> {
  const decoder = new TextDecoder("gbk");
  const found = new Map<string, string[]>();
  for (let high = 0xb0; high <= 0xd7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const sound = pinyin(character);
      found.set(sound, [...(found.get(sound) ?? []), character]);
    }
  return found;
}

export interface Quality {
  readonly hitAt1: number;
  readonly recallAt10: number;
}

/** The share of questions whose own name comes first, and is among the first ten. */
export function quality(searcher: Pick<Searcher, "search">, known: readonly Known[]): Quality {
  let first = 0;
  let ten = 0;
  for (const { query, name } of known) {
    const names = searcher.search({ text: query, limit: 10 }).hits.map((hit) => normalise(hit.name));
    const place = names.indexOf(normalise(name));
    if (place === 0) first += 1;
    if (place >= 0) ten += 1;
  }
  return { hitAt1: first / known.length, recallAt10: ten / known.length };
}

/** What one would reach who knows all names that have the question in them, and always takes the shortest. */
export function bestPossible(known: readonly Known[], names: readonly string[]): Quality {
  const shortestFirst = [...names].sort((a, b) => a.length - b.length);
  const places = known.map(({ query, name }) =>
    shortestFirst.filter((each) => each.includes(normalise(query))).indexOf(normalise(name)),
  );
  const share = (holds: (place: number) => boolean) => places.filter(holds).length / known.length;
  return { hitAt1: share((place) => place === 0), recallAt10: share((place) => place >= 0 && place < 10) };
}
