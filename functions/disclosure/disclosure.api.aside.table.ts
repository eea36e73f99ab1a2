/** The words and examples of the API's document for what stands beside the main way of a case. */
import type { OfficeAction } from "./disclosure.api.action.table.ts";
import type { AsideAction } from "./disclosure.aside.ts";

export interface Described {
  readonly summary: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly example?: Readonly<Record<string, unknown>>;
  readonly problems?: OfficeAction["problems"];
}

export const described: Readonly<Record<AsideAction, Described>> = {
  ask_correction: {
    summary: "Ask the applicant to correct the request: once, completely, within 7 working days (Art. 30)",
    fields: {
      what: "What to correct, item by item; the applicant reads it",
      until: "The last day on which a correction is in time",
    },
    example: { what: "请写明所需信息的名称或文号。", until: "2026-03-27" },
  },
  correct: {
    summary: "Enter a corrected request that came in person or by post; the limit counts anew (Art. 30)",
    fields: {
      on: "The day it was received; not before it was asked for, not after the last day",
      title: "Name of the information, as corrected",
      description: "Description, as corrected",
      note: "Anything else that was asked for; kept encrypted",
    },
    example: { on: "2026-03-02", title: "2025年度部门预算", description: "请提供部门预算公开表全文。" },
  },
  ask_extension: {
    summary: "Ask the head of the disclosure unit for an extension (Art. 33); only the assignee may",
    fields: {
      workingDays: "1 to 20, once for a period",
      reason: "Why; the applicant reads it once it is granted",
    },
    example: { workingDays: 10, reason: "需要向档案馆调取原件。" },
    problems: ["not_assignee"],
  },
  extend: {
    summary: "Grant the extension and tell the applicant; never the person who asked for it",
    fields: {},
    problems: ["same_person", "invalid"],
  },
  refuse_extension: {
    summary: "Refuse the extension that is asked for",
    fields: { reason: "Why; the handler reads it" },
    example: { reason: "材料已经齐全。" },
    problems: ["same_person"],
  },
  consult: {
    summary: "Ask a third party (Art. 32) or a co-author (Art. 34); only the assignee may",
    fields: {
      party: "Whose silence means what: third_party, the agency decides; co_author, it consents",
      name: "Who is asked; kept encrypted",
      about: "What is asked; the other side reads it",
      email: "Where the link to answer is mailed to; kept encrypted. Without it, hand the link over",
    },
    example: {
      party: "third_party",
      name: "示范科技有限公司",
      about: "拟公开贵公司 2025 年的中标合同金额。",
    },
    problems: ["not_assignee"],
  },
  record_service: {
    summary: "Enter the day the other side received the letter; its 15 working days count from it",
    fields: {
      id: "Which consultation, from the case",
      on: "The day; not before it was sent, not in the future",
    },
    example: { id: "c4", on: "2026-03-02" },
  },
  opine: {
    summary: "Enter an opinion that came on paper; the link then takes no answer any more",
    fields: {
      id: "Which consultation, from the case",
      on: "The day it came; not after the last day",
      opinion: "What the other side says",
      reason: "Needed unless it agrees to all",
      respondent: "Who answered; kept encrypted",
    },
    example: { id: "c4", on: "2026-03-02", opinion: "object", reason: "涉及商业秘密。" },
  },
  notify_fee: {
    summary:
      "Tell the applicant a processing fee (Art. 42, 国办函〔2020〕109号); once, only the assignee may",
    fields: {
      scheme: "By count or by pages, never both",
      pages: "How many pages, where it is by pages; the amount and how it was computed follow from it",
      payment: "How to pay; the applicant reads it",
    },
    example: {
      scheme: "by_pages",
      pages: 68,
      payment: "请到县财政非税账户缴纳。",
    },
    problems: ["not_assignee"],
  },
  record_payment: {
    summary: "Enter a payment; the limit counts anew from the day after it",
    fields: {
      on: "The day it was paid; not before the notice, not in the future",
      receipt: "Number of the receipt",
    },
    example: { on: "2026-03-02", receipt: "0012345" },
  },
  waive_fee: {
    summary: "Waive or cancel the fee that was told; back to handling, and the limit counts anew",
    fields: { reason: "Why; the applicant reads it" },
    example: { reason: "申请人属于低保对象，免收。" },
  },
  ask_reasons: {
    summary: "Ask the applicant of clearly too many requests for reasons (Art. 35), once",
    fields: { why: "What is asked; the applicant reads it", until: "The last day" },
    example: { why: "您本月申请了 42 件，请说明理由。", until: "2026-03-11" },
  },
  give_reasons: {
    summary: "Enter reasons that came on paper",
    fields: { on: "The day they came; not before they were asked for", reasons: "The applicant's reasons" },
    example: { on: "2026-03-02", reasons: "用于课题研究。" },
  },
  transfer: {
    summary:
      "Hand the case to another unit of this counter; its clock runs on. You may not read it afterwards",
    fields: { unit: "Code of the unit, see /api/v1/units", reason: "Why; the unit reads it" },
    example: { unit: "zrzy", reason: "属于自然资源局职责。" },
  },
  split: {
    summary: "One matter for each application (一事一申请): each part becomes a case of its own",
    fields: { parts: "Names of the matters, 2 to 10; each with the day of receipt of this case" },
    example: { parts: ["2025年度部门预算", "2025年度部门决算"] },
  },
  delay: {
    summary: "Set a longer period where the reasons are reasonable (Art. 35)",
    fields: { until: "The last day, after the present due date", reason: "Why; the applicant reads it" },
    example: { until: "2026-06-30", reason: "需要查阅的档案较多。" },
  },
};
