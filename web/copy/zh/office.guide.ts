import { guideAct } from "./office.guide.act.ts";
import { guideItem } from "./office.guide.item.ts";
import { guideList } from "./office.guide.list.ts";
import { guideReport } from "./office.guide.report.ts";
import { wording } from "./office.guide.words.ts";
import { guideWriting } from "./office.guide.write.ts";

/** Guides in the office: lists, a guide with its versions, what may be done now, and what citizens report. */
export const guideDesk = {
  title: "办事指南",
  titleOf: (unit: string) => `${unit}的办事指南`,
  begin: "写新的指南",
  words: "搜索用词",
  reports: "市民纠错",
  importing: "从文件导入",
  back: "返回指南列表",
  backToGuide: "返回这份指南",
  ...guideList,
  ...guideItem,
  ...guideAct,
  ...guideWriting,
  wording,
  report: guideReport,
};
