/** The evidence bundle: the page that makes it, and the page at the front of it. */
export const evidence = {
  title: (title: string) => `证据材料包：${title}`,
  intro:
    "行政复议机关、人民法院要求提供证据时使用（简易程序复议为 5 个工作日）。材料包含申请、办理过程、答复附件、公文及送达情况，附目录和校验值。",
  personal: "材料包含申请人的个人信息，只能用于答复复议、诉讼。下载会留下记录。",
  chain: "办理记录校验",
  good: (events: number) => `${events} 条办理记录完整，前后相连，没有被改动。`,
  older: (events: number, chained: number) =>
    `共 ${events} 条办理记录，其中 ${chained} 条有校验链，完整、没有被改动；更早的记录没有校验链。`,
  bad: (n: number) => `第 ${n} 条办理记录校验不通过，请报告管理员。材料包仍可生成，目录中会写明。`,
  contents: "将包含",
  parts: {
    application: "申请和附件",
    events: "办理过程和办理期限",
    reply: "答复附件",
    letters: "公文和送达情况",
    record: "操作记录",
  },
  create: "生成并下载",
  back: "返回办件",
  index: {
    title: (reference: string) => `证据材料目录 ${reference}`,
    made: (day: string, name: string, unit: string) => `${day}由${unit}${name}生成`,
    request: "申请内容",
    received: "收到申请之日",
    due: "办理期限",
    answered: "答复日",
    outcome: "处理结果",
    timeline: "办理过程",
    letters: "公文和送达",
    files: "材料清单",
    columns: { path: "材料", size: "大小", hash: "校验值（SHA-256）", same: "与记录核对" },
    same: "一致",
    different: "不一致",
    own: "随包生成",
    head: "最后一条记录的校验值",
  },
};
