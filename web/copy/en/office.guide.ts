import type { guideDesk as zh } from "../zh/office.guide.ts";
import { guideAct } from "./office.guide.act.ts";
import { guideItem } from "./office.guide.item.ts";
import { guideList } from "./office.guide.list.ts";
import { guideReport } from "./office.guide.report.ts";
import { wording } from "./office.guide.words.ts";
import { guideWriting } from "./office.guide.write.ts";

export const guideDesk: typeof zh = {
  title: "Guides",
  titleOf: (unit: string) => `Guides of ${unit}`,
  begin: "Write a new guide",
  words: "Search words",
  reports: "Reports by citizens",
  importing: "Import from a file",
  back: "Back to the guides",
  backToGuide: "Back to this guide",
  ...guideList,
  ...guideItem,
  ...guideAct,
  ...guideWriting,
  wording,
  report: guideReport,
};
