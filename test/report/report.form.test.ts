import { describe, expect, test } from "vitest";
import {
  emptyFour,
  emptyTwo,
  fourFields,
  readTables,
  totalOf,
  twoFields,
} from "../../functions/report/report.form.ts";
import { currentYear, isOver, readYear } from "../../functions/report/report.ts";

describe("tables 二 and 四 from a form", () => {
  test("have ten and twelve fields, and what was not sent or left empty is 0", () => {
    expect([twoFields.length, fourFields.length]).toEqual([10, 12]);
    expect(readTables({})).toEqual({ two: emptyTwo, four: emptyFour, errors: [] });
    expect(readTables({ licences: " " }).errors).toEqual([]);
  });

  test("take numbers as people write them", () => {
    const { two, four, errors } = readTables({
      licences: "１，２３４",
      charges_wan_yuan: "12.345678",
      "review.upheld": "7",
      "review.pending": "3",
    });
    expect(errors).toEqual([]);
    expect([two.licences, two.charges_wan_yuan, totalOf(four, "review")]).toEqual([1234, 12.345678, 10]);
  });

  test.each([
    ["licences", "-1", "number.whole"],
    ["licences", "1.5", "number.whole"],
    ["licences", "十", "number.whole"],
    ["licences", "1e3", "number.whole"],
    ["licences", "99999999999", "number.whole"],
    ["charges_wan_yuan", "1.2345678", "number.amount"],
    ["charges_wan_yuan", "１元", "number.amount"],
    ["review.upheld", "NaN", "number.whole"],
  ])("%s %j is refused", (field, value, code) => {
    expect(readTables({ [field]: value }).errors).toEqual([{ field, code }]);
  });
});

describe("the year", () => {
  test.each([
    ["2025", 2025],
    ["2007", undefined],
    ["2100", undefined],
    ["02025", undefined],
    ["2025 ", undefined],
    ["", undefined],
  ])("%j", (text, year) => expect(readYear(text)).toBe(year));

  test("of an office's work is last year's until the end of March", () => {
    expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"].map(currentYear)).toEqual([
      2025, 2025, 2026, 2026,
    ]);
    expect([isOver(2025, "2025-12-31"), isOver(2025, "2026-01-01")]).toEqual([false, true]);
  });
});
