/** What happens in each step, in words for whoever waits. */
import type { Stage } from "../../../functions/guide/guide.dictionary.ts";

export interface StepWords {
  readonly role: string;
  readonly standard: string;
  readonly result: string;
}

export const stepWords: Readonly<Record<Stage, StepWords>> = {
  收件: { role: "窗口工作人员", standard: "材料逐件核对、登记。", result: "给您收件凭证" },
  受理: {
    role: "窗口工作人员",
    standard: "材料齐全、符合要求的当场受理；不齐的，一次告诉您全部要补的内容。",
    result: "给您受理通知书，写明办结的日期",
  },
  审查: {
    role: "经办人",
    standard: "核对条件是否满足、材料是否真实，能通过数据共享核对的不再要您提供。",
    result: "审查意见",
  },
  决定: {
    role: "单位负责人",
    standard: "条件、程序和依据都合法。",
    result: "准予或者不予的决定，不予的写明理由",
  },
  制证: { role: "制证人员", standard: "证照内容与决定一致。", result: "证照制好，短信通知您" },
  送达: { role: "窗口工作人员", standard: "核对领取人身份。", result: "短信通知您来取，也可以寄给您" },
};

/** The same person at the window, with the citizen in front of it. */
export const atOnce: Readonly<Record<Stage, StepWords>> = {
  ...stepWords,
  受理: {
    role: "窗口工作人员",
    standard: "核对身份和材料；申请表由窗口按您说的打印，您核对后签名。",
    result: "当场受理；不齐的，一次告诉您全部要补的内容",
  },
  决定: { role: "窗口工作人员", standard: "条件都满足的当场办理。", result: "当场办结" },
  送达: { role: "窗口工作人员", standard: "请您核对内容。", result: "结果当场交给您" },
};
