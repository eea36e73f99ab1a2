/** The report's tables as a spreadsheet, for offices that pass them on. The writer is loaded when it is asked for. */
import type { CellObject, SheetData } from "write-excel-file/node";
import type { Grid, GridCell } from "./report.grid.ts";
import { gridOfFour, gridOfThree, gridOfTwo } from "./report.grid.ts";
import type { Report } from "./report.ts";
import { chapterTitles, titleOf } from "./report.words.ts";

const FONT = "宋体";
const LINE_POINTS = 16;

/** The bytes of an XLSX with one sheet a table. `name`: whose report. */
export async function spreadsheetOf(report: Report, name: string): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const title = titleOf(name, report.year);
  const sheet = (place: number, grid: Grid, widths: readonly number[]) => ({
    sheet: `表${["二", "三", "四"][place - 1] ?? ""}`,
    orientation: "landscape" as const,
    columns: widths.map((width) => ({ width })),
    data: dataOf(grid, widths, [title, chapterTitles[place]?.zh ?? ""]),
  });
  const numbers = (count: number, width: number) => Array.from({ length: count }, () => width);
  return write(
    [
      sheet(1, gridOfTwo(report), [34, 22, 22, 22]),
      sheet(2, gridOfThree(report), [5, 10, 36, ...numbers(7, 7.5)]),
      sheet(3, gridOfFour(report), numbers(15, 6.8)),
    ],
    { fontFamily: FONT, fontSize: 11 },
  ).toBuffer();
}

/** A spreadsheet wants every place of a row, also those that a cell of a row above or beside covers. */
function dataOf({ width, rows }: Grid, widths: readonly number[], headings: readonly string[]): SheetData {
  const covered = rows.map(() => new Set<number>());
  const body = rows.map((row, y) => {
    const line: (CellObject | null)[] = Array.from({ length: width }, () => null);
    let x = 0;
    for (const cell of row) {
      while (covered[y]?.has(x)) x += 1;
      const figures = widths.slice(x, x + (cell.columns ?? 1)).reduce((sum, each) => sum + each, 0);
      line[x] = cellOf(cell, linesIn(String(cell.value), figures));
      for (let down = 0; down < (cell.rows ?? 1); down += 1)
        for (let right = 0; right < (cell.columns ?? 1); right += 1) covered[y + down]?.add(x + right);
    }
    return line;
  });
  const heading = (text: string, place: number): (CellObject | null)[] => [
    { value: text, columnSpan: width, align: "center", fontWeight: "bold", fontSize: place === 0 ? 16 : 13 },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  return [...headings.map(heading), ...body];
}

/** How many lines a text takes in a cell of so many figures; a Chinese character is two figures wide. */
const linesIn = (text: string, width: number): number =>
  Math.ceil([...text].reduce((sum, each) => sum + (each > "\u00ff" ? 2 : 1), 0) / width);

const cellOf = ({ value, columns, rows, head }: GridCell, lines: number): CellObject => ({
  value,
  type: typeof value === "number" ? Number : String,
  ...(columns === undefined ? {} : { columnSpan: columns }),
  ...(rows === undefined ? {} : { rowSpan: rows }),
  ...(head ? { backgroundColor: "#f2f2f2" } : {}),
  align: typeof value === "number" ? "right" : "center",
  alignVertical: "center",
  wrap: true,
  borderStyle: "thin",
  ...(lines > 1 && rows === undefined ? { height: lines * LINE_POINTS } : {}),
});
