/** Whether people find what they mean, counted on the real names of Guangdong among 5,000 guides. */
import { beforeAll, describe, expect, test } from "vitest";
import { normalise } from "../../functions/search/search.text.ts";
import type { Searcher } from "../../functions/search/search.ts";
import { searcherOf } from "./documents.ts";
import { guangdongDocuments, hasGuangdong, replicated, skipsAloud } from "./guangdong.ts";
import type { Way } from "./known.ts";
import { bestPossible, knownItems, quality } from "./known.ts";

const QUESTIONS = 2_000;

/** What was measured (1.000/1.000, 0.634/0.936, 0.877/0.995, 0.947/0.998, 0.976/1.000), less 0.03. */
const least: readonly (readonly [Way, { readonly hitAt1: number; readonly recallAt10: number }])[] = [
  ["exact", { hitAt1: 0.97, recallAt10: 0.97 }],
  ["four characters", { hitAt1: 0.604, recallAt10: 0.906 }],
  ["parts swapped", { hitAt1: 0.847, recallAt10: 0.964 }],
  ["middle dropped", { hitAt1: 0.916, recallAt10: 0.968 }],
  ["one homophone", { hitAt1: 0.946, recallAt10: 0.97 }],
];

describe.skipIf(skipsAloud("the quality of the search"))("known guides", () => {
  const names = hasGuangdong ? guangdongDocuments().map(({ name }) => name) : [];
  let searcher: Searcher;
  beforeAll(async () => {
    searcher = await searcherOf(replicated(guangdongDocuments(), 5_000));
  });

  test.each(least)("%s", (way, { hitAt1, recallAt10 }) => {
    const known = knownItems(names, way, QUESTIONS);
    const found = quality(searcher, known);
    console.log(`${way}: hit@1 ${found.hitAt1.toFixed(3)}, recall@10 ${found.recallAt10.toFixed(3)}`);
    expect(found.hitAt1).toBeGreaterThanOrEqual(hitAt1);
    expect(found.recallAt10).toBeGreaterThanOrEqual(recallAt10);
  });

  test("four characters stand in so many names that nobody could find many more", () => {
    const known = knownItems(names, "four characters", QUESTIONS);
    const found = quality(searcher, known);
    const possible = bestPossible(known, [...new Set(names.map(normalise))]);
    console.log(`four characters, at best: ${possible.hitAt1.toFixed(3)}, ${possible.recallAt10.toFixed(3)}`);
    expect(found.hitAt1).toBeGreaterThan(possible.hitAt1 - 0.03);
    expect(found.recallAt10).toBeGreaterThan(possible.recallAt10 - 0.03);
  });
});
