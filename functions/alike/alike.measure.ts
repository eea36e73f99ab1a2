/**
 * Whether two requests ask for the same, in the same words or in others. A text is read with one way of writing, each
 * name of a thing as the first name of its list, and cut into pairs of neighbouring characters without words that stand
 * in any request. The measure is the share of pairs in common of all that either has, of the titles or of titles with
 * descriptions, whichever is more; 0 where both name a year, a place, a body or a code and none of them in common. A
 * few keys drawn from the pairs of a title (MinHash) lead to what is like it, so that finding it costs the same among
 * ten requests and among a million. Pure.
 */
import { pairsOf } from "../before/before.ts";
import { normalise } from "../search/search.text.ts";
import { everydayLists, openConcepts } from "./alike.words.ts";

export interface Asked {
  readonly title: string;
  /** Empty where it is not known: the titles alone are compared then. */
  readonly description: string;
}

/** Two requests are alike when they share so much of what either says. */
export const LEAST_LIKENESS = 0.5;
/** A title of fewer pairs says too little to be compared. */
const LEAST_PAIRS = 2;
/** Keys of two smallest values lead to titles that are much alike, keys of one to those that share a part. */
const BANDS = [...Array.from({ length: 10 }, () => 2), ...Array.from({ length: 10 }, () => 1)];
export const KEYS = BANDS.length;
/** What keys of before were drawn from is another thing. */
const VERSION = "2";

/** Of each kind: what both name without one in common makes them ask for two things, whatever else they say. */
const particulars: readonly RegExp[] = [
  /(?:19|20)\d{2}(?!\d)/g,
  /[a-z]+\d+|\d+号/g,
  ...["路", "街", "镇", "乡", "村", "局", "小学", "中学", "医院", "园区", "工业园"].map(
    (ending) => new RegExp(`\\p{Script=Han}{2}(?=${ending})`, "gu"),
  ),
];
/** What stands before such an ending and names nobody: 公路, 道路 and the like are no road of a name. */
const unnamed = /[公道马铁]$|^(农村|城区|本县|全县|有关|相关|各乡|中小)$/;

/** FNV-1a with a seed. */
function hashed(text: string, seed: number): number {
  let hash = (2_166_136_261 ^ Math.imul(seed, 2_654_435_761)) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  // The lowest bits of a short text are not mixed well; the smallest of many is taken, so all of them count.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const common = [...one].filter((each) => other.has(each)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
};

function namedIn(text: string): readonly ReadonlySet<string>[] {
  return particulars.map(
    (kind) => new Set([...text.matchAll(kind)].map(([found]) => found).filter((each) => !unnamed.test(each))),
  );
}

/** Both name some of a kind and none in common. */
const areOthers = (one: Asked, other: Asked): boolean => {
  const [these, those] = [namedIn(wholeOf(one)), namedIn(wholeOf(other))];
  return these.some((mine, kind) => {
    const theirs = those[kind] ?? new Set();
    return mine.size > 0 && theirs.size > 0 && ![...mine].some((each) => theirs.has(each));
  });
};
const wholeOf = ({ title, description }: Asked): string => normalise(`${title} ${description}`);

export type Measure = ReturnType<typeof openMeasure>;

/** `lists`: names of one thing that an office keeps besides the everyday ones. */
export function openMeasure(lists: readonly (readonly string[])[] = []) {
  const own = lists.map((names) => names.map((name) => normalise(name)));
  const read = openConcepts([...own, ...everydayLists]);
  const pairs = (text: string): ReadonlySet<string> => pairsOf(read(normalise(text)));

  /** From 0 to 1; the same whichever comes first. */
  function likenessOf(one: Asked, other: Asked): number {
    if (areOthers(one, other)) return 0;
    const titles = share(pairs(one.title), pairs(other.title));
    if (one.description === "" || other.description === "") return titles;
    return Math.max(titles, share(pairs(wholeOf(one)), pairs(wholeOf(other))));
  }

  return {
    likenessOf,
    asksAlike: (one: Asked, other: Asked): boolean => likenessOf(one, other) >= LEAST_LIKENESS,
    /** Always as many keys for a title that can be compared; none for one that says too little. */
    keysOf(title: string): readonly string[] {
      const all = [...pairs(title)];
      if (all.length < LEAST_PAIRS) return [];
      let seed = 0;
      return BANDS.map((rows, band) => {
        const smallest = Array.from({ length: rows }, () => {
          seed += 1;
          const values = all.map((pair) => hashed(pair, seed));
          return values.reduce((least, value) => Math.min(least, value)).toString(36);
        });
        return [VERSION, band, ...smallest].join(".");
      });
    },
  };
}
