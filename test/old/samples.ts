/** Rows of registers as offices keep them. No name, number or address here belongs to anybody. */
import type { Heading } from "../../functions/old/old.heading.ts";

export const today = "2026-03-02";

/** A row that can be taken in as it is. */
export const wholeRow: Readonly<Partial<Record<Heading, string>>> = {
  number: "2019-012",
  name: "示范建设有限公司",
  contactName: "李敏",
  applicantKind: "企业",
  identityNumber: "",
  title: "示范路改造的预算",
  documentNumber: "示财〔2018〕12号",
  description: "2018年示范路改造的预算文件。",
  channel: "挂号信",
  receivedOn: "2019-06-03",
  outcome: "部分公开",
  answeredOn: "2019-06-21",
  reply: "示公开〔2019〕7号",
  delivery: "邮寄",
  phone: "0571-88880000",
  email: "office@example.com",
  address: "人民路 1 号",
  postcode: "310000",
};

const columns = [
  ["编号", "number"],
  ["申请人", "name"],
  ["申请人类别", "applicantKind"],
  ["申请内容", "description"],
  ["申请方式", "channel"],
  ["收到日期", "receivedOn"],
  ["答复结果", "outcome"],
  ["答复日期", "answeredOn"],
  ["联系电话", "phone"],
  ["Clerk", "clerk"],
] as const;

export type RegisterRow = Partial<Record<(typeof columns)[number][1], string>>;

const usual: RegisterRow = {
  name: "王小明",
  applicantKind: "公民",
  description: "本村 2018 年的征地补偿标准。",
  channel: "当面",
  receivedOn: "2019-03-05",
  outcome: "予以公开",
  answeredOn: "2019-03-20",
  phone: "13800000000",
  clerk: "甲",
};

/** A register as lines of cells, with a title above its header. */
export const registerOf = (rows: readonly RegisterRow[]): readonly (readonly string[])[] => [
  ["示范县依申请公开登记表", ...columns.slice(1).map(() => "")],
  columns.map(([heading]) => heading),
  ...rows.map((row) => columns.map(([, field]) => ({ ...usual, ...row })[field] ?? "")),
];

export const csvOf = (rows: readonly RegisterRow[]): string =>
  registerOf(rows)
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`)
    .join("");

export async function xlsxOf(rows: readonly RegisterRow[]): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  return write(
    registerOf(rows).map((cells) => cells.map((value) => (value === "" ? null : { value }))),
    {},
  ).toBuffer();
}
