/** People who may not book for a time, what they say to it, and what the hall decides. */
const counts = { no_show: "约了没有来", cancellation: "自己取消", booking: "预约" };
const per = { day: "一天", month: "一个月" };

export const officeBans = {
  nav: "停约名单",
  title: (hall: string) => `停约名单：${hall}`,
  lead: "名单上的人在这个大厅暂时不能预约。姓名和证件号码只显示一部分。",
  waiting: "等待处理的申诉",
  noWaiting: "没有等待处理的申诉。",
  inForce: "正在停约",
  empty: { title: "没有停约的人", text: "按预约规则被停约的人会出现在这里，到期自动解除。" },
  columns: { who: "谁", why: "为什么", from: "从", until: "到", appeal: "申诉" },
  why: ({ counts: what, per: each, at }: Why) => `${per[each]}里${counts[what]}满 ${at} 次`,
  appeals: { none: "没有", waiting: "等待处理", decided: "已处理" },
  states: { in_force: "正在停约", lifted: "已解除", over: "已到期" },
  more: "下一页",
  first: "第一页",
  one: {
    title: (name: string, number: string) => `停约：${name}（${number}）`,
    said: "本人的申诉",
    saidAt: (at: string) => `提交于${at}`,
    nothing: "本人没有申诉。大厅发现有误时也可以解除。",
    decide: "处理",
    outcome: "怎样处理",
    outcomes: { lifted: "解除停约", kept: "维持停约" },
    lifted: "马上可以预约；最后那一次不再计数",
    kept: "停约到期以前不能预约",
    reason: "理由",
    reasonHint: "本人会看到，请写明依据的事实",
    button: "作出决定",
    decided: (outcome: string, name: string, at: string) => `${outcome}。${name}，${at}`,
    done: "已经处理，本人在申诉页面能看到结果和理由。",
    changed: "刚刚有变化，请看清下面的最新情况，再作决定。",
  },
};

interface Why {
  counts: keyof typeof counts;
  per: keyof typeof per;
  at: number;
}
