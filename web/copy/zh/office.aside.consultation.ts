/** Asking others for their opinion, and entering what they say, as pages of the office say it. */
export const asideConsultation = {
  consult: {
    title: "征求意见",
    text: "公开会损害第三方合法权益的，应当书面征求第三方的意见；与其他行政机关共同制作的，应当征求其意见。对方收到之日起 15 个工作日内提出意见：第三方逾期不提出的，由本机关决定；共同制作机关逾期不提出的，视为同意。征求意见的时间不计入答复期限。",
    fields: {
      party: { label: "征求谁的意见", hint: "" },
      name: { label: "对方的名称", hint: "加密保存，申请人看不到。" },
      about: {
        label: "征求意见的内容",
        hint: "对方会看到。写明拟公开的信息和需要对方说明的事项，不要写申请人是谁。最多 2000 字。",
      },
      email: {
        label: "对方的邮箱",
        hint: "填写后，系统把答复链接发到这个邮箱。加密保存，申请人看不到。不填的，请自己把链接交给对方。",
      },
    },
    tick: "我已核对。发出后计算对方的期限，并告知申请人正在征求意见。",
    button: "发出征求意见",
  },
  record_service: {
    title: "登记对方收到征求意见书",
    text: "对方的 15 个工作日从收到之日起算。没有登记的，从发出之日起算。",
    fields: {
      id: { label: "哪一份征求意见", hint: "" },
      on: { label: "对方收到的日期", hint: "以送达回证或者邮件签收为准。" },
    },
    tick: "",
    button: "登记收到",
  },
  opine: {
    title: "登记书面意见",
    text: "对方用书面答复的，在这里登记，并把原件归档。登记后对方不能再用链接答复。",
    fields: {
      id: { label: "哪一份征求意见", hint: "" },
      on: { label: "收到意见的日期", hint: "" },
      opinion: { label: "对方的意见", hint: "" },
      reason: { label: "理由", hint: "不同意公开或者只同意部分公开的，应当写明。最多 2000 字。" },
      respondent: { label: "答复人", hint: "加密保存。" },
    },
    tick: "",
    button: "登记意见",
  },
};
