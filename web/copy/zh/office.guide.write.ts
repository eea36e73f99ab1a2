/** Beginning a guide and writing it part by part. */
export const guideWriting = {
  editor: {
    titleOf: (section: string, guide: string) => `${section}：${guide}`,
    nav: "各部分",
    save: "保存",
    next: (section: string) => `保存，下一部分：${section}`,
    last: "保存，返回指南",
    finding: "检查",
    count: (count: number) => `${count} 处`,
  },
  beginning: {
    title: "写新的指南",
    lead: "先填编码和名称。编码是这份指南的身份，以后不能修改。其余内容接着分部分填写。",
    scheme: { national: "国家统一编码（31 位，带业务办理项 33 位）", other: "其他编码" },
    handleItemHint: "同一实施编码下有几个办理项时填写，例如在实施编码后加两位数字。",
    button: "开始编写",
  },
};
