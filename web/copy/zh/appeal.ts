/** The appeal of somebody who may not book for a time. */
const counts = { no_show: "约了没有来", cancellation: "自己取消", booking: "预约" };
const per = { day: "一天", month: "一个月" };

export const appeal = {
  title: "停约申诉",
  lead: "因为没有按时来、多次取消等原因被停约的，可以在这里查看原因，认为不对的可以申诉。",
  code: "预约号",
  codeHint: "您在这个大厅的任意一个预约号，如 7KQ2 M9XD 4BT",
  phone: "手机后四位",
  phoneHint: "预约时办事人的手机",
  find: "查看",
  found: "您的停约情况",
  none: { title: "没有停约", text: "您在这个大厅可以照常预约。" },
  hall: (hall: string) => `${hall}的停约`,
  why: "原因",
  whyOf: ({ counts: what, per: each, at, banDays }: Why) =>
    `${per[each]}里${counts[what]}满 ${at} 次，按规则停约 ${banDays} 天`,
  until: "停约到",
  text: "您要说明什么",
  textHint: "写明哪一次、为什么不应当停约，如当天住院、已经到场。5 到 1000 字，不要写证件号码",
  send: "提交申诉",
  sent: "申诉已提交，由大厅的工作人员处理。结果还在这里查看。",
  sentAt: (at: string) => `申诉提交于${at}，正在处理。`,
  decided: { lifted: "大厅已解除停约，您现在可以预约。", kept: "大厅决定维持停约。" },
  reason: "理由",
  back: "重新查询",
  errors: {
    code_invalid: () => "请核对预约号：共 11 位，可能抄错或漏了一位",
    phone4: () => "请填写手机的最后四位数字",
    not_found: () => "没有查到：预约号和手机后四位对不上，请逐位核对",
    tries_whole: () => "这个预约号输错的次数太多。请在这里填写完整的手机号，马上就可以继续",
    tries_wait: () => "试的次数太多，请过 15 分钟再试，或带身份证件到大厅",
    appeal_made: () => "这次停约已经申诉过，请等待处理",
    ban_decided: () => "大厅已经处理，请看结果",
  },
};

interface Why {
  counts: keyof typeof counts;
  per: keyof typeof per;
  at: number;
  banDays: number;
}
