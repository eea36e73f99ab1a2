/** The rows of `disclosure.outcome.ts`, in the order of table 三. */
import type { Outcome } from "./disclosure.outcome.ts";

/** What most outcomes of a block have in common; a row states what is its own. */
const usual = { remedy: "review_or_suit", needsReasons: true, filesAllowed: true } as const;
/** Arts. 14 to 16: the review comes first (复议法 23). */
const withheld = { ...usual, effect: "withheld", remedy: "review_first" } as const;
const notProvided = { ...usual, effect: "cannot_be_provided" } as const;
const notHandled = { ...usual, effect: "not_handled" } as const;
const closed = { ...usual, effect: "otherwise_closed" } as const;

export const outcomes = [
  {
    ...usual,
    code: "disclosed",
    row: "（一）",
    label: { zh: "予以公开", en: "Disclosed" },
    articles: ["36(1)", "36(2)"],
    effect: "disclosed",
    needsReasons: false,
  },
  {
    ...usual,
    code: "partly_disclosed",
    row: "（二）",
    label: { zh: "部分公开", en: "Partly disclosed" },
    articles: ["37"],
    effect: "partly_disclosed",
    remedy: "review_first_for_withheld",
  },
  {
    ...withheld,
    code: "state_secret",
    row: "（三）1",
    label: { zh: "属于国家秘密", en: "Withheld: state secret" },
    articles: ["14", "36(3)"],
    filesAllowed: false,
  },
  {
    ...withheld,
    code: "prohibited_by_law",
    row: "（三）2",
    label: { zh: "其他法律行政法规禁止公开", en: "Withheld: prohibited by another law" },
    articles: ["14", "36(3)"],
  },
  {
    ...withheld,
    code: "security_and_stability",
    row: "（三）3",
    label: {
      zh: "危及“三安全一稳定”",
      en: "Withheld: national, public or economic security, social stability",
    },
    articles: ["14", "36(3)"],
  },
  {
    ...withheld,
    code: "third_party_interests",
    row: "（三）4",
    label: { zh: "保护第三方合法权益", en: "Withheld: lawful interests of a third party" },
    articles: ["15", "32", "36(3)"],
  },
  {
    ...withheld,
    code: "internal_affairs",
    row: "（三）5",
    label: { zh: "属于三类内部事务信息", en: "Withheld: internal affairs" },
    articles: ["16(1)", "36(3)"],
  },
  {
    ...withheld,
    code: "process_information",
    row: "（三）6",
    label: { zh: "属于四类过程性信息", en: "Withheld: information of a process" },
    articles: ["16(2)", "36(3)"],
  },
  {
    ...withheld,
    code: "enforcement_file",
    row: "（三）7",
    label: { zh: "属于行政执法案卷", en: "Withheld: file of administrative enforcement" },
    articles: ["16(2)", "36(3)"],
  },
  {
    ...withheld,
    code: "administrative_query",
    row: "（三）8",
    label: { zh: "属于行政查询事项", en: "Withheld: to be queried under another law" },
    articles: ["36(7)"],
    /** It stands in the block of what is withheld, but not on Arts. 14 to 16. */
    remedy: "review_or_suit",
  },
  {
    ...notProvided,
    code: "not_held",
    row: "（四）1",
    label: { zh: "本机关不掌握相关政府信息", en: "Cannot be provided: not held by this agency" },
    articles: ["36(4)", "36(5)"],
  },
  {
    ...notProvided,
    code: "needs_making",
    row: "（四）2",
    label: { zh: "没有现成信息需要另行制作", en: "Cannot be provided: would have to be made" },
    articles: ["38"],
  },
  {
    ...notProvided,
    code: "unclear_after_correction",
    row: "（四）3",
    label: { zh: "补正后申请内容仍不明确", en: "Cannot be provided: unclear even after correction" },
    articles: ["30"],
  },
  {
    ...notHandled,
    code: "petition_or_complaint",
    row: "（五）1",
    label: { zh: "信访举报投诉类申请", en: "Not handled: petition, report or complaint" },
    articles: ["39(1)"],
  },
  {
    ...notHandled,
    code: "repeated",
    row: "（五）2",
    label: { zh: "重复申请", en: "Not handled: asked and answered before" },
    articles: ["36(6)"],
  },
  {
    ...notHandled,
    code: "publication",
    row: "（五）3",
    label: { zh: "要求提供公开出版物", en: "Not handled: published matter" },
    articles: ["39(2)"],
  },
  {
    ...notHandled,
    code: "excessive",
    row: "（五）4",
    label: { zh: "无正当理由大量反复申请", en: "Not handled: many repeated requests without good reason" },
    articles: ["35"],
  },
  {
    ...notHandled,
    code: "confirmation_or_reissue",
    row: "（五）5",
    label: {
      zh: "要求行政机关确认或重新出具已获取信息",
      en: "Not handled: confirmation or reissue of what was received",
    },
    /** The 条例 has no article of its own for it; the row comes from 30号. */
    articles: [],
  },
  {
    ...closed,
    code: "correction_not_made",
    row: "（六）1",
    label: {
      zh: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      en: "No longer handled: correction not made in time",
    },
    articles: ["30"],
  },
  {
    ...closed,
    code: "fee_not_paid",
    row: "（六）2",
    label: {
      zh: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      en: "No longer handled: fee not paid in time",
    },
    articles: ["42", "国办函〔2020〕109号"],
  },
  {
    ...closed,
    code: "other",
    row: "（六）3",
    label: { zh: "其他处理", en: "Other" },
    articles: [],
  },
] as const satisfies readonly Outcome[];
