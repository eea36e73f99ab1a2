export const home = {
  title: "首页",
  question: "您要办什么事？",
  searchHint: "例如：身份证、公积金、营业执照",
  suggestions: "可能是这些",
  doors: {
    guides: { title: "办事指南", line: "要什么材料、去哪办、多久办好" },
    bookings: { title: "预约", line: "选好大厅和时间再出门" },
    progress: { title: "进度查询", line: "看看办到哪一步了" },
    advice: { title: "咨询建议", line: "有问题就问，有想法就提" },
    disclosure: { title: "依申请公开", line: "向政府单位申请公开信息" },
  },
  doorsLabel: "常用入口",
  /** Smaller doors below the four. */
  also: { label: "还可以", answers: "看公开的答复（别人申请过的）", rectification: "更正政府记错的本人信息" },
  asked: "大家常问",
  questions: {
    apply: "向政府申请公开信息，要准备什么？",
    follow: "交了申请，办到哪一步了？",
    privacy: "我填的个人信息会怎么用？",
  },
  notices: "通知公告",
  help: "找不到要办的事？",
  helpLine: "打电话说一声，我们帮您找。",
  hours: (hours: string) => `服务时间：${hours}`,
  contact: {
    phone: "电话",
    hall: "大厅",
    address: "地址",
    hours: "服务时间",
  },
};
