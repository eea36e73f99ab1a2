import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import {
  isOutcome,
  type Outcome,
  outcomeCodes,
  outcomeOf,
  outcomes,
  remedyOf,
} from "../../functions/disclosure/disclosure.outcome.ts";

const all: readonly Outcome[] = outcomes;
const rows = (block: string) => all.filter(({ row }) => row.startsWith(block)).map(({ row }) => row);

describe("the outcomes", () => {
  test("are the 21 leaf rows of table 三, in its order", () => {
    expect(outcomes).toHaveLength(21);
    expect(new Set(outcomeCodes).size).toBe(21);
    expect(new Set(all.map(({ label }) => label.zh)).size).toBe(21);
    expect(new Set(all.map(({ label }) => label.en)).size).toBe(21);
    expect(
      ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"].map((block) => rows(block).length),
    ).toEqual([1, 1, 8, 3, 5, 3]);
    expect(rows("（三）")).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((row) => `（三）${row}`));
  });
  test("each block has its effect", () => {
    const effects = all.map(({ row, effect }) => `${row.slice(0, 3)} ${effect}`);
    expect([...new Set(effects)]).toEqual([
      "（一） disclosed",
      "（二） partly_disclosed",
      "（三） withheld",
      "（四） cannot_be_provided",
      "（五） not_handled",
      "（六） otherwise_closed",
    ]);
  });
  test("review comes first exactly where Arts. 14 to 16 withhold all of it", () => {
    const first = all.filter(({ remedy }) => remedy === "review_first").map(({ row }) => row);
    expect(first).toEqual([1, 2, 3, 4, 5, 6, 7].map((row) => `（三）${row}`));
    for (const { remedy, articles } of all) {
      const withholds = articles.some((article) => /^1[456](?:\(|$)/.test(article));
      expect(withholds).toBe(remedy === "review_first");
    }
    expect(outcomeOf("partly_disclosed")?.remedy).toBe("review_first_for_withheld");
  });
  test("a state secret has no file, and only a disclosure needs no reasons", () => {
    expect(all.filter(({ filesAllowed }) => !filesAllowed).map(({ code }) => code)).toEqual(["state_secret"]);
    expect(all.filter(({ needsReasons }) => !needsReasons).map(({ code }) => code)).toEqual(["disclosed"]);
  });
  test.each(["", "constructor", "Disclosed", "（一）"])("%j is no outcome", (code) => {
    expect(isOutcome(code)).toBe(false);
    expect(outcomeOf(code)).toBeUndefined();
  });
});

describe("the remedy", () => {
  const calendar = chinaCalendar();
  test("60 days and 6 months from delivery, past days of rest", () => {
    expect(remedyOf({ remedy: "review_or_suit" }, { on: "2025-08-31", online: false }, calendar)).toEqual({
      path: "review_or_suit",
      reviewDays: 60,
      reviewUntil: "2025-10-30",
      suitMonths: 6,
      suitUntil: "2026-02-28",
      suitDaysAfterReview: 15,
      needsOnlineChannel: false,
      provisional: false,
    });
  });
  test("a refusal on Arts. 14 to 16 leads to review only, online when it came online", () => {
    const remedy = remedyOf({ remedy: "review_first" }, { on: "2026-08-03", online: true }, calendar);
    expect(remedy).not.toHaveProperty("suitUntil");
    expect(remedy).toMatchObject({ reviewUntil: "2026-10-08", needsOnlineChannel: true, provisional: false });
  });
  test("is provisional while its last day lies in a year without a notice", () => {
    const calendarOf2026 = { ...calendar, firmThrough: "2026-12-28" };
    const delivered = { on: "2026-08-03", online: false };
    expect(remedyOf({ remedy: "review_or_suit" }, delivered, calendarOf2026).provisional).toBe(true);
    expect(remedyOf({ remedy: "review_first" }, delivered, calendarOf2026).provisional).toBe(false);
  });
});
