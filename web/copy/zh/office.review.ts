/** The confidentiality review (保密审查) before anything leaves, item by item and by two people. */
export const review = {
  title: "保密审查（逐项）",
  text: "先审查、后公开。不确定的，报有关主管部门或者保密行政管理部门确定；涉及国家秘密的内容不得进入本系统。",
  reply: "答复内容",
  objection: "告知第三方的内容",
  mark: (name: string) => `已审查：${name}，可以公开`,
  accept: (finding: string) => `带着这个问题发出的理由：${finding}`,
  acceptHint: "写明理由后可以发出，理由留痕；不应当发出的，请退回承办人处理。",
  accepted: (finding: string, reason: string) => `${finding}。准予发出的理由：${reason}`,
};
