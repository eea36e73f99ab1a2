import { expect, test } from "vitest";
import { demoGuides } from "../../stacks/local/demo-guides.ts";
import { demoAsked } from "../../stacks/local/demo-words.ts";
import { pinnedIn } from "../../stacks/local/demo-words-work.ts";

test("what people ask most is answered by guides that the demo county has", () => {
  const pinned = pinnedIn(demoGuides("http://127.0.0.1:3000", "2026-03-02"));
  expect(pinned.map(({ phrase }) => phrase)).toEqual(demoAsked.map(([phrase]) => phrase));
  expect(new Set(pinned.flatMap(({ ids }) => ids)).size).toBe(demoAsked.length);
});
