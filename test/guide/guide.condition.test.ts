import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ConditionAnswer,
  conditionAnswers,
  conditionsOf,
  MOST_CONDITIONS,
  verdictOf,
} from "../../functions/guide/guide.condition.ts";
import { verdictOf as verdictInBrowser } from "../../web/assets/guide.ts";

describe("conditions in a text", () => {
  test.each([
    ["nothing", undefined, []],
    ["空", "无", []],
    ["one sentence", "已领取社会保障卡并遗失的人员。", ["已领取社会保障卡并遗失的人员。"]],
    ["lines", "年满十六周岁\n户籍在本县\n", ["年满十六周岁", "户籍在本县"]],
    [
      "numbers in one line, with 2019 and 3.5 in between",
      "1.申请材料齐全。 2.符合（2019年本）第3.5节的规定3.项目审核通过。",
      ["申请材料齐全。", "符合（2019年本）第3.5节的规定", "项目审核通过。"],
    ],
    ["brackets", "（一）有场所；（二）有人员；（三）有制度。", ["有场所", "有人员", "有制度。"]],
    ["Chinese numerals", "一、成年\n二、本地户籍", ["成年", "本地户籍"]],
    ["circles", "①成年②有住所", ["成年", "有住所"]],
    ["numerals beyond ten", Array.from({ length: 12 }, (_, n) => `${n + 1}、第${n}件`).join("\n"), 12],
    [
      "the outer numbering first",
      "（一）有场所：1.自有；2.租用。（二）有人员",
      ["有场所：1.自有；2.租用。", "有人员"],
    ],
  ])("%s", (_case, text, expected) => {
    const { items } = conditionsOf(text);
    if (typeof expected === "number") expect(items).toHaveLength(expected);
    else expect(items).toEqual(expected);
  });

  test("what stands before them is the lead, and says when one is enough", () => {
    expect(conditionsOf("符合下列条件之一的：1.残疾人；2.低保户。")).toEqual({
      mode: "any",
      lead: "符合下列条件之一的：",
      items: ["残疾人", "低保户。"],
    });
    expect(conditionsOf("应当具备以下条件：\n有场所\n有人员")).toEqual({
      mode: "all",
      lead: "应当具备以下条件：",
      items: ["有场所", "有人员"],
    });
  });

  test("whatever the text, few conditions in little time", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        expect(conditionsOf(text).items.length).toBeLessThanOrEqual(MOST_CONDITIONS);
      }),
    );
    const started = performance.now();
    conditionsOf("1.".repeat(10_000));
    conditionsOf("（一）".repeat(6_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("what the answers come to", () => {
  const items = ["a", "b"];
  test.each([
    ["all", ["yes", "yes"], "fits"],
    ["all", ["yes", "unsure"], "may_fit"],
    ["all", ["yes", undefined], "may_fit"],
    ["all", [undefined, undefined], "unasked"],
    ["any", [undefined, undefined], "unasked"],
    ["all", ["no", "yes"], "does_not_fit"],
    ["any", ["no", "yes"], "fits"],
    ["any", ["no", "unsure"], "may_fit"],
    ["any", ["no", "no"], "does_not_fit"],
  ] as const)("%s of %j is %s", (mode, answers, verdict) => {
    expect(verdictOf({ mode, items }, answers)).toBe(verdict);
  });

  test("the browser's rule is the same for every set of answers", () => {
    const answer = fc.constantFrom<ConditionAnswer | undefined>(...conditionAnswers, undefined);
    const mode = fc.constantFrom("all" as const, "any" as const);
    fc.assert(
      fc.property(mode, fc.array(answer, { minLength: 1, maxLength: 6 }), (how, answers) => {
        const asked = { mode: how, items: answers.map(String) };
        expect(verdictInBrowser(how, answers)).toBe(verdictOf(asked, answers));
      }),
    );
  });
});
