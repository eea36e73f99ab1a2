/** Fees: the notice, the payment, doing without, as pages of the office say it. */
export const asideFee = {
  notify_fee: {
    title: "发收费通知",
    text: "申请的数量、频次明显超过合理范围的，可以收取信息处理费，按件或者按量只能选一种。申请人应当在收到通知次日起 20 个工作日内缴纳，逾期未缴纳的不再处理；缴清后答复期限重新计算。本系统只通知，不收款。",
    fields: {
      scheme: { label: "收费方式", hint: "" },
      feeYuan: { label: "金额（元）", hint: "整数。" },
      basis: { label: "计算依据", hint: "申请人会看到。写明件数或者页数、标准和算法。最多 500 字。" },
      payment: { label: "缴费方法", hint: "申请人会看到。写明收款单位、账户和方法。最多 500 字。" },
    },
    tick: "我已核对金额和依据。通知后开始计算缴费期限，一件只能通知一次。",
    button: "通知申请人缴费",
  },
  record_payment: {
    title: "登记缴费",
    text: "缴清之日的次日起，答复期限重新计算。",
    fields: {
      on: { label: "缴清的日期", hint: "不早于收费通知的日期，不晚于今天。" },
      receipt: { label: "票据号", hint: "" },
    },
    tick: "",
    button: "登记缴费",
  },
  waive_fee: {
    title: "免收或者撤销收费",
    text: "申请人符合减免条件，或者收费通知有误的，由政府信息公开工作机构负责人决定免收。决定后申请人不用缴费，办件退回办理环节，答复期限从次日起重新计算。已经缴纳的，由执收单位办理退付。",
    fields: { reason: { label: "免收的理由", hint: "申请人会看到。最多 500 字。" } },
    tick: "我决定免收这笔费用，并告知申请人。一件只能收费通知一次，免收后不能再收。",
    button: "免收并通知申请人",
  },
};
