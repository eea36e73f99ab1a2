import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import write from "write-excel-file/node";
import type { SheetRow, UnusableFile } from "../../functions/sheet/sheet.ts";
import { isArchive, readWorkbook } from "../../functions/sheet/sheet.xlsx.ts";

const columnsOf = (cells: readonly string[]) => (cells.includes("编号") ? cells : undefined);
const rowsOf = async (bytes: Uint8Array): Promise<readonly SheetRow[]> => [
  ...(await readWorkbook(bytes, columnsOf)).rows,
];
const problemOf = (bytes: Uint8Array) =>
  rowsOf(bytes).then(
    () => "read",
    (error: UnusableFile) => error.problem,
  );
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A workbook of one sheet, as small as it can be. */
const workbookOf = (sheet: string, more: { shared?: string; book?: string } = {}): Uint8Array =>
  zipSync({
    "xl/workbook.xml": utf8(
      `<workbook>${more.book ?? ""}<sheets><sheet name="a" sheetId="1" state="hidden" r:id="r1"/><sheet name="b" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": utf8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": utf8("<worksheet><sheetData/></worksheet>"),
    "xl/worksheets/sheet2.xml": utf8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...(more.shared === undefined ? {} : { "xl/sharedStrings.xml": utf8(more.shared) }),
  });
const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="str"><v>日期</v></c></row>';

describe("a workbook", () => {
  test("that a spreadsheet program wrote is read with its texts, numbers and days as serials", async () => {
    const bytes = await write(
      [
        [{ value: "2019年依申请公开登记表" }],
        [{ value: "编号" }, { value: "日期" }, { value: "内容" }],
        [
          { value: "2019-1" },
          { value: new Date(Date.UTC(2019, 2, 5)), format: "yyyy-mm-dd" },
          { value: "甲 & <乙>" },
        ],
        [null, null, null],
        [{ value: 20_190_012, type: Number }, null, { value: "换\n行" }],
      ],
      {},
    ).toBuffer();
    expect(isArchive(bytes)).toBe(true);
    expect(await rowsOf(bytes)).toEqual([
      { row: 3, fields: { 编号: "2019-1", 日期: "43529", 内容: "甲 & <乙>" } },
      { row: 5, fields: { 编号: "20190012", 内容: "换\n行" } },
    ]);
  });

  test("has its first visible sheet read; shared texts in pieces are whole and not read aloud", async () => {
    const shared =
      '<sst><si><t>一</t></si><si><r><rPr/><t xml:space="preserve">公 </t></r><r><t>开</t></r><rPh><t>gong</t></rPh></si></sst>';
    const rows = `${head}<row r="7"><c r="B7" t="s"><v>1</v></c></row>`;
    expect(await rowsOf(workbookOf(rows, { shared }))).toEqual([{ row: 7, fields: { 日期: "公 开" } }]);
  });

  test("says of a cell that it is computed, shows an error or has lost digits; nothing in it is run", async () => {
    const rows = `${head}<row><c r="A2"><f>HYPERLINK("http://x")</f><v>5</v></c><c r="B2" t="e"><v>#REF!</v></c></row>
      <row r="3"><c r="A3"><v>4.4030519900101E17</v></c><c r="B3"><v>1.2E3</v></c></row>`;
    expect(await rowsOf(workbookOf(rows))).toEqual([
      {
        row: 2,
        fields: { 编号: "5" },
        marks: [
          { field: "编号", mark: "formula" },
          { field: "日期", mark: "cell_error" },
        ],
      },
      {
        row: 3,
        fields: { 编号: "4.4030519900101E17", 日期: "1200" },
        marks: [{ field: "编号", mark: "digits_lost" }],
      },
    ]);
  });

  test("of a Macintosh counts days from 1904", async () => {
    const book = '<workbookPr date1904="1"/>';
    expect((await readWorkbook(workbookOf(head, { book }), columnsOf)).from1904).toBe(true);
    expect((await readWorkbook(workbookOf(head), columnsOf)).from1904).toBe(false);
  });
});

describe("what is none", () => {
  test("is refused in a word: no workbook in it, damaged, no header", async () => {
    expect(await problemOf(zipSync({ "a.txt": utf8("a") }))).toBe("binary");
    expect(await problemOf(workbookOf(head).slice(0, -30))).toBe("binary");
    expect(await problemOf(workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>'))).toBe("header");
  });

  test("is not unpacked when it would fill the memory", async () => {
    const bomb = workbookOf(`${head}${" ".repeat(65 * 1024 * 1024)}`);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await problemOf(bomb)).toBe("binary");
  });

  test("whose table of contents lies about its size is cut off where it says", async () => {
    const honest = workbookOf(`${head}${"<row><c><v>1</v></c></row>".repeat(2_000)}`);
    const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength);
    const name = utf8("xl/worksheets/sheet2.xml");
    for (let place = 0; place + 46 < honest.length; place += 1) {
      const isEntry = view.getUint32(place, true) === 0x02014b50;
      const isSheet = isEntry && name.every((byte, index) => honest[place + 46 + index] === byte);
      if (isSheet) view.setUint32(place + 24, 400, true);
    }
    expect((await rowsOf(honest)).length).toBeLessThan(20);
  });

  test("a row of a million cells or a tag without an end takes no time", async () => {
    const wide = `${head}<row r="2">${'<c t="str"><v>a</v></c>'.repeat(200_000)}</row>`;
    const started = performance.now();
    const [row] = await rowsOf(workbookOf(wide));
    expect(Object.keys(row && "fields" in row ? row.fields : {})).toHaveLength(2);
    expect(await rowsOf(workbookOf(`${head}${"<c ".repeat(200_000)}`))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
