/** What stands beside the main way of a case: the page of each act, and its line on the page of the case. */
export const aside = {
  menu: "其他可以办的",
  back: "返回办件",
  changed: "这一件刚刚有变化，您的操作没有进行。请看过下面的最新情况后再提交。",
  closed: (title: string) => `现在不能${title}`,
  asked: {
    request: "申请内容",
    extension: (name: string, days: number) => `${name} 申请延长 ${days} 个工作日，理由：`,
  },
  waiting: {
    title: "正在等待",
    correction: (day: string) => `申请人补正，${day}前`,
    corrected: (day: string) => `申请人已于 ${day}补正`,
    what: "要求补正的内容",
    note: "申请人补充说明",
    extension: (days: number) => `已延长 ${days} 个工作日`,
    extensionAsk: (name: string, days: number) => `${name} 申请延长 ${days} 个工作日，等待批准`,
    approver: (name: string) => `批准人：${name}`,
    reason: "理由",
  },
  acts: {
    ask_correction: {
      title: "通知申请人补正",
      text: "申请内容不明确的，应当在收到申请之日起 7 个工作日内一次性告知需要补正的事项和合理的补正期限。一件只能通知一次，请写全。收到补正后，答复期限重新计算；逾期不补正又没有正当理由的，不再处理。",
      fields: {
        what: { label: "需要补正的事项", hint: "申请人会看到。逐条写明缺什么、怎么补，最多 2000 字。" },
        until: { label: "补正期限", hint: "这一天结束前补正都算按时。一般给 15 个工作日。" },
      },
      tick: "我已写全需要补正的事项。通知后不能再改，也不能再次通知补正。",
      button: "通知申请人",
    },
    correct: {
      title: "登记补正后的申请",
      text: "申请人当面交来或者寄来补正材料的，在这里登记。答复期限从收到补正的那一天重新计算。",
      fields: {
        on: { label: "收到补正的日期", hint: "当面提交的写提交日，信件写签收日。" },
        title: { label: "信息名称", hint: "补正以后的名称。" },
        description: { label: "具体描述", hint: "补正以后的描述，最多 2000 字。" },
        note: { label: "其他补正内容", hint: "例如身份证明、联系方式。加密保存。" },
      },
      tick: "",
      button: "登记补正",
    },
    ask_extension: {
      title: "申请延长答复期限",
      text: "需要延长的，应当在原定答复期限届满前，经政府信息公开工作机构负责人同意并告知申请人，最多延长 20 个工作日，只能延长一次。由另一人批准。",
      fields: {
        workingDays: { label: "延长几个工作日", hint: "1 到 20。" },
        reason: { label: "延长的理由", hint: "批准后申请人会看到。最多 500 字。" },
      },
      tick: "",
      button: "提交申请",
    },
    extend: {
      title: "批准延长答复期限",
      text: "批准后，新的期限立即生效，并同时通知申请人延长的理由和新的日期。一件只能延长一次。",
      fields: {},
      tick: "我作为政府信息公开工作机构负责人同意延长，并告知申请人。",
      button: "批准并通知申请人",
    },
    refuse_extension: {
      title: "不同意延长",
      text: "承办人会看到原因，答复期限不变。",
      fields: { reason: { label: "不同意的原因", hint: "申请人看不到。最多 500 字。" } },
      tick: "",
      button: "不同意延长",
    },
  },
  done: {
    ask_correction: "已通知申请人补正。",
    correct: "已登记补正，答复期限重新计算。",
    ask_extension: "延期申请已提交，等待批准。",
    extend: "已批准延长，并已通知申请人。",
    refuse_extension: "已退回延期申请，答复期限不变。",
  },
  errors: {
    "tick.required": "请勾选，确认您了解后果",
    "day.invalid": "请填写有效的日期，例如 2026 年 3 月 20 日",
    "day.too_late": "日期太晚，请核对年份",
    "workingDays.invalid": "请填写 1 到 20 的整数",
  },
};
