import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cursorOf, filtersOf, offsetOf, pageOf, textOf } from "../../functions/guide/guide.query.ts";

describe("what stands in the address of a search", () => {
  test.each([
    [undefined, ""],
    ["  社保卡 ", "社保卡"],
    ["\ud800社保", "社保"],
    ["字".repeat(10_000), "字".repeat(60)],
    ["👩‍👩‍👧".repeat(100), [..."👩‍👩‍👧".repeat(100)].slice(0, 60).join("")],
    ["' OR 1=1 --", "' OR 1=1 --"],
  ])("%j is searched for as %j", (written, text) => {
    expect(textOf(written)).toBe(text);
  });

  test.each([
    [undefined, 1],
    ["", 1],
    ["0", 1],
    ["-1", 1],
    ["2", 2],
    ["1e9", 1],
    ["1000000000", 100_000],
    ["9".repeat(400), 1],
    ["2; DROP TABLE", 1],
  ])("page %j is page %d", (written, page) => {
    expect(pageOf(written)).toBe(page);
  });

  test("filters are those of the search, and an empty one is none", () => {
    expect(filtersOf({ unit: "rsj", topic: "", page: "2", constructor: "x", __proto__: "y" })).toEqual({
      unit: "rsj",
    });
    expect(filtersOf({ topic: "x".repeat(10_000) }).topic).toHaveLength(100);
  });

  test("a cursor leads to its place, and nothing else is one", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (offset) => {
        expect(offsetOf(cursorOf(offset))).toBe(offset);
      }),
    );
    expect(offsetOf(undefined)).toBe(0);
    for (const wrong of ["-1", "x", "LTE", "a".repeat(500), cursorOf(1e12), "%00", "MS41"])
      expect([wrong, offsetOf(wrong)]).toEqual([wrong, undefined]);
  });
});
