import { describe, expect, test } from "vitest";
import { readGuides } from "../../functions/guide/guide.import.file.ts";
import type { ImportedRow } from "../../functions/guide/guide.import.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import type { UnusableFile } from "../../functions/sheet/sheet.ts";
import { complete } from "./samples.ts";

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function rowsOf(content: string | Uint8Array, size = 1_000): Promise<readonly ImportedRow[]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const { rows } = await readGuides(chunks(bytes, size));
  return all(rows);
}

/** What became of each row: the name of its guide, or why it is none. */
const told = async (content: string | Uint8Array, size?: number) =>
  (await rowsOf(content, size)).map((row) =>
    "guide" in row ? `${row.row} ${row.name}` : `${row.row} ! ${row.reject.reason}`,
  );

const problemOf = (content: string | Uint8Array): Promise<string> =>
  rowsOf(content).then(
    () => "none",
    (error: UnusableFile) => error.problem,
  );

const guide = (n: number, change: Partial<Guide> = {}): Guide => ({
  ...complete,
  taskHandleItem: `${complete.taskCode}${String(n).padStart(2, "0")}`,
  taskName: `事项${n}`,
  ...change,
});
const line = (n: number): string => JSON.stringify(guide(n));

describe("JSON lines", () => {
  test("good rows before and after a bad one count", async () => {
    const bad = [
      "{not json",
      "[]",
      "7",
      "<html><body>502 Bad Gateway</body></html>",
      "502 Bad Gateway",
      JSON.stringify({ ...guide(7), taskName: "" }),
    ];
    const found = await told([line(1), ...bad, line(2), line(3).slice(0, -20)].join("\n"));
    expect(found).toEqual([
      "1 事项1",
      "2 ! not_json",
      "3 ! not_an_object",
      "4 ! not_an_object",
      "5 ! html_page",
      "6 ! html_page",
      "7 ! name_missing",
      "8 事项2",
      "9 ! truncated",
    ]);
  });

  test("rows are numbered as an editor does, whatever ends the lines", async () => {
    expect(await told(`\ufeff${line(1)}\r\n\r\n${line(2)}\r\n`)).toEqual(["1 事项1", "3 事项2"]);
  });

  test.each([1, 3, 7, 64])(
    "characters are whole though the file comes in pieces of %i bytes",
    async (size) => {
      expect(await told(`${line(1)}\n${line(2)}`, size)).toEqual(["1 事项1", "2 事项2"]);
    },
  );

  test("an item that comes twice counts once, and the report says where it was", async () => {
    const rows = await rowsOf(
      [line(1), line(2), JSON.stringify(guide(1, { taskName: "另一个" }))].join("\n"),
    );
    expect(rows[2]).toMatchObject({ row: 3, reject: { reason: "duplicate", earlierRow: 1 } });
  });

  test("a line that never ends costs itself", async () => {
    const endless = `{"taskName":"${"长".repeat(1_200_000)}"}`;
    expect(await told([line(1), endless, line(2)].join("\n"), 65_536)).toEqual([
      "1 事项1",
      "2 ! too_large",
      "3 事项2",
    ]);
  });

  test("lists in lists without end cost their row", async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    expect(await told([line(1), deep, line(2)].join("\n"), 65_536)).toEqual([
      "1 事项1",
      expect.stringMatching(/^2 ! (?:shape|not_json)$/),
      "3 事项2",
    ]);
  });

  test("bytes that are no characters cost their row", async () => {
    const damaged = Buffer.from(line(2));
    damaged[damaged.indexOf("事项2") + 1] = 0xff;
    const content = Buffer.concat([Buffer.from(`${line(1)}\n`), damaged, Buffer.from(`\n${line(3)}`)]);
    expect(await told(content)).toEqual(["1 事项1", "2 ! encoding", "3 事项3"]);
  });

  test("what nothing was made of is named with its count", async () => {
    const { rows, unread } = await readGuides(
      chunks(Buffer.from(`${JSON.stringify({ ...guide(1), powerSource: "1" })}\n${line(2)}`), 999),
    );
    await all(rows);
    expect([...unread]).toEqual([["powerSource", 1]]);
  });
});

/** 实施编码,事项名称 and so on in GB 18030, which Node reads and does not write. */
const gb18030 = Buffer.from(
  "cab5caa9b1e0c2eb2ccac2cfeec3fbb3c62ccac2cfeec0e0d0cd2ccab5caa9d6f7cce50a413031" +
    "2cbed6c3f12cb9abb9b2b7fecef12cc3f1d5febed60a",
  "hex",
);

describe("CSV", () => {
  const head = "实施编码,事项名称,事项类型,实施主体";
  const row = (n: number, name = `事项${n}`): string => `A0${n},${name},公共服务,民政局`;

  test("quotes, commas, quotes in quotes and lines in a cell (RFC 4180)", async () => {
    const content = `${head},受理条件\r\nA01,"事项,""一""",公共服务,民政局,"第一行\r\n第二行"\r\n${row(2)},无\r\n`;
    const rows = await rowsOf(content, 5);
    expect(rows.map((each) => "guide" in each && each.guide.taskName)).toEqual(['事项,"一"', "事项2"]);
    expect(rows[0]).toMatchObject({ row: 2, guide: { acceptCondition: "第一行\n第二行" } });
    expect(rows[1]).toMatchObject({ row: 3, repairs: [{ field: "acceptCondition", reason: "placeholder" }] });
  });

  test.each([
    ["\ufeff", "\r\n", ","],
    ["", "\n", "\t"],
    ["", "\r\n", ";"],
  ])("with mark %j, line end %j and delimiter %j", async (mark, end, delimiter) => {
    const content = mark + [head, row(1), row(2)].join(end).replaceAll(",", delimiter);
    expect(await told(content)).toEqual(["2 事项1", "3 事项2"]);
  });

  test("headings in Chinese, English or of the exchange tables", async () => {
    const cells = "A01,低保申请,公共服务,民政局";
    const heads = [
      "* 实施编码：,名称,事项类型（必填）,实施主体*",
      "Item Code,Name,Type,Department",
      "TASK_CODE,TASK_NAME,TASK_TYPE,DEPT_NAME",
      "taskCode,taskName,taskType,deptName",
    ];
    for (const each of heads) expect(await told(`${each}\n${cells}`)).toEqual(["2 低保申请"]);
  });

  test("lists stand in one cell", async () => {
    const content = `${head},申请材料,服务对象,主题分类,咨询电话\nA01,低保,公共服务,民政局,身份证；户口簿,"自然人,企业法人",社会救助,0999-5550101、12345`;
    const [first] = await rowsOf(content);
    expect(first).toMatchObject({
      guide: {
        materials: [{ materialName: "身份证" }, { materialName: "户口簿" }],
        serverType: [{ name: "自然人" }, { name: "企业法人" }],
        topics: ["社会救助"],
        linkWay: [{ number: "0999-5550101" }, { number: "12345" }],
      },
      repairs: [],
    });
  });

  test("a stray quote costs its own row", async () => {
    const content = [head, row(1), row(2, '"没有收尾'), row(3), row(4, '中间"有'), row(5), row(6)].join("\n");
    expect(await told(`${content}\n`)).toEqual([
      "2 事项1",
      "3 ! quotes",
      "4 事项3",
      "5 ! quotes",
      "6 事项5",
      "7 事项6",
    ]);
  });

  test("a quote that is never closed does not swallow the rest, however long it is", async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => `B${n},事项${n},公共服务,民政局`);
    const found = await told(`${[head, row(1, '"没有收尾'), ...rows].join("\n")}\n`, 4_096);
    expect(found[0]).toBe("2 ! quotes");
    expect(found).toHaveLength(1_201);
    expect(found.slice(1).every((each) => !each.includes("!"))).toBe(true);
  });

  test("more cells than headings, a row cut off, an empty row", async () => {
    const content = [head, `${row(1)},多,余`, row(2), ",,,", row(3), "A04,事"].join("\n");
    expect(await told(content)).toEqual(["2 ! columns", "3 事项2", "5 事项3", "6 ! truncated"]);
  });

  test("what a spreadsheet would run comes in as the text that it is", async () => {
    const [first] = await rowsOf(`${head},受理条件\nA01,'=SUM(A1),公共服务,民政局,'-1 岁以下\n`);
    expect(first).toMatchObject({ guide: { taskName: "=SUM(A1)", acceptCondition: "-1 岁以下" } });
  });

  test("headings that are names of JavaScript are headings", async () => {
    const { rows, unread } = await readGuides(
      chunks(Buffer.from(`${head},constructor,__proto__\n${row(1)},甲,乙\n`), 50),
    );
    expect(await all(rows)).toMatchObject([{ name: "事项1", repairs: [] }]);
    expect(new Set(unread.keys())).toEqual(new Set(["constructor", "Proto__"]));
  });

  test("GB 18030 is read as it is", async () => {
    const { encoding, rows } = await readGuides(chunks(gb18030, 10));
    expect(encoding).toBe("gb18030");
    expect(await all(rows)).toMatchObject([{ code: "A01", guide: { deptName: "民政局" } }]);
  });

  test("UTF-16 as a spreadsheet writes it", async () => {
    const content = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${head}\n${row(1)}`, "utf16le")]);
    expect(await told(content, 33)).toEqual(["2 事项1"]);
  });
});

test.each([
  ["", "empty"],
  [" \n\n", "empty"],
  ["<!DOCTYPE html>\n<html>", "html_page"],
  ['[{"taskCode":"A"}]', "json_array"],
  [Buffer.from("504b03040a0000", "hex"), "excel"],
  [Buffer.from("d0cf11e0a1b11ae1", "hex"), "excel"],
  [Buffer.from("1f8b0800", "hex"), "compressed"],
  [Buffer.from("7b00007d", "hex"), "binary"],
  [Buffer.alloc(400, 0xff), "encoding"],
  ["一,二,三\n1,2,3", "header"],
  ["{}\n{}", "no_rows"],
  ["实施编码,事项名称\n", "no_rows"],
])("%o is no file of guides: %s", async (content, problem) => expect(await problemOf(content)).toBe(problem));
