import { describe, expect, test } from "vitest";
import { formReference } from "../../functions/case/reference.ts";
import { networkOf } from "../../functions/kit/address.ts";
import { readQuestion } from "../../functions/progress/progress.form.ts";
import { basisWords } from "../../web/pages/progress/article.ts";

const number = formReference({ regionCode: "440305", kind: "G", day: "2026-02-14", serial: 7 });

describe("the question", () => {
  test.each([
    [{ code: "c7df 92km", phone: "" }, { queryCode: "C7DF92KM" }],
    [{ code: "", phone: "4321" }, { phone4: "4321" }],
    [{ code: " ", phone: "４３２１" }, { phone4: "4321" }],
    [{ code: "", phone: "+86 138-0000-4321" }, { phone4: "4321" }],
    [{ code: "C7DF92KM", phone: "4321" }, { queryCode: "C7DF92KM" }],
  ])("is understood as it was meant: %#", (typed, shown) => {
    expect(readQuestion({ number, ...typed })).toEqual({ shown: { reference: number, ...shown } });
  });
});

describe("an address", () => {
  test.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:0:1:aaaa::1", "2001:db8:0:1"],
    ["2001:0DB8:0000:0001:ffff:1:2:3", "2001:db8:0:1"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["::ffff:203.0.113.9", "::ffff:203.0.113.9"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("an article", () => {
  test.each([
    [["36(1)", "36(2)"], "《政府信息公开条例》第三十六条第（一）项、第三十六条第（二）项"],
    [["36(1)"], "《政府信息公开条例》第三十六条第（一）项"],
    [["16(2)"], "《政府信息公开条例》第十六条第二款"],
    [["30"], "《政府信息公开条例》第三十条"],
    [["14"], "《政府信息公开条例》第十四条"],
    [["42", "国办函〔2020〕109号"], "《政府信息公开条例》第四十二条、国办函〔2020〕109号"],
    [[], ""],
  ])("%s is %s", (article, words) => {
    expect(basisWords(article, "zh")).toBe(words);
  });
});
