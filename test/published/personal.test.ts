import { describe, expect, test } from "vitest";
import { HIDDEN, personalIn, withoutPersonal } from "../../functions/published/published.personal.ts";

describe("what tells who asked", () => {
  test.each([
    ["证件号 11010119900307002X。", "identity"],
    ["号码１１０１０１１９９００３０７００２Ｘ", "identity"],
    ["110101 19900307 002X", "identity"],
    ["请打 13812345678", "phone"],
    ["+86 138-1234-5678", "phone"],
    ["写信到 zhang.san@example.com.cn", "email"],
    ["卡号 6222 0200 0000 0000 000", "card"],
  ])("%s", (text, kind) => {
    expect(personalIn(text, [])).toEqual([kind]);
  });

  test.each([
    "县政府办公室 0999-5550101",
    "项目代码 2020-330110-48-01-123456",
    "文号：示政发〔2025〕12号，金额 123456789012 元",
    "统一社会信用代码 12330100470116512R",
    "热线 12345，邮编 310012",
    "2025年1月1日至2025年12月31日",
  ])("nobody is told of by %s", (text) => {
    expect(personalIn(text, [])).toEqual([]);
  });

  test("whatever the applicant gave, however it is spaced", () => {
    const known = ["张三丰", undefined, "", "E1234567", "人民路 1 号 3 单元"];
    expect(personalIn("答复张 三 丰的申请", known)).toEqual(["applicant"]);
    expect(personalIn("护照 E1234567", known)).toEqual(["applicant"]);
    expect(personalIn("人民路1号3单元的规划", known)).toEqual(["applicant"]);
    expect(personalIn("张三的申请", known)).toEqual([]);
  });

  test("a name of one character is no name to look for", () => {
    expect(personalIn("丰收镇的规划", ["丰"])).toEqual([]);
  });
});

describe("a text without what tells who asked", () => {
  test.each([
    ["证件 110101 19900307 002X，已办。", `证件 ${HIDDEN}，已办。`],
    ["卡号６２２２０２０００００００００００００。", `卡号${HIDDEN}。`],
    ["打 0999-5550101，文号 示政发〔2025〕12号", "打 0999-5550101，文号 示政发〔2025〕12号"],
    ["", ""],
  ])("%s", (text, cleaned) => {
    expect(withoutPersonal(text, [])).toBe(cleaned);
  });

  test("is empty where it would still tell", () => {
    expect(withoutPersonal("张 三 丰的事，已经办好", ["张三丰"])).toBe("");
    expect(withoutPersonal("1 1 0 1 0 1 1 9 9 0 0 3 0 7 0 0 2 X", [])).toBe(HIDDEN);
    expect(withoutPersonal("138，1234，5678", [])).toBe("138，1234，5678");
  });
});
