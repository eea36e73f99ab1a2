/** The whole report as a Word document in the layout of the form. The writer is loaded when it is asked for. */
import type { Table as DocxTable, IRunOptions } from "docx";
import type { Grid, GridCell } from "./report.grid.ts";
import { gridOfFour, gridOfThree, gridOfTwo } from "./report.grid.ts";
import type { Report } from "./report.ts";
import { chapterTitles, figuresOf, otherOf, titleOf } from "./report.words.ts";

type Docx = typeof import("docx");

/** 公文 (GB/T 9704): title in 小标宋, heads in 黑体, text in 仿宋 of size 三号; sizes are half points. */
const fonts = {
  title: { font: "方正小标宋简体", size: 44 },
  head: { font: "黑体", size: 32 },
  text: { font: "仿宋", size: 32 },
  cell: { font: "仿宋", size: 18 },
} as const satisfies Record<string, IRunOptions>;

/** A4 in twentieths of a point, with the margins of an official document. */
const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TABLE_WIDTH = page.width - page.left - page.right;

/** The bytes of a DOCX. `name`: whose report. */
export async function documentOf(report: Report, name: string): Promise<Uint8Array> {
  const docx = await import("docx");
  const { chapters } = report;
  const title = (index: number) => headingOf(docx, chapterTitles[index]?.zh ?? "");
  const document = new docx.Document({
    creator: name,
    title: titleOf(name, report.year),
    sections: [
      {
        properties: {
          page: { size: { width: page.width, height: page.height }, margin: page },
        },
        children: [
          titleParagraph(docx, titleOf(name, report.year)),
          title(0),
          ...proseOf(docx, chapters.overview || figuresOf(report).zh),
          title(1),
          tableOf(docx, gridOfTwo(report), [34, 22, 22, 22]),
          title(2),
          tableOf(docx, gridOfThree(report), [5, 11, 28, ...Array.from({ length: 7 }, () => 8)]),
          title(3),
          tableOf(docx, gridOfFour(report)),
          title(4),
          ...proseOf(docx, chapters.problems),
          title(5),
          ...proseOf(docx, otherOf(report).zh),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(document));
}

const titleParagraph = ({ Paragraph, TextRun, AlignmentType }: Docx, text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 400, line: 600 },
    children: [new TextRun({ text, ...fonts.title })],
  });

const headingOf = ({ Paragraph, TextRun, HeadingLevel }: Docx, text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 240, after: 120, line: 560 },
    indent: { firstLine: 640 },
    children: [new TextRun({ text, color: "000000", ...fonts.head })],
  });

/** Paragraph by paragraph, each indented by two characters. */
const proseOf = ({ Paragraph, TextRun }: Docx, text: string) =>
  text.split("\n").map(
    (line) =>
      new Paragraph({
        spacing: { line: 560 },
        indent: { firstLine: 640 },
        children: [new TextRun({ text: line, ...fonts.text })],
      }),
  );

/** `shares`: widths of the columns in hundredths; even when left out. */
function tableOf(docx: Docx, { width, rows }: Grid, shares?: readonly number[]): DocxTable {
  const { Table, TableRow, TableLayoutType, WidthType } = docx;
  const hundredths = shares ?? Array.from({ length: width }, () => 100 / width);
  const columnWidths = hundredths.map((share) => Math.floor((TABLE_WIDTH * share) / 100));
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    rows: rows.map(
      (row) => new TableRow({ cantSplit: true, children: row.map((cell) => tableCellOf(docx, cell)) }),
    ),
  });
}

function tableCellOf(docx: Docx, { value, columns, rows, head }: GridCell) {
  const { TableCell, Paragraph, TextRun, AlignmentType, VerticalAlignTable } = docx;
  return new TableCell({
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: String(value), ...fonts.cell, ...(head ? { bold: true } : {}) })],
      }),
    ],
  });
}
