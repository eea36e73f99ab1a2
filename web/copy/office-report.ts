import type { Language } from "../view.ts";
import { report as en } from "./en/office.report.ts";
import { report as zh } from "./zh/office.report.ts";

/** The words of the annual report, loaded with its pages. */
export const reportCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
