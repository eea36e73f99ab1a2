/** Whether people who say it in their own words find it in the first five rows, with the words a county starts with. */
import { describe, expect, test } from "vitest";
import { documentOf } from "../../functions/guide/guide.document.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import type { Searcher } from "../../functions/search/search.ts";
import { demoGuides } from "../../stacks/local/demo-guides.ts";
import { demoWords } from "../../stacks/local/demo-words.ts";
import { searcherOf } from "./documents.ts";
import { everyday } from "./everyday.ts";
import { everydayDemo } from "./everyday-demo.ts";
import { guangdongDocuments, skipsAloud } from "./guangdong.ts";

interface Asked {
  readonly question: string;
  readonly isAnswer: (hit: { readonly code: string; readonly name: string }) => boolean;
}

/** The share of questions that are answered by the first hit, and by one of the first five. */
function success(searcher: Searcher, asked: readonly Asked[]): { at1: number; at5: number } {
  const places = asked.map(({ question, isAnswer }) =>
    searcher.search({ text: question, limit: 5 }).hits.findIndex(isAnswer),
  );
  const share = (holds: (place: number) => boolean) => places.filter(holds).length / asked.length;
  return { at1: share((place) => place === 0), at5: share((place) => place >= 0) };
}

function measured(what: string, searcher: Searcher, asked: readonly Asked[]): number {
  const { at1, at5 } = success(searcher, asked);
  console.log(`${what}: ${asked.length} questions, success@1 ${at1.toFixed(3)}, success@5 ${at5.toFixed(3)}`);
  return at5;
}

const real: readonly Asked[] = everyday.map(({ question, answers }) => ({
  question,
  isAnswer: ({ name }) => answers.test(name),
}));
const demo: readonly Asked[] = everydayDemo.map(({ question, code }) => ({
  question,
  isAnswer: (hit) => hit.code === code,
}));

test("the questions are many, and none is asked twice", () => {
  for (const asked of [real, demo]) {
    expect(asked.length).toBeGreaterThanOrEqual(100);
    expect(new Set(asked.map(({ question }) => question)).size).toBe(asked.length);
  }
});

test("the guides of the demo county", async () => {
  const documents = demoGuides("https://banshi.example", "2026-03-02").map(({ unit, guide }) =>
    documentOf({ id: itemCodeOf(guide), unit, guide }),
  );
  expect(measured("demo county", await searcherOf(documents, demoWords), demo)).toBeGreaterThanOrEqual(0.95);
  // The aliases are half of it, the words of the county the other.
  const unnamed = documents.map((document) => ({ ...document, aliases: [] }));
  const without = measured("demo county, without aliases", await searcherOf(unnamed, demoWords), demo);
  expect(without).toBeGreaterThanOrEqual(0.94);
});

test("letters find what is named so before what only has another word for it", async () => {
  const documents = demoGuides("https://banshi.example", "2026-03-02").map(({ unit, guide }) =>
    documentOf({ id: itemCodeOf(guide), unit, guide }),
  );
  const searcher = await searcherOf(documents, demoWords);
  const names = (text: string) => searcher.search({ text, limit: 5 }).hits.map(({ name }) => name);
  expect(names("shbx")[0]).toContain("社会保险");
  for (const name of names("shbx")) expect(name).not.toContain("公积金");
  expect(names("yyzz")[0]).toContain("营业执照");
  expect(names("五险一金").join()).toMatch(/社会保险.*公积金|公积金.*社会保险/);
});

describe.skipIf(skipsAloud("the everyday questions on real guides"))("the guides of Guangdong", () => {
  test("every question has an answer", () => {
    const names = guangdongDocuments().map(({ name }) => name);
    expect(everyday.filter(({ answers }) => !names.some((name) => answers.test(name)))).toEqual([]);
  });

  test("are found in everyday words", async () => {
    const documents = guangdongDocuments();
    const searcher = await searcherOf(documents, demoWords);
    expect(measured("Guangdong", searcher, real)).toBeGreaterThanOrEqual(0.95);
    const unseen = real.filter((_, at) => at % 2 === 1);
    expect(measured("Guangdong, questions not looked at", searcher, unseen)).toBeGreaterThanOrEqual(0.89);
    const plain = measured("Guangdong, without any words", await searcherOf(documents), real);
    expect(plain).toBeGreaterThanOrEqual(0.79);
  });
});
