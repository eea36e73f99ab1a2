/** What somebody reads who was asked for an opinion and holds the link. */
export const consultation = {
  title: "征求意见",
  lead: {
    third_party:
      "有人申请公开的政府信息里，有与您（单位）有关的内容。公开可能损害您的合法权益，所以依照《政府信息公开条例》第三十二条，书面征求您的意见。",
    co_author:
      "有人申请公开由贵机关与本机关共同制作的政府信息，依照《政府信息公开条例》第三十四条，征求贵机关的意见。",
  },
  silence: {
    third_party:
      "您应当自收到征求意见书之日起 15 个工作日内提出意见。逾期没有提出的，由本机关依照条例的规定决定是否公开。",
    co_author: "贵机关应当自收到征求意见书之日起 15 个工作日内提出意见。逾期没有提出的，视为同意公开。",
  },
  to: "征求谁的意见",
  unit: "征求意见的单位",
  about: "征求意见的内容",
  until: "最后日期",
  phone: "联系电话",
  address: "答复地址",
  qr: "扫码打开答复页面",
  opinion: "您的意见",
  opinions: { agree: "同意公开", agree_in_part: "同意部分公开", object: "不同意公开" } as Record<
    string,
    string
  >,
  reason: "理由",
  reasonHint: "不同意公开，或者只同意公开一部分的，请写明哪些内容、为什么。最多 2000 字。",
  respondent: "答复人和联系电话",
  respondentHint: "加密保存，只有办理人员能查看。",
  once: "只能答复一次，提交后不能修改。",
  button: "提交意见",
  answered: "已收到您的意见",
  answeredOn: (day: string) => `${day}收到。谢谢。`,
  over: "提出意见的期限已过，或者这件事已经办结，不能再答复。有疑问请打电话。",
  decision: "决定",
  decisionLead: (day: string) =>
    `本机关认为不公开可能对公共利益造成重大影响，已于 ${day}决定公开。公开的内容和理由如下（《政府信息公开条例》第三十二条）：`,
  errors: {
    "opinion.choose": "请选择您的意见",
    "reason.required": "请写明理由",
    "reason.too_long": "理由太长，请控制在 2000 字以内",
    "reason.characters": "理由里有看不见的控制字符，请删去后重试",
    "respondent.too_long": "答复人太长，请控制在 100 字以内",
    "respondent.characters": "答复人里有看不见的控制字符，请删去后重试",
    consultation_over: "已经收到过意见",
    consultation_none: "没有等待答复的征求意见",
    consultation_period_over: "提出意见的期限已过（《政府信息公开条例》第三十二条）",
  },
};
