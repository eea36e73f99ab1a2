/** The default template of each letter as a Word file that an office can take over and change. */
import type { Paragraph, Table } from "docx";
import type { LetterDefinition } from "./letter.kind.ts";

type Docx = typeof import("docx");

/** 公文 (GB/T 9704): sizes in half points; 二号 and 三号. */
const fonts = {
  title: { font: "方正小标宋简体", size: 44 },
  text: { font: "仿宋", size: 32 },
  small: { font: "仿宋", size: 24 },
} as const;
const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TABLE_WIDTH = page.width - page.left - page.right;
const LABEL_WIDTH = 2600;
const TWO_CHARACTERS = 640;

/** The bytes of a DOCX with its placeholders in braces. */
export async function defaultTemplate(letter: LetterDefinition): Promise<Uint8Array> {
  const docx = await import("docx");
  const document = new docx.Document({
    creator: "一窗",
    title: letter.title.zh,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page } },
        children: [
          line(docx, letter.title.zh, { ...fonts.title, align: "center", after: 200, heading: true }),
          line(docx, "{文号}", { ...fonts.text, align: "center", after: 300 }),
          ...bodyOf(docx, letter),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(document));
}

function bodyOf(docx: Docx, letter: LetterDefinition): (Paragraph | Table)[] {
  const { body, table, signed, to } = letter;
  const addressee = letter.addressee ?? (to === "applicant" ? "{申请人}" : undefined);
  return [
    ...(addressee === undefined || table ? [] : [line(docx, `${addressee}：`, fonts.text)]),
    ...body.map((text, place) =>
      line(docx, text, {
        ...fonts.text,
        indent: TWO_CHARACTERS,
        // A signature does not stand alone on a page (GB/T 9704, 7.3.5).
        ...(place === body.length - 1 ? { keepNext: true as const } : {}),
      }),
    ),
    ...(table ? [formOf(docx, table)] : []),
    ...(signed === "other" ? [] : signature(docx)),
  ];
}

/** The seal covers the name of the unit and the day (GB/T 9704, 7.3.5). */
const signature = (docx: Docx): Paragraph[] => [
  line(docx, "", { ...fonts.text, keepNext: true }),
  line(docx, "{单位}（印章）", { ...fonts.text, align: "right", keepNext: true }),
  line(docx, "{落款日期}", { ...fonts.text, align: "right" }),
];

interface LineStyle {
  readonly font: string;
  readonly size: number;
  readonly align?: "center" | "right";
  readonly indent?: number;
  readonly after?: number;
  readonly heading?: true;
  readonly keepNext?: true;
}

function line({ Paragraph, TextRun, HeadingLevel }: Docx, text: string, style: LineStyle): Paragraph {
  const { font, size, align, indent, after, heading, keepNext } = style;
  return new Paragraph({
    ...(align === undefined ? {} : { alignment: align }),
    ...(keepNext ? { keepNext } : {}),
    ...(heading ? { heading: HeadingLevel.HEADING_1 } : {}),
    ...(indent === undefined ? {} : { indent: { firstLine: indent } }),
    spacing: { line: 560, ...(after === undefined ? {} : { after }) },
    children: [new TextRun({ text, font, size, color: "000000" })],
  });
}

function formOf(docx: Docx, rows: NonNullable<LetterDefinition["table"]>): Table {
  const { Table, TableRow, TableCell, TableLayoutType, WidthType, VerticalAlignTable } = docx;
  const cell = (text: string) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 100, right: 100, top: 80, bottom: 80 },
      children: [line(docx, text, fonts.small)],
    });
  return new Table({
    columnWidths: [LABEL_WIDTH, TABLE_WIDTH - LABEL_WIDTH],
    layout: TableLayoutType.FIXED,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}
