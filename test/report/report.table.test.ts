import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { applicantKinds } from "../../functions/disclosure/disclosure.applicant.ts";
import { fold } from "../../functions/disclosure/disclosure.case.ts";
import { outcomeCodes } from "../../functions/disclosure/disclosure.outcome.ts";
import type { CaseFacts } from "../../functions/report/report.count.ts";
import { cellKey, changeOf, factsOf, marksOf, tallyOf } from "../../functions/report/report.count.ts";
import { reportColumns, reportRows } from "../../functions/report/report.row.ts";
import type { TableThree } from "../../functions/report/report.table.ts";
import { changedCells, sumOf, tableOf, violationsOf } from "../../functions/report/report.table.ts";
import { reference } from "../disclosure/support.ts";
import { CITY_YEAR, cityRequests, cityTable, requestEvents } from "./city.ts";

const calendar = chinaCalendar();
const tableFrom = (facts: Iterable<CaseFacts>, year: number, now = year): TableThree => {
  const tally = tallyOf([...facts].flatMap((each) => marksOf(each, now)));
  const counted = (of: number) => (row: number, column: (typeof applicantKinds)[number]) =>
    tally.get(cellKey({ unit: "zfb", year: of, row, column })) ?? 0;
  return tableOf(counted(year), counted(year - 1));
};

describe("the form", () => {
  test("has the 25 rows of 30号 in their words and seven columns", () => {
    expect(reportRows.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(reportColumns).toHaveLength(7);
    expect(reportRows.slice(2, 23).map(({ code }) => code)).toEqual(outcomeCodes);
    expect(reportRows.map(({ label }) => label.zh)).toEqual([
      "一、本年新收政府信息公开申请数量",
      "二、上年结转政府信息公开申请数量",
      "（一）予以公开",
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
      "1.属于国家秘密",
      "2.其他法律行政法规禁止公开",
      "3.危及“三安全一稳定”",
      "4.保护第三方合法权益",
      "5.属于三类内部事务信息",
      "6.属于四类过程性信息",
      "7.属于行政执法案卷",
      "8.属于行政查询事项",
      "1.本机关不掌握相关政府信息",
      "2.没有现成信息需要另行制作",
      "3.补正后申请内容仍不明确",
      "1.信访举报投诉类申请",
      "2.重复申请",
      "3.要求提供公开出版物",
      "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息",
      "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      "3.其他",
      "（七）总计",
      "四、结转下年度继续办理",
    ]);
  });
});

describe("the city's report of 2025", () => {
  test("holds every identity as it was published", () => expect(violationsOf(cityTable)).toEqual([]));

  test("comes out of the events of its requests, all 175 cells", () => {
    const facts = [...cityRequests()].map((events) => factsOf(fold(reference, events, calendar)));
    expect(facts).toHaveLength(14_069 + 560);
    const table = tableFrom(facts, CITY_YEAR);
    expect(table).toEqual(cityTable);
    expect(table.flatMap((row) => Object.values(row))).toHaveLength(175);
  });

  test("any one cell that is wrong breaks an identity", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 }),
        fc.constantFrom(...reportColumns),
        fc.integer({ min: 1, max: 9 }),
        (row, column, more) => {
          const cells = cityTable[row] as TableThree[number];
          const wrong = cityTable.with(row, { ...cells, [column]: cells[column] + more });
          expect(violationsOf(wrong).length).toBeGreaterThan(0);
          expect(changedCells(cityTable, wrong)).toEqual([
            { row: row + 1, column, before: cells[column], after: cells[column] + more },
          ]);
        },
      ),
    );
  });

  test("a cell that is no number of requests is named", () => {
    const wrong = cityTable.with(3, { ...(cityTable[3] as TableThree[number]), person: -1, company: 0.5 });
    const named = violationsOf(wrong).filter(({ identity }) => identity === "whole_number");
    expect(named).toMatchObject([
      { row: 4, column: "person" },
      { row: 4, column: "company" },
    ]);
  });
});

describe("a report of nothing", () => {
  test("is 175 zeros and holds", () => {
    const table = tableFrom([], 2026);
    expect(new Set(table.flatMap((row) => Object.values(row)))).toEqual(new Set([0]));
    expect(violationsOf(table, table)).toEqual([]);
  });
});

const day = fc
  .record({
    year: fc.integer({ min: 2023, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(
    ({ year, month, date }) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`,
  );
const anyCase: fc.Arbitrary<CaseFacts> = fc
  .record({
    kind: fc.constantFrom(...applicantKinds),
    days: fc.tuple(day, day),
    outcome: fc.constantFrom(...outcomeCodes, undefined),
  })
  .map(({ kind, days, outcome }) => {
    const [receivedOn, on] = days.toSorted() as [string, string];
    return { unit: "zfb", kind, receivedOn, ...(outcome === undefined ? {} : { ended: { on, outcome } }) };
  });

describe("whatever the requests are", () => {
  test("every year's table holds, and carries in what the year before carried out", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 60 }), (cases) => {
        let before: TableThree | undefined;
        for (const year of [2023, 2024, 2025, 2026, 2027]) {
          const table = tableFrom(cases, year, 2027);
          expect(violationsOf(table, before)).toEqual([]);
          before = table;
        }
      }),
    );
  });

  test("the sum of the units' tables holds too", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCase, { maxLength: 10 }), { maxLength: 5 }), (units) => {
        const tables = units.map((cases) => tableFrom(cases, 2025, 2027));
        expect(violationsOf(sumOf(tables))).toEqual([]);
        expect(sumOf(tables)).toEqual(tableFrom(units.flat(), 2025, 2027));
      }),
    );
  });

  test("a case moves from what was counted to what should be by its change alone", () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 2027, max: 2029 }), (facts, now) => {
        const pending = marksOf({ ...facts, ended: undefined }, 2027);
        const later = marksOf(facts, now);
        const { added, removed } = changeOf(pending, later);
        const left = [...pending, ...added].filter(
          (mark) => !removed.some((each) => cellKey(each) === cellKey(mark)),
        );
        expect(left.map(cellKey).toSorted()).toEqual(later.map(cellKey).toSorted());
      }),
    );
  });
});

describe("how a case ends", () => {
  const factsFrom = (events: Parameters<typeof fold>[1]) => factsOf(fold(reference, events, calendar));
  test("by its answer, in the year of the answer's day", () => {
    const events = requestEvents("person", "2025-12-20", { on: "2026-01-08", outcome: "disclosed" });
    expect(marksOf(factsFrom(events), 2026)).toEqual([
      { unit: "zfb", year: 2025, row: 1, column: "person" },
      { unit: "zfb", year: 2025, row: 25, column: "person" },
      { unit: "zfb", year: 2026, row: 3, column: "person" },
      { unit: "zfb", year: 2026, row: 24, column: "person" },
    ]);
  });

  test("by its withdrawal, under other, and it is kept which other", () => {
    const [first] = requestEvents("charity", "2026-03-02");
    const withdrawn = {
      n: 2,
      kind: "withdraw",
      at: "2026-03-05T02:00:00.000Z",
      by: { kind: "applicant" },
      data: {},
    };
    const facts = factsFrom([first, withdrawn] as Parameters<typeof fold>[1]);
    expect(facts.ended).toEqual({ on: "2026-03-05", outcome: "other", detail: "withdrawn" });
    expect(marksOf(facts, 2026).at(-2)).toMatchObject({ row: 23, column: "charity" });
  });

  test("pending, it stands in row 25 of each year that it has seen", () => {
    const rows = marksOf(factsFrom(requestEvents("person", "2024-06-03")), 2026);
    expect(rows.map(({ year, row }) => `${year} ${row}`)).toEqual([
      "2024 1",
      "2024 25",
      "2025 25",
      "2026 25",
    ]);
  });

  test("an applicant of no known kind is never counted as another", () => {
    const head = fold(reference, requestEvents("person", "2026-03-02"), calendar);
    expect(() => factsOf({ ...head, applicantKind: "natural_person" })).toThrow("no known kind");
  });
});
