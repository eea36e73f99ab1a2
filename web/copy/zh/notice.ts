/** Messages to applicants. They never hold the query code, a name, or what was asked. */
export const notice = {
  subject: (subject: string, number: string) => `${subject}（编号 ${number}）`,
  number: (number: string) => `编号：${number}`,
  link: (address: string) => `查看办理进度：${address}`,
  automatic: "这封邮件由系统自动发出，请不要回复。邮件里不会写查询码，我们也不会向您索要。",
  /** For SMS, the richest first. */
  short: (subject: string, number: string) => [
    `${subject}，编号${number}，详情请查办理进度。`,
    `${subject}，编号${number}`,
  ],
  answerHere: (address: string) => `请在这里查看并书面答复（不需要账号，答复一次）：${address}`,
  automaticAsked:
    "这封邮件由系统自动发出，请不要回复。拿到上面地址的人都可以代您答复，请不要转发。我们不会向您索要密码或者验证码。",
  alert: (unit: string, count: number, address: string) =>
    `${unit}：有 ${count} 条通知没有送达，请到办公端处理：${address}`,
  templates: {
    submitted: {
      subject: "申请已提交",
      lines: ["您的政府信息公开申请已经提交。单位会与您确认收到，答复期限从确认之日起算。"],
    },
    receipt_confirmed: {
      subject: "单位已确认收到申请",
      lines: ["受理单位已确认收到您的申请。什么时候答复、怎么算的，请看办理进度。"],
    },
    correction_asked: {
      subject: "请补正您的申请",
      lines: [
        "受理单位需要您补正申请。要补正什么、什么时候以前补正，请看办理进度，也在那里补正。逾期没有补正又没有正当理由的，单位不再处理。",
      ],
    },
    correction_received: {
      subject: "已收到补正",
      lines: ["您补正后的申请已经收到，答复期限重新计算。新的日期和算法，请看办理进度。"],
    },
    extended: {
      subject: "答复期限延长",
      lines: ["受理单位经批准延长了答复期限。延长的理由和新的日期，请看办理进度。"],
    },
    consulted: {
      subject: "单位正在征求意见",
      lines: [
        "您申请的信息涉及第三方或者其他行政机关，受理单位正在书面征求意见。征求意见的时间不计入答复期限，算法请看办理进度。",
      ],
    },
    fee_told: {
      subject: "请缴纳信息处理费",
      lines: [
        "受理单位依法向您收取信息处理费。金额、依据、缴费方法和最后日期，请看办理进度。逾期没有缴纳的，单位不再处理。",
      ],
    },
    payment_received: {
      subject: "已登记缴费",
      lines: ["受理单位已经登记您的缴费，答复期限重新计算。新的日期和算法，请看办理进度。"],
    },
    fee_waived: {
      subject: "不用缴费",
      lines: ["受理单位决定免收信息处理费，您不用缴纳。答复期限重新计算，理由和新的日期请看办理进度。"],
    },
    reasons_asked: {
      subject: "请说明申请的理由",
      lines: ["受理单位请您说明申请的理由。要说明什么、什么时候以前说明，请看办理进度，也在那里填写。"],
    },
    delayed: {
      subject: "答复将延迟",
      lines: [
        "受理单位认为您的理由合理，但不能在规定期限内答复，确定了延迟答复的期限。新的日期和原因，请看办理进度。",
      ],
    },
    transferred: {
      subject: "申请已转给有关单位",
      lines: [
        "您的申请属于另一个单位的职责，已经转给那个单位办理，期限不重新计算。由哪个单位办理，请看办理进度。",
      ],
    },
    split: {
      subject: "申请已拆分为几件",
      lines: [
        "您的申请里有几件不同的事项，单位已经拆分为几件，分别办理、分别答复。各件的编号和进度，请看办理进度。",
      ],
    },
    lapsed: {
      subject: "申请不再处理",
      lines: ["您的申请因为没有按期完成需要您做的事，受理单位不再处理。原因和您可以怎么办，请看办理进度。"],
    },
    answered: {
      subject: "单位已答复",
      lines: ["受理单位已经答复您的申请。请用编号和查询码（或者手机尾号）查看答复。"],
    },
    withdrawn: {
      subject: "申请已撤回",
      lines: ["您的申请已经撤回，单位不再办理。如果不是您本人撤回的，请马上联系受理单位。"],
    },
    advice_submitted: {
      subject: "咨询建议已提交",
      lines: [
        "您的咨询或者建议已经提交。什么时候回复、回复了什么，请用编号和查询码（或者手机尾号）在进度查询里看。",
      ],
    },
    advice_transferred: {
      subject: "咨询建议已转给有关单位",
      lines: [
        "您的咨询或者建议属于另一个单位的职责，已经转给那个单位，回复的时间不重新计算。由哪个单位回复，请看进度查询。",
      ],
    },
    advice_replied: {
      subject: "单位已回复您的咨询建议",
      lines: ["单位已经回复您的咨询或者建议。请用编号和查询码（或者手机尾号）在进度查询里看回复。"],
    },
    rectification_submitted: {
      subject: "更正申请已提交",
      lines: ["您更正本人信息的申请已经提交。单位打算什么时候答复，请看办理进度。"],
    },
    rectification_transferred: {
      subject: "更正申请已转给有关单位",
      lines: ["您要更正的信息由另一个单位负责，申请已经转给那个单位办理。由哪个单位办理，请看办理进度。"],
    },
    rectification_answered: {
      subject: "单位已答复更正申请",
      lines: ["受理单位已经答复您更正本人信息的申请。请用编号和查询码（或者手机尾号）查看答复。"],
    },
    rectification_withdrawn: {
      subject: "更正申请已撤回",
      lines: ["您更正本人信息的申请已经撤回，单位不再办理。如果不是您本人撤回的，请马上联系受理单位。"],
    },
    consultation_asked: {
      subject: "征求您的意见",
      lines: [
        "我们收到一件政府信息公开申请，可能涉及您的合法权益，或者涉及您所在单位共同制作的信息，依法书面征求意见。征求的内容、答复的最后日期、逾期不答复的后果，都写在下面的页面上。",
      ],
    },
  },
};
