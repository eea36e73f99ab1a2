/** More time: extensions, excessive requests and their reasons, as pages of the office say it. */
export const asideTime = {
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
  ask_reasons: {
    title: "要求申请人说明理由",
    text: "申请的数量、频次明显超过合理范围的，可以要求申请人说明理由。理由不合理的，告知不予处理；理由合理、但不能按期答复的，可以确定合理的延迟期限并告知申请人。",
    fields: {
      why: { label: "要求说明的事项", hint: "申请人会看到。最多 2000 字。" },
      until: { label: "请在哪一天以前说明", hint: "这一天结束前说明都算按时。" },
    },
    tick: "我已核对。要求说明理由只能提出一次。",
    button: "通知申请人",
  },
  give_reasons: {
    title: "登记申请人说明的理由",
    text: "申请人书面说明理由的，在这里登记。",
    fields: {
      on: { label: "收到的日期", hint: "" },
      reasons: { label: "申请人的理由", hint: "最多 2000 字。" },
    },
    tick: "",
    button: "登记理由",
  },
  delay: {
    title: "确定延迟答复的期限",
    text: "申请人的理由合理、但本机关不能在规定期限内答复的，可以确定延迟答复的合理期限，并告知申请人。",
    fields: {
      until: { label: "延迟到哪一天", hint: "应当晚于现在的答复期限。" },
      reason: { label: "延迟的原因", hint: "申请人会看到。最多 500 字。" },
    },
    tick: "我确定这个期限，并告知申请人。",
    button: "确定并通知申请人",
  },
};
