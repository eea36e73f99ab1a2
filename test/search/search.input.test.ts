/** Whatever somebody types, pastes or sends: an answer, and soon. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { normalise } from "../../functions/search/search.text.ts";
import type { SearchDocument, Searcher } from "../../functions/search/search.ts";
import { anyDocument, anyText, documentOf, searcherOf } from "./documents.ts";
import { guangdongDocuments, hasGuangdong, replicated, skipsAloud } from "./guangdong.ts";

const hostile: readonly (readonly [string, string])[] = [
  ["10,000 characters", "社会保险费断缴补缴".repeat(1_112)],
  [
    "10,000 different characters",
    String.fromCharCode(...Array.from({ length: 10_000 }, (_, at) => 0x4e00 + at)),
  ],
  ["10,000 letters", "a".repeat(10_000)],
  ["10,000 syllables", "anan".repeat(2_500)],
  ["10,000 digits", "1".repeat(10_000)],
  ["what one character becomes eighteen of", "\ufdfa".repeat(10_000)],
  ["10,000 marks on one letter", `e${"\u0301".repeat(10_000)}`],
  ["only punctuation", "？！。，；：（）【】《》".repeat(800)],
  ["a lone surrogate", "护\ud800照"],
  ["lone surrogates", "\udc00\ud800".repeat(5_000)],
  ["regular expressions", "(.*)+$[^a-z]{1,9999}\\p{L}|(?<=x)^"],
  ["SQL", "'; DROP TABLE guides; --"],
  ["HTML", '<script>alert("护照")</script>'],
  ["a prototype", "__proto__ constructor toString"],
  ["nothing at all", ""],
  ["null", "\u0000"],
];

const MOST_MILLISECONDS = 250;

describe("bad input", () => {
  const real = hasGuangdong ? replicated(guangdongDocuments(), 5_000) : [];
  let searcher: Searcher;
  beforeAll(async () => {
    const made = Array.from({ length: 500 }, (_, at) =>
      documentOf({ id: `${at}`, name: `第${at}号许可an an an证` }),
    );
    searcher = await searcherOf([...real, ...made]);
    searcher.search({ text: "a1" });
  });

  test.each(hostile)("%s: an answer in bounded time", (_, text) => {
    const started = performance.now();
    for (const offset of [0, -1, 1e9]) {
      const { hits, total } = searcher.search({ text, offset, filters: { unit: text }, limit: 1e9 });
      expect(hits.length).toBeLessThanOrEqual(Math.min(total, 100));
      searcher.search({ text, offset });
    }
    searcher.suggest(text, 1e9);
    searcher.facets({ kind: text });
    expect(performance.now() - started).toBeLessThan(8 * MOST_MILLISECONDS);
  });

  test.skipIf(skipsAloud("names of real guides"))(
    "each real guide is among the first ten for its own name",
    () => {
      const missed = guangdongDocuments().filter(({ name }) => {
        const { hits } = searcher.search({ text: name, limit: 10 });
        return !hits.some((hit) => normalise(hit.name) === normalise(name));
      });
      expect(missed.map(({ name }) => name)).toEqual([]);
    },
  );
});

const someDocuments: fc.Arbitrary<SearchDocument[]> = fc.array(anyDocument, { maxLength: 8 });

describe("any documents", () => {
  test("are found by their own full name among the first ten", async () => {
    await fc.assert(
      fc.asyncProperty(someDocuments, async (documents) => {
        const searcher = await searcherOf(documents);
        for (const { id, name } of documents) {
          if (normalise(name.slice(0, 200)) === "") continue;
          const { hits } = searcher.search({ text: name, limit: 10 });
          expect(hits.flatMap((hit) => [hit, ...hit.others]).map((hit) => hit.id)).toContain(id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("any question, filter and page: no throw, no document twice, all pages together are the total", async () => {
    const page = fc.record({
      text: anyText(),
      unit: fc.constantFrom("", "zfb", "x"),
      limit: fc.integer({ min: 1, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(someDocuments, page, async (documents, { text, unit, limit }) => {
        const searcher = await searcherOf(documents, {
          synonyms: [["社保", text]],
          stopPhrases: [text.slice(0, 2)],
        });
        const { total, how } = searcher.search({ text, filters: { unit } });
        const seen: string[] = [];
        for (let offset = 0; offset < total + limit; offset += limit) {
          const answer = searcher.search({ text, filters: { unit }, offset, limit });
          expect([answer.total, answer.how]).toEqual([total, how]);
          seen.push(...answer.hits.flatMap((hit) => [hit, ...hit.others]).map(({ id }) => id));
        }
        expect(new Set(seen).size).toBe(seen.length);
        if (documents.length > 0 && unit === "") expect(total).toBeGreaterThan(0);
        const own = new Map(documents.map((document) => [document.id, document]));
        for (const id of how === "nearest" || unit === "" ? [] : seen) expect(own.get(id)?.unit).toBe(unit);
        expect(searcher.documents).toHaveLength(own.size);
        for (const { id } of searcher.suggest(text, 5)) expect(own.has(id)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
