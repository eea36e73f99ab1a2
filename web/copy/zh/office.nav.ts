/** What the parts of the office are called where something leads to them. */
export const nav = {
  report: "年度报告",
  advice: "咨询建议",
  letter: "公文模板",
  published: "公开答复",
  gazette: "信息发布",
  ofCase: { letters: "公文", evidence: "证据材料包", publish: "公开这份答复" },
};
