/** What the downloads hold: opened again, they say what the report says. */
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { documentOf } from "../../functions/report/report.document.ts";
import { gridOfFour, gridOfThree, gridOfTwo } from "../../functions/report/report.grid.ts";
import { reportRows } from "../../functions/report/report.row.ts";
import { spreadsheetOf } from "../../functions/report/report.sheet.ts";
import { emptyText } from "../../functions/report/report.store.ts";
import type { Report } from "../../functions/report/report.ts";
import { cityTable } from "./city.ts";

const report: Report = {
  schema: 1,
  year: 2025,
  three: cityTable,
  two: { ...emptyText.two, licences: 321, charges_wan_yuan: 12.5 },
  four: { ...emptyText.four, "review.upheld": 700, "review.corrected": 90 },
  chapters: { overview: "", problems: "第一行\n第二行 <b> & “引号”", other: "" },
};
const parse = (xml: string) => new JSDOM(xml, { contentType: "application/xml" }).window.document;
const texts = (document: Document, name: string, within: string) =>
  [...document.getElementsByTagName(name)].map((each) =>
    [...each.getElementsByTagName(within)].map(({ textContent }) => textContent).join(""),
  );

describe("the grids", () => {
  test.each([
    ["二", gridOfTwo(report)],
    ["三", gridOfThree(report)],
    ["四", gridOfFour(report)],
  ])("table %s covers each place of its rectangle exactly once", (_name, { width, rows }) => {
    const taken = rows.map(() => Array<number>(width).fill(0));
    rows.forEach((row, y) => {
      for (const cell of row) {
        const x = taken[y]?.indexOf(0) ?? -1;
        for (let down = 0; down < (cell.rows ?? 1); down += 1)
          for (let right = 0; right < (cell.columns ?? 1); right += 1) {
            const line = taken[y + down];
            if (line !== undefined) line[x + right] = (line[x + right] ?? Number.NaN) + 1;
          }
      }
    });
    expect(new Set(taken.flat())).toEqual(new Set([1]));
    expect(taken.every((line) => line.length === width)).toBe(true);
  });

  test("table 三 is 28 rows, the last 25 of them with their seven numbers", () => {
    const { rows } = gridOfThree(report);
    const numbers = rows.slice(3).map((row) => row.slice(-7).map(({ value }) => value));
    expect(numbers).toEqual(cityTable.map((row) => Object.values(row)));
    expect(rows.slice(3).map((row) => row.at(-8)?.value)).toEqual(reportRows.map(({ label }) => label.zh));
  });
});

test("the document holds the title, the six chapters, all numbers and the prose as it was typed", async () => {
  const files = unzipSync(await documentOf(report, "示范县人民政府"));
  const document = parse(strFromU8(files["word/document.xml"] ?? new Uint8Array()));
  const paragraphs = texts(document, "w:p", "w:t");
  expect(paragraphs[0]).toBe("示范县人民政府2025年政府信息公开工作年度报告");
  for (const chapter of ["一、总体情况", "二、", "三、", "四、", "五、", "六、"])
    expect(paragraphs.some((each) => each.startsWith(chapter))).toBe(true);
  expect(paragraphs).toContain("第二行 <b> & “引号”");
  expect(paragraphs.some((each) => each.startsWith("2025年，新收政府信息公开申请14069件"))).toBe(true);
  expect(paragraphs.at(-1)).toBe("无。");
  const tables = [...document.getElementsByTagName("w:tbl")];
  expect(tables).toHaveLength(3);
  const cells = [...(tables[1]?.getElementsByTagName("w:tr") ?? [])].slice(3).map((row) =>
    texts(row as unknown as Document, "w:tc", "w:t")
      .slice(-7)
      .map(Number),
  );
  expect(cells).toEqual(cityTable.map((row) => Object.values(row)));
});

test("the spreadsheet has one sheet a table, with numbers as numbers", async () => {
  const files = unzipSync(await spreadsheetOf(report, "示范县人民政府"));
  const workbook = parse(strFromU8(files["xl/workbook.xml"] ?? new Uint8Array()));
  expect([...workbook.getElementsByTagName("sheet")].map((each) => each.getAttribute("name"))).toEqual([
    "表二",
    "表三",
    "表四",
  ]);
  const sheet = parse(strFromU8(files["xl/worksheets/sheet2.xml"] ?? new Uint8Array()));
  const numbers = [...sheet.getElementsByTagName("row")]
    .slice(5)
    .map((row) =>
      [...row.getElementsByTagName("c")]
        .filter((cell) => cell.getAttribute("t") === "n" || cell.getAttribute("t") === null)
        .flatMap((cell) => [...cell.getElementsByTagName("v")].map(({ textContent }) => Number(textContent))),
    );
  expect(numbers).toEqual(cityTable.map((row) => Object.values(row)));
});
