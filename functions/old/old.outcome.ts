/** The words of registers for outcomes, in Chinese and English; among the latter the statuses of the FOIA log format. Pure. */
import type { OutcomeCode } from "../disclosure/disclosure.outcome.ts";
import { outcomes } from "../disclosure/disclosure.outcome.ts";
import { finder, plain } from "./old.finder.ts";

const spoken = {
  disclosed: [
    "公开",
    "同意公开",
    "全部公开",
    "全部予以公开",
    "主动公开",
    "已主动公开",
    "属于主动公开",
    "属于主动公开范围",
    "告知获取方式",
    "已公开",
    "提供",
    "done",
    "granted",
    "granted in full",
    "full grant",
    "disclosed in full",
  ],
  partly_disclosed: [
    "部分公开",
    "同意部分公开",
    "部分予以公开",
    "区分处理",
    "部分公开部分不公开",
    "partial",
    "partial grant",
    "granted in part",
    "partially granted",
  ],
  state_secret: ["国家秘密", "涉及国家秘密", "涉密"],
  prohibited_by_law: ["法律行政法规禁止公开", "其他法律法规禁止公开", "法律法规禁止公开"],
  security_and_stability: ["三安全一稳定", "危及国家安全公共安全经济安全社会稳定"],
  third_party_interests: [
    "第三方合法权益",
    "涉及第三方合法权益",
    "商业秘密",
    "涉及商业秘密",
    "个人隐私",
    "涉及个人隐私",
  ],
  internal_affairs: ["内部事务信息", "内部事务", "三类内部事务信息", "内部管理信息"],
  process_information: ["过程性信息", "四类过程性信息", "过程信息"],
  enforcement_file: ["行政执法案卷", "执法案卷", "行政执法案卷信息"],
  administrative_query: ["行政查询事项", "行政查询", "查询事项"],
  not_held: [
    "本机关不掌握",
    "不掌握",
    "信息不存在",
    "不存在",
    "政府信息不存在",
    "非本机关",
    "不属于本机关",
    "不属于本机关公开",
    "不属于本机关公开范围",
    "非本机关政府信息",
    "不属于本行政机关公开",
    "no docs",
    "no records",
    "no responsive records",
  ],
  needs_making: ["需要另行制作", "没有现成信息", "无现成信息", "需加工分析", "需要加工分析"],
  unclear_after_correction: ["补正后仍不明确", "申请内容不明确", "补正后申请内容仍不明确"],
  petition_or_complaint: [
    "信访举报投诉",
    "信访",
    "投诉举报",
    "信访类",
    "举报投诉",
    "咨询",
    "非政府信息公开申请",
  ],
  repeated: ["重复申请", "不予重复处理", "不予重复答复", "重复", "duplicate"],
  publication: ["公开出版物", "出版物"],
  excessive: ["大量反复申请", "无正当理由大量反复申请"],
  confirmation_or_reissue: ["确认或重新出具", "重新出具已获取信息"],
  correction_not_made: ["逾期不补正", "逾期未补正", "未补正", "视为放弃申请", "补正逾期"],
  fee_not_paid: ["逾期未缴费", "逾期不缴费", "未缴纳费用", "未缴费"],
  other: [
    "其他",
    "其他处理",
    "撤回",
    "撤回申请",
    "申请人撤回",
    "申请人撤回申请",
    "撤销申请",
    "主动撤回",
    "转办",
    "abandoned",
    "withdrawn",
    "request withdrawn",
  ],
} as const satisfies Record<OutcomeCode, readonly string[]>;

const outcomeByWord = finder<OutcomeCode>(
  Object.fromEntries(
    outcomes.map(({ code, row, label }) => {
      const short = label.en.replace(/^[\w ]+: /, "");
      return [code, [...spoken[code], label.zh, label.en, short, row]];
    }),
  ) as unknown as Record<OutcomeCode, readonly string[]>,
);

/** The head of a block says nothing of the ground; the report has a row for each. */
const ambiguous = finder({
  ambiguous: [
    "不予公开",
    "不公开",
    "不同意公开",
    "免予公开",
    "无法提供",
    "不予处理",
    "不予提供",
    "不再处理",
    "rejected",
    "denied",
    "denied in full",
    "full denial",
    "withheld",
    "not handled",
    "cannot be provided",
  ],
});
const open = finder({
  open: [
    "办理中",
    "在办",
    "正在办理",
    "处理中",
    "未答复",
    "待答复",
    "未办结",
    "补正中",
    "待补正",
    "征求意见中",
    "延期",
    "延期中",
    "已受理",
    "processed",
    "appealing",
    "fix",
    "payment",
    "lawsuit",
    "open",
    "pending",
    "in progress",
    "received",
  ],
});
const BLOCK =
  /^(?:不予公开|不公开|免予公开|无法提供|不予处理|其他处理|withheld|cannotbeprovided|nothandled|nolongerhandled)/;

export type OutcomeRead = OutcomeCode | "ambiguous" | "open" | undefined;

/** The outcome of a text, whatever block is named in front of it: 不予公开（属于国家秘密）. */
export function readOutcome(text: string): OutcomeRead {
  return (
    outcomeByWord(text) ??
    ambiguous(text) ??
    open(text) ??
    outcomeByWord(plain(text).replace(BLOCK, "").replace(/^\d/, "")) ??
    undefined
  );
}
export const isOpenWord = (text: string): boolean => open(text) !== undefined;
