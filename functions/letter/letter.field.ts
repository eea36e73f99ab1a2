/**
 * The placeholders of letters: their names are words of the office, because the office writes them into its templates
 * as `{文号}`. Some are filled from the case, some are asked when a letter is made.
 */

/** Filled from the case, the unit and the calendar. */
export const knownTags = [
  "文号",
  "年份",
  "序号",
  "落款日期",
  "政府",
  "单位",
  "联系电话",
  "单位地址",
  "办公时间",
  "编号",
  "申请人",
  "申请人类别",
  "申请人地址",
  "申请日期",
  "收到日期",
  "申请内容",
  "申请描述",
  "获取方式",
  "答复期限",
  "承办人",
  "处理结果",
  "法律依据",
  "答复内容",
  "附件清单",
  "救济途径",
  "复议机关",
  "管辖法院",
] as const;
export type KnownTag = (typeof knownTags)[number];

/** What a person fills in for one letter. */
export interface AskedField {
  readonly name: string;
  readonly tag: string;
  readonly kind: "line" | "text" | "day" | "number";
  readonly optional?: true;
  readonly maxCharacters: number;
  readonly label: { readonly zh: string; readonly en: string };
}

const limits = { line: 200, text: 4_000, day: 10, number: 7 } as const;

const field = (
  name: string,
  kind: AskedField["kind"],
  [tag, en]: readonly [string, string],
  optional = false,
): AskedField => ({
  name,
  tag,
  kind,
  maxCharacters: limits[kind],
  label: { zh: tag, en },
  ...(optional ? { optional: true as const } : {}),
});

export const askedFields = {
  correctionWhat: field("correctionWhat", "text", ["需补正内容", "What to correct"]),
  correctionUntil: field("correctionUntil", "day", ["补正期限", "To be corrected by"]),
  reasonsWhat: field("reasonsWhat", "text", ["说明事项", "What to give reasons for"]),
  replyUntil: field("replyUntil", "day", ["回复期限", "To be answered by"]),
  extensionReason: field("extensionReason", "text", ["延期理由", "Why it is extended"]),
  extensionDays: field("extensionDays", "number", ["延长工作日", "Working days of the extension"]),
  formerDue: field("formerDue", "day", ["原答复期限", "Due date before"]),
  thirdParty: field("thirdParty", "line", ["第三方", "Third party"]),
  coAuthor: field("coAuthor", "line", ["共同制作机关", "Agency that made it too"]),
  assistant: field("assistant", "line", ["协办机关", "Agency asked to help"]),
  consultedOn: field("consultedOn", "day", ["征求日期", "Day of asking"]),
  consultation: field("consultation", "text", ["征求事项", "What is asked about"]),
  assistance: field("assistance", "text", ["协办事项", "What help is asked for"]),
  disclosedDespite: field("disclosedDespite", "text", ["公开内容和理由", "What is disclosed, and why"]),
  correctedRecord: field("correctedRecord", "text", ["更正内容", "What was corrected, or why not"]),
  servedLetter: field("servedLetter", "line", ["送达文书", "Letter that was served"]),
  servedTo: field("servedTo", "line", ["受送达人", "Served to"]),
  servedAt: field("servedAt", "line", ["送达地点", "Place of service"]),
  servedBy: field("servedBy", "line", ["送达方式", "Way of service"]),
  servedOn: field("servedOn", "day", ["送达日期", "Day of service"]),
  remarks: field("remarks", "text", ["备注", "Remarks"], true),
} as const satisfies Record<string, AskedField>;
export type AskedId = keyof typeof askedFields;

/** Of the fee that the applicant was told, all of it on record. */
export const feeTags = ["收费方式", "计算过程", "金额", "缴费期限", "缴费办法"] as const;
