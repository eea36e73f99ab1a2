/** What citizens say is wrong in a guide. */
export const guideReport = {
  title: "市民纠错",
  open: "待处理",
  answered: "已处理",
  caption: { open: "待处理的纠错，先提交的在前", answered: "已处理的纠错，最近处理的在前" },
  kinds: {
    address: "地址不对",
    phone: "电话不对",
    materials: "材料不对",
    limits: "时限不对",
    conditions: "条件不对",
    link: "链接打不开",
    other: "其他",
  },
  version: (n: number) => `市民看的是第 ${n} 版`,
  contact: "市民留的联系方式",
  outcome: "处理结果",
  outcomes: { corrected: "已改正指南", was_right: "核对过，指南无误" },
  note: "说明（选填）",
  noteHint: "给同事看的，例如改了哪里。",
  button: "处理完毕",
  by: (name: string, time: string) => `${name}于${time}处理`,
  empty: {
    open: { title: "没有待处理的纠错", text: "市民在指南页上点“这份指南有误”，写的内容会出现在这里。" },
    answered: { title: "还没有处理过的纠错", text: "处理完毕的纠错会出现在这里。" },
  },
  already: "同事刚刚已经处理了这一条。",
};
