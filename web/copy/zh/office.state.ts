/** Where a case stands, for the queue and for the case. */
export const state = {
  steps: { register: "登记", examine: "审核", handle: "办理", reply: "答复", archive: "归档" },
  states: {
    submitted: "待确认收到",
    accepted: "待分派",
    correcting: "待申请人补正",
    handling: "办理中",
    awaiting_payment: "待申请人缴费",
    proposed: "待审核",
    approved: "待答复",
    answered: "已答复，待归档",
    lapsed: "逾期不再处理，待归档",
    split: "已拆分",
    archived: "已归档",
    withdrawn: "申请人已撤回",
  },
};
