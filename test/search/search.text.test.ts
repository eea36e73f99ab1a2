import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eachToken, isSingle, normalise } from "../../functions/search/search.text.ts";
import { anyText } from "./documents.ts";

describe("one way of writing", () => {
  test.each([
    ["ＡＢＣ１２３", "abc123", "full width"],
    ["護照遺失補辦", "护照遗失补办", "traditional"],
    ["臺灣居民來往大陸通行證", "台湾居民来往大陆通行证", "traditional"],
    ["社保卡（挂失）", "社保卡 挂失", "brackets"],
    ["  社保\t卡\n ", "社保 卡", "white space"],
    ["社\u200b保\u0000卡\u00ad", "社保卡", "characters that nobody sees"],
    ["社\ud800保\udc00卡", "社保卡", "halves of a pair"],
    ["①号㎡", "1号m2", "compatibility forms"],
    ["?!。，", "", "punctuation alone"],
    ["𠮷野家", "𠮷野家", "beyond the basic plane"],
    ["Łódź É", "łódź é", "Latin with marks"],
  ])("%s is %s (%s)", (written, normal) => {
    expect(normalise(written)).toBe(normal);
  });

  test("normalising again changes nothing, and nothing is left that is no letter, digit or space between", () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(once).toMatch(/^$|^[\p{L}\p{N}\p{M}]+( [\p{L}\p{N}\p{M}]+)*$/u);
      }),
    );
  });
});

function tokensOf(text: string, singles: boolean): string[] {
  const found: string[] = [];
  eachToken(text, singles, (token) => {
    const both = [token >>> 16, token & 0xffff];
    found.push(String.fromCharCode(...(isSingle(token) ? both.slice(1) : both)));
  });
  return found;
}

describe("tokens", () => {
  test("are neighbours, and single characters where wanted; none spans a space", () => {
    expect(tokensOf("社保卡 挂失", false)).toEqual(["社保", "保卡", "挂失"]);
    expect(tokensOf("社保 卡", true)).toEqual(["社", "保", "社保", "卡"]);
    expect(tokensOf("", true)).toEqual([]);
  });

  test("tell any two pairs apart", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const normal = normalise(text);
        const pairs = normal
          .split(" ")
          .flatMap((word) =>
            Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
          );
        expect(tokensOf(normal, false)).toEqual(pairs);
      }),
    );
  });
});
