import type { Language } from "../view.ts";
import { guideImport as en } from "./en/office.guide.import.ts";
import { guideImport as zh } from "./zh/office.guide.import.ts";

/** Apart from the words of every page, because they are loaded with the import alone. */
export const guideImportCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type GuideImportCopy = typeof zh;
