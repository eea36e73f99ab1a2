import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import type { FeeRules } from "../../functions/disclosure/disclosure.fee.ts";
import {
  countFee,
  earlierInMonth,
  feeNotice,
  feeOffer,
  feeRulesOn,
  feeTotals,
  isLapsed,
  pageFee,
} from "../../functions/disclosure/disclosure.fee.ts";

const rules = feeRulesOn("2026-03-02") as FeeRules;
const calendar = chinaCalendar();
const total = (matters: number) => countFee(rules, { earlier: 0, matters }).feeYuan;
const units = fc.integer({ min: 0, max: 2_000 });

describe("by count (按件)", () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2_000],
    [31, 2_200],
    [40, 4_000],
    [41, 4_300],
    [50, 7_000],
    [51, 7_400],
  ])("%i matters in a month cost %i yuan", (matters, yuan) => expect(total(matters)).toBe(yuan));

  test("an application pays for its own matters, on top of those before it", () => {
    expect(countFee(rules, { earlier: 8, matters: 5 })).toEqual({
      scheme: "by_count",
      units: 5,
      lines: [
        { from: 9, through: 10, units: 2, yuanEach: 0, feeYuan: 0 },
        { from: 11, through: 13, units: 3, yuanEach: 100, feeYuan: 300 },
      ],
      feeYuan: 300,
    });
  });

  test("however a month is cut into applications, it costs the same", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (month) => {
        let earlier = 0;
        let paid = 0;
        for (const matters of month) {
          paid += countFee(rules, { earlier, matters }).feeYuan;
          earlier += matters;
        }
        expect(paid).toBe(total(earlier));
      }),
    );
  });

  test("grows with each matter, by the price of its own band, which never falls", () => {
    fc.assert(
      fc.property(units, (n) => {
        const step = total(n + 1) - total(n);
        expect(step).toBeGreaterThanOrEqual(n < 10 ? 0 : 100);
        expect(total(n + 2) - total(n + 1)).toBeGreaterThanOrEqual(step);
      }),
    );
  });

  test.each([
    [10, 0, 100],
    [30, 100, 200],
    [40, 200, 300],
    [90, 700, 800],
  ])("the price changes behind %i", (edge, before, after) => {
    expect([total(edge) - total(edge - 1), total(edge + 1) - total(edge)]).toEqual([before, after]);
  });

  test("the month is the calendar month of receipt, after splitting, in the order of receipt", () => {
    const of = (reference: string, receivedOn: string, matters: number) => ({
      reference,
      receivedOn,
      matters,
    });
    const month = [of("A", "2026-02-28", 9), of("B", "2026-03-01", 4), of("C", "2026-03-31", 2)];
    const [, , last = of("", "", 0)] = month;
    expect(earlierInMonth(last, month)).toBe(4);
    expect(earlierInMonth(of("A0", "2026-03-01", 1), month)).toBe(0);
    expect(earlierInMonth(of("D", "2026-04-01", 1), month)).toBe(0);
  });
});

describe("by pages (按量)", () => {
  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [68, 380],
    [70, 400],
    [100, 700],
    [101, 720],
    [200, 2_700],
    [201, 2_740],
    [300, 6_700],
  ])("%i pages cost %i yuan", (pages, yuan) => expect(pageFee(rules, { pages }).feeYuan).toBe(yuan));

  test("shows one line for each price", () => {
    expect(pageFee(rules, { pages: 1_000 }).lines.map(({ units, yuanEach }) => [units, yuanEach])).toEqual([
      [30, 0],
      [70, 10],
      [100, 20],
      [800, 40],
    ]);
  });

  test("its lines are its units and its sum, without gap or overlap", () => {
    fc.assert(
      fc.property(units, (pages) => {
        const { lines, units: charged, feeYuan } = pageFee(rules, { pages });
        expect(lines.reduce((sum, line) => sum + line.units, 0)).toBe(charged);
        expect(lines.reduce((sum, line) => sum + line.feeYuan, 0)).toBe(feeYuan);
        for (const [index, line] of lines.entries())
          expect(line.from).toBe((lines[index - 1]?.through ?? 0) + 1);
        expect(pageFee(rules, { pages: pages + 1 }).feeYuan).toBeGreaterThanOrEqual(feeYuan);
      }),
    );
  });

  test("what is public already is free, unless the setting says otherwise", () => {
    expect(pageFee(rules, { pages: 108, publicPages: 40 }).feeYuan).toBe(380);
    const strict = { ...rules, chargesPublicPages: true };
    expect(pageFee(strict, { pages: 108, publicPages: 40 }).feeYuan).toBe(860);
  });
});

describe("one or the other", () => {
  const application = { reference: "B", receivedOn: "2026-03-02", matters: 2 };
  const others = [{ reference: "A", receivedOn: "2026-03-01", matters: 12 }, application];
  const route = "post";

  test("both are offered where copies are wanted, and a notice holds exactly one", () => {
    const offer = feeOffer(rules, { application, others, route, pages: { pages: 68 } });
    expect([offer?.byCount.feeYuan, offer?.byPages?.feeYuan]).toEqual([200, 380]);
    if (offer === undefined) throw new Error("a tariff is in force");
    const notice = feeNotice(offer, { scheme: "by_pages", noticeReceivedOn: "2026-03-02" }, calendar);
    expect(notice).toMatchObject({ fee: { scheme: "by_pages", feeYuan: 380 }, payBy: "2026-03-30" });
  });

  test.each([["read_on_the_spot"], ["site"]] as const)("pages are not charged by the route %s", (without) => {
    const offer = feeOffer(rules, { application, others, route: without, pages: { pages: 68 } });
    expect(offer).toEqual({ byCount: expect.objectContaining({ feeYuan: 200 }) });
    const chosen = { scheme: "by_pages", noticeReceivedOn: "2026-03-02" } as const;
    expect(offer && feeNotice(offer, chosen, calendar)).toBeUndefined();
  });

  test("nothing to pay makes no notice, and before 2021 there is no tariff", () => {
    const offer = feeOffer(rules, { application, others: [], route, pages: { pages: 30 } });
    const chosen = { scheme: "by_pages", noticeReceivedOn: "2026-03-02" } as const;
    expect(offer && feeNotice(offer, chosen, calendar)).toBeUndefined();
    expect(feeRulesOn("2020-12-31")).toBeUndefined();
    expect(feeOffer(undefined, { application, others, route })).toBeUndefined();
  });

  test("the last day of the twenty is in time, the next is not", () => {
    const notice = { payBy: "2026-03-30" };
    expect([isLapsed(notice, "2026-03-30"), isLapsed(notice, "2026-03-31")]).toEqual([false, true]);
  });

  test("what is no count is refused", () => {
    for (const wrong of [-1, 0.5, Number.NaN, 1e7]) {
      expect(() => countFee(rules, { earlier: 0, matters: wrong })).toThrow(RangeError);
      expect(() => pageFee(rules, { pages: wrong })).toThrow(RangeError);
    }
    expect(() => pageFee(rules, { pages: 1, publicPages: 2 })).toThrow(RangeError);
  });
});

test("chapter six of the report tells how many and how much", () => {
  expect(feeTotals([{ feeYuan: 380 }, { feeYuan: 400 }])).toEqual({ notices: 2, feeYuan: 780 });
});
