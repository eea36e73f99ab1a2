/** Reading what `search.invert.ts` wrote: the score of every document, one term after another. */
import { openReader, unpackParts } from "./search.bytes.ts";
import { impactOfLevel, rarity } from "./search.impact.ts";

import { LEAST_TOKEN, type Token } from "./search.text.ts";

export interface Postings {
  readonly documents: number;
  /** How telling a term is; 0 when no document has it. */
  rarityOf(token: Token): number;
  /** Adds to the score of each document that has the term: more where it stands in the name than in the text. */
  score(token: Token, weight: number, scores: Float32Array): void;
  /** Adds the weight to each document that has the term, wherever it stands. */
  count(token: Token, weight: number, sums: Float32Array): void;
}

export function openPostings(files: { readonly terms: Uint8Array; readonly postings: Uint8Array }): Postings {
  const { documents, tokens, counts, gapStarts, levelStarts } = openTerms(files.terms);
  const [gaps = new Uint8Array(), levels = new Uint8Array()] = unpackParts(files.postings);
  const size = tokens.length;
  if (gapStarts[size] !== gaps.length || levelStarts[size] !== levels.length)
    throw new RangeError("the index ends early");

  function find(wanted: Token): number {
    let low = 0;
    let high = size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = tokens[middle] ?? 0;
      if (found === wanted) return middle;
      if (found < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  const adding = (valueOfLevel: Float32Array) => (wanted: Token, weight: number, sums: Float32Array) => {
    const term = find(wanted);
    if (term < 0) return;
    let at = gapStarts[term] ?? 0;
    const end = gapStarts[term + 1] ?? 0;
    let place = levelStarts[term] ?? 0;
    let row = 0;
    while (at < end) {
      let byte = gaps[at] ?? 0;
      let gap = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        at += 1;
        byte = gaps[at] ?? 0;
        gap |= (byte & 0x7f) << shift;
      }
      at += 1;
      row += gap;
      sums[row] = (sums[row] ?? 0) + (valueOfLevel[levels[place] ?? 0] ?? 0) * weight;
      place += 1;
    }
  };

  return {
    documents,
    rarityOf(wanted) {
      const term = find(wanted);
      return term < 0 ? 0 : rarity(counts[term] ?? 0, documents);
    },
    score: adding(impactOfLevel),
    count: adding(once),
  };
}

/** The same for every level. */
const once = new Float32Array(256).fill(1);

interface Terms {
  readonly documents: number;
  readonly tokens: Int32Array;
  readonly counts: Uint32Array;
  /** Where the gaps and the levels of each term begin, and where the last ones end. */
  readonly gapStarts: Uint32Array;
  readonly levelStarts: Uint32Array;
}

function openTerms(packed: Uint8Array): Terms {
  const [head, distances, counts, extras] = unpackParts(packed).map(openReader);
  if (!head || !distances || !counts || !extras) throw new RangeError("the index ends early");
  const documents = head.number();
  const size = head.number();
  if (size > packed.length) throw new RangeError("the index ends early");
  const terms = {
    documents,
    tokens: new Int32Array(size),
    counts: new Uint32Array(size),
    gapStarts: new Uint32Array(size + 1),
    levelStarts: new Uint32Array(size + 1),
  };
  let token = LEAST_TOKEN;
  for (let term = 0; term < size; term += 1) {
    token += distances.number();
    const count = counts.number();
    terms.tokens[term] = token;
    terms.counts[term] = count;
    terms.levelStarts[term + 1] = (terms.levelStarts[term] ?? 0) + count;
    terms.gapStarts[term + 1] = (terms.gapStarts[term] ?? 0) + count + extras.number();
  }
  return terms;
}
