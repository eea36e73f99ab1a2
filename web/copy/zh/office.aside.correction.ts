/** Asking for a correction, and entering it, as pages of the office say it. */
export const asideCorrection = {
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
};
