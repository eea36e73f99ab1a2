/** What some texts of the demo carry: forms to fill in and lists, made here so that no binary lies in the repository. */
import type { DemoFile } from "../demo-files.ts";
import { formDocument } from "../demo-forms.ts";
import { demoGuides } from "../demo-guides.ts";
import { units } from "../units.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** What a file holds, before it is one. */
export interface GazetteFile {
  readonly name: string;
  make(): Promise<DemoFile>;
}

/** A table: its heads with their widths in characters, and its rows. */
type Heads = readonly (readonly [head: string, width: number])[];
type Row = readonly (string | number)[];

function form(title: string, lines: readonly string[], signed: string): GazetteFile {
  const name = `${title}.docx`;
  return {
    name,
    make: async () => fileOf(name, DOCX, await formDocument(title, { lines, signed }, {})),
  };
}

function list(title: string, heads: Heads, rows: () => readonly Row[]): GazetteFile {
  const name = `${title}.xlsx`;
  return {
    name,
    make: async () => {
      const { default: write } = await import("write-excel-file/node");
      const head = heads.map(([value]) => ({ value, fontWeight: "bold" as const }));
      const data = [head, ...rows().map((row) => row.map((value) => ({ value, wrap: true })))];
      const sheet = { sheet: "附件", data, columns: heads.map(([, width]) => ({ width })) };
      return fileOf(name, XLSX, await write([sheet], { fontFamily: "宋体", fontSize: 11 }).toBuffer());
    },
  };
}

function fileOf(name: string, type: string, made: Uint8Array): DemoFile {
  const bytes = Uint8Array.from(made);
  return { name, type, bytes: () => bytes };
}

/** Twenty-four people for eight communities, four of them for who served. */
const posts: readonly Row[] = [
  ["人民路社区", 3, 1, "身体能适应上门走访"],
  ["文化路社区", 4, 1, ""],
  ["团结路社区", 3, 0, ""],
  ["建设路社区", 3, 1, ""],
  ["幸福里社区", 2, 0, "会讲本地方言的优先"],
  ["水塔巷社区", 2, 0, ""],
  ["健康路社区", 4, 1, "有社会工作者职业资格证书的优先"],
  ["城东社区", 3, 0, ""],
];

/** The units with windows in the centre. */
const AT_THE_CENTRE = ["gaj", "rsj", "ybj", "zrzy", "scjg", "jtj"];

/** Read when the file is made: the list is that of the guides, and a guide more is a row more. */
const onSaturdays = (): readonly Row[] =>
  demoGuides("https://localhost", "2026-01-01")
    .filter(({ unit }) => AT_THE_CENTRE.includes(unit))
    .map(({ unit, guide }, place) => [
      place + 1,
      guide.taskName,
      units.find(({ code }) => code === unit)?.name.zh ?? "",
      guide.linkWay[0]?.number ?? "",
    ]);

/** By the key of the text that carries them. */
export const gazetteFiles: Readonly<Record<string, readonly GazetteFile[]>> = {
  "community-workers": [
    form(
      "社区工作者报名登记表",
      [
        "姓名",
        "性别",
        "出生年月",
        "学历和专业",
        "联系电话",
        "报考的社区",
        "学习和工作经历|4",
        "是不是退役军人",
      ],
      "报名人（签名）",
    ),
    list(
      "社区工作者岗位表",
      [
        ["社区", 16],
        ["人数", 8],
        ["其中面向退役军人", 18],
        ["说明", 36],
      ],
      () => posts,
    ),
  ],
  "old-age-allowance": [
    form(
      "高龄津贴登记表",
      ["老人姓名", "出生年月", "户籍所在的村（社区）", "现住址", "联系电话", "代为登记的人和老人的关系"],
      "登记人（签名或者按手印）",
    ),
  ],
  "hall-weekend": [
    list(
      "周六可以办理的事项",
      [
        ["序号", 6],
        ["事项", 44],
        ["单位", 26],
        ["电话", 16],
      ],
      onSaturdays,
    ),
  ],
};
