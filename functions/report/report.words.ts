/**
 * The words of the form of 国办公开办函〔2021〕30号, as prescribed, with their meaning in English for readers of the
 * pages. Pages, spreadsheet and document take them from here, so that all of them are the same form.
 */
import type { CHARGES, Dispute, DisputeResult, documentColumns, TwoField } from "./report.form.ts";
import { blocks, CARRIED_IN, CARRIED_OUT, CONCLUDED, RECEIVED, reportRows } from "./report.row.ts";
import { cellAt } from "./report.table.ts";
import type { Report } from "./report.ts";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const chapterTitles: readonly Words[] = [
  { zh: "一、总体情况", en: "1. Overview" },
  { zh: "二、主动公开政府信息情况", en: "2. Information published proactively" },
  { zh: "三、收到和处理政府信息公开申请情况", en: "3. Requests received and handled" },
  {
    zh: "四、政府信息公开行政复议、行政诉讼情况",
    en: "4. Administrative reviews and lawsuits about disclosure",
  },
  { zh: "五、存在的主要问题及改进情况", en: "5. Main problems and what is done about them" },
  { zh: "六、其他需要报告的事项", en: "6. Other matters to report" },
];

/** A block of table 二: an item of Art. 20, its columns, its rows with the field of each column. */
export interface TwoBlock {
  readonly title: Words;
  readonly columns: readonly Words[];
  readonly rows: readonly { readonly label: Words; readonly fields: readonly TwoField[] }[];
}

const content: Words = { zh: "信息内容", en: "Information" };
const decisions: Words = { zh: "本年处理决定数量", en: "Decisions this year" };
const documents = (row: "regulations" | "normative_documents") =>
  (["made", "repealed", "in_force"] satisfies (typeof documentColumns)[number][]).map(
    (column) => `${row}.${column}` as const,
  );

export const twoBlocks: readonly TwoBlock[] = [
  {
    title: { zh: "第二十条第（一）项", en: "Art. 20(1)" },
    columns: [
      content,
      { zh: "本年制发件数", en: "Made this year" },
      { zh: "本年废止件数", en: "Repealed this year" },
      { zh: "现行有效件数", en: "In force" },
    ],
    rows: [
      { label: { zh: "规章", en: "Regulations" }, fields: documents("regulations") },
      {
        label: { zh: "行政规范性文件", en: "Normative documents" },
        fields: documents("normative_documents"),
      },
    ],
  },
  {
    title: { zh: "第二十条第（五）项", en: "Art. 20(5)" },
    columns: [content, decisions],
    rows: [{ label: { zh: "行政许可", en: "Licences" }, fields: ["licences"] }],
  },
  {
    title: { zh: "第二十条第（六）项", en: "Art. 20(6)" },
    columns: [content, decisions],
    rows: [
      { label: { zh: "行政处罚", en: "Penalties" }, fields: ["penalties"] },
      { label: { zh: "行政强制", en: "Coercive measures" }, fields: ["coercive_measures"] },
    ],
  },
  {
    title: { zh: "第二十条第（八）项", en: "Art. 20(8)" },
    columns: [content, { zh: "本年收费金额（单位：万元）", en: "Charged this year (10,000 yuan)" }],
    rows: [
      {
        label: { zh: "行政事业性收费", en: "Administrative charges" },
        fields: ["charges_wan_yuan" satisfies typeof CHARGES],
      },
    ],
  },
];

export const threeWords = {
  identity: {
    zh: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    en: "(In each column, items 1 and 2 together equal items 3 and 4 together)",
  },
  applicants: { zh: "申请人情况", en: "Applicants" },
  organisations: { zh: "法人或其他组织", en: "Legal persons and other organisations" },
  handled: { zh: "三、本年度办理结果", en: "3. Results of this year" },
} as const satisfies Record<string, Words>;

export const disputeWords: Readonly<Record<Dispute, Words>> = {
  review: { zh: "行政复议", en: "Administrative review" },
  direct_suit: { zh: "未经复议直接起诉", en: "Suits without a review" },
  suit_after_review: { zh: "复议后起诉", en: "Suits after a review" },
};
export const suits: Words = { zh: "行政诉讼", en: "Lawsuits" };
export const resultWords: Readonly<Record<DisputeResult | "total", Words>> = {
  upheld: { zh: "结果维持", en: "Upheld" },
  corrected: { zh: "结果纠正", en: "Corrected" },
  other: { zh: "其他结果", en: "Other results" },
  pending: { zh: "尚未审结", en: "Not concluded" },
  total: { zh: "总计", en: "Total" },
};

/** What stands in chapter 一 until the office writes its own: the figures of table 三 in a sentence. */
export function figuresOf({ year, three }: Report): Words {
  const total = (row: number) => cellAt(three, row, "total");
  const sums = blocks.map(({ effect, label }) => {
    const rows = reportRows.filter(({ block }) => block?.effect === effect);
    const sum = rows.reduce((before, { number }) => before + total(number), 0);
    return {
      label: label.zh.replace(/^（.）|（.*$/g, ""),
      en: label.en.replace(/^\(\d\) | \(.*$/g, ""),
      sum,
    };
  });
  const [received, carriedIn] = [total(RECEIVED), total(CARRIED_IN)];
  const [concluded, carriedOut] = [total(CONCLUDED), total(CARRIED_OUT)];
  const zh = sums.map(({ label, sum }) => `${label}${sum}件`).join("、");
  const en = sums.map(({ en: label, sum }) => `${label.toLowerCase()} ${sum}`).join(", ");
  return {
    zh: `${year}年，新收政府信息公开申请${received}件，上年结转${carriedIn}件；办结${concluded}件，其中${zh}；结转下年度继续办理${carriedOut}件。`,
    en: `In ${year}, ${received} requests were received and ${carriedIn} carried over from the year before; ${concluded} were concluded (${en}); ${carriedOut} are carried over to the next year.`,
  };
}

const NOTHING_ELSE: Words = { zh: "无。", en: "None." };

/** Chapter 六: the fees of the year where there are any, then what the office writes. */
export function otherOf({ year, fees, chapters }: Report): Words {
  if (fees === undefined)
    return { zh: chapters.other || NOTHING_ELSE.zh, en: chapters.other || NOTHING_ELSE.en };
  const { told, paid } = fees;
  const sentences = {
    zh: `${year}年，发出信息处理费收费通知${told.notices}件，金额共计${told.feeYuan}元；实际收取信息处理费${paid.notices}件，共计${paid.feeYuan}元。`,
    en: `In ${year}, applicants were told a processing fee in ${told.notices} requests, ${told.feeYuan} yuan in all; it was paid in ${paid.notices}, ${paid.feeYuan} yuan in all.`,
  };
  const rest = { zh: chapters.other || "无其他需要报告的事项。", en: chapters.other || "Nothing else." };
  return { zh: `${sentences.zh}\n${rest.zh}`, en: `${sentences.en}\n${rest.en}` };
}
export const titleOf = (name: string, year: number): string => `${name}${year}年政府信息公开工作年度报告`;
