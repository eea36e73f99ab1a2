import type { Language } from "../view.ts";
import { officeBans as bansEn } from "./en/office.bans.ts";
import { officeHall as en } from "./en/office.hall.ts";
import { officeRules as rulesEn } from "./en/office.rules.ts";
import { officeStatistics as statisticsEn } from "./en/office.statistics.ts";
import { officeBans as bansZh } from "./zh/office.bans.ts";
import { officeHall as zh } from "./zh/office.hall.ts";
import { officeRules as rulesZh } from "./zh/office.rules.ts";
import { officeStatistics as statisticsZh } from "./zh/office.statistics.ts";

/** Apart from the words of every page, because they are loaded with the pages of halls alone. */
export const hallCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type HallCopy = typeof zh;
export const rulesCopy = (lang: Language): typeof rulesZh => (lang === "zh" ? rulesZh : rulesEn);
export const bansCopy = (lang: Language): typeof bansZh => (lang === "zh" ? bansZh : bansEn);
export const statisticsCopy = (lang: Language): typeof statisticsZh =>
  lang === "zh" ? statisticsZh : statisticsEn;
