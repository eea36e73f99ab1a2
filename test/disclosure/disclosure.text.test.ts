import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readName } from "../../functions/disclosure/disclosure.applicant.ts";
import { applicationErrorCodes, readText } from "../../functions/disclosure/disclosure.text.ts";

const line = (raw: unknown) => readText(raw, { topic: "title" });
const lines = (raw: unknown) => readText(raw, { topic: "description", lines: true });

describe("a text", () => {
  test.each([
    ["  两端 空白\t\n", "两端 空白"],
    ["一行\r\n两行", "一行 两行"],
    ["a\u200bb\ufeffc\u00add", "abcd"],
    ["e\u0301", "é"],
    ["表情 😀 无妨", "表情 😀 无妨"],
    ["👨‍👩‍👧", "👨‍👩‍👧"],
    ["مرحبا", "مرحبا"],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ])("%j is kept as %j", (raw, value) => {
    expect(line(raw)).toEqual({ ok: true, value });
  });
  test("of several lines keeps them", () => {
    expect(lines(" 一\r\n\r\n二\u2028三 ")).toEqual({ ok: true, value: "一\n\n二\n三" });
  });
  test.each([
    ["", "required"],
    [" \u3000\u200b\n", "required"],
    [undefined, "required"],
    [42, "required"],
    [{ toString: "x" }, "required"],
    ["a\u0000b", "characters"],
    ["a\u001bb", "characters"],
    ["a\u0085\u007fb", "characters"],
    ["a\u202eb", "characters"],
    ["a\u2067b", "characters"],
    ["a\u200fb", "characters"],
    ["a\ud800b", "characters"],
    ["字".repeat(201), "too_long"],
    ["字".repeat(10_000), "too_long"],
    ["😀".repeat(201), "too_long"],
  ])("%# is refused", (raw, problem) => {
    expect(line(raw)).toEqual({ ok: false, code: `title.${problem}` });
  });
  test("is counted in code points", () => {
    expect(line("😀".repeat(200)).ok).toBe(true);
    expect(lines("字".repeat(2000)).ok).toBe(true);
    expect(lines("字".repeat(2001)).ok).toBe(false);
  });
  test("of several values counts the last, as a browser sends a repeated field", () => {
    expect(line(["一", "二"])).toEqual({ ok: true, value: "二" });
    expect(line([])).toEqual({ ok: false, code: "title.required" });
  });
  test("of ten million characters is refused in bounded time", () => {
    const before = performance.now();
    expect(line("e\u0301".repeat(5_000_000))).toEqual({ ok: false, code: "title.too_long" });
    expect(performance.now() - before).toBeLessThan(1000);
  });
  test("that was read reads as itself, and every refusal has a known code", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.boolean(), (raw, several) => {
        const read = readText(raw, { topic: "title", lines: several });
        if (read.ok) expect(readText(read.value, { topic: "title", lines: several })).toEqual(read);
        else expect(applicationErrorCodes).toContain(read.code);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a name", () => {
  test.each([
    ["李小敏", "李小敏"],
    ["阿依古丽 • 买买提", "阿依古丽·买买提"],
    ["ئالىم", "ئالىم"],
    ["José  Ñúñez-O'Brien", "José Ñúñez-O'Brien"],
    ["3M中国有限公司（上海）", "3M中国有限公司（上海）"],
  ])("%j is %j", (raw, value) => {
    expect(readName(raw, "name")).toEqual({ ok: true, value });
  });
  test.each([
    ["", "name.required"],
    ["123", "name.characters"],
    ["小明😀", "name.characters"],
    ["小明\u202e", "name.characters"],
    ["名".repeat(101), "name.too_long"],
    ["名".repeat(10_000), "name.too_long"],
  ])("%# is refused", (raw, code) => {
    expect(readName(raw, "name")).toEqual({ ok: false, code });
  });
});
