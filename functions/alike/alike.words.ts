/**
 * What requests call by several names: the first of a line is what all of it is read as. Names of documents, of what
 * governments do with land, houses and money, and of what people shorten. An office's own lists are read besides. Pure.
 */
const lines = [
  "清单 名单 目录 明细 一览表 名录 列表 花名册 名册 台账 汇总表 明细表 清册",
  "批复 批文 批准文件 审批文件 核准文件",
  "招标 招投标 投标 中标 采购 政府采购",
  "合同 协议 协议书 合同书",
  "结果 结论 通报",
  "标准 办法 细则 规定",
  "方案 实施方案 工作方案 计划",
  "征收 拆迁 征地 征迁 动迁 征用",
  "补偿 赔偿 安置 补偿款 补偿费 安置费",
  "补贴 补助 资助 奖补 补助金 补贴金",
  "房屋 住房 住宅 房产",
  "公租房 公共租赁住房 公共租赁房 廉租房",
  "低保 最低生活保障",
  "环评 环境影响评价 环境影响报告 环境评价",
  "预算执行 预算支出 经费支出 经费使用 支出",
  "三公 三公经费 公务接待 公车",
  "学区 招生范围 入学范围 划片 服务片区",
  "小学 学校 中小学",
  "公路 道路 马路",
  "检查 抽查 检测 监测 巡查",
  "食品安全 食安 食堂卫生 食品卫生",
  "小区 社区 住宅区",
  "改造 改建 翻新 翻修 整治",
  "加装电梯 电梯加装 增设电梯 装电梯",
  "垃圾 废弃物 固废",
  "污水 废水",
  "机动车 汽车 车辆",
  "停车场 停车位 停车泊位",
  "行政处罚 罚款 处罚决定 处罚",
  "工资 薪酬 薪资 待遇",
  "编制 编制数 人员编制 定编",
  "医院 卫生院 医疗机构",
  "供水 自来水",
  "规划 规划图 规划许可",
  "地块 宗地 土地",
] as const;

export const everydayLists: readonly (readonly string[])[] = lines.map((line) => line.split(" "));

/** Reads every name as the first of its list; the longest name counts where several begin at one place. */
export function openConcepts(lists: readonly (readonly string[])[]): (text: string) => string {
  const firsts = new Map<string, string>();
  for (const [first = "", ...others] of lists)
    for (const other of others) if (!firsts.has(other)) firsts.set(other, first);
  const longest = Math.max(0, ...[...firsts.keys()].map((name) => name.length));
  return (text) => {
    let read = "";
    for (let at = 0; at < text.length; ) {
      let size = Math.min(longest, text.length - at);
      while (size > 1 && !firsts.has(text.slice(at, at + size))) size -= 1;
      const name = text.slice(at, at + Math.max(size, 1));
      read += firsts.get(name) ?? name;
      at += name.length;
    }
    return read;
  };
}
