import type { Language } from "../view.ts";
import { office as en } from "./en/office.ts";
import { office as zh } from "./zh/office.ts";

/** The words of the office's pages about cases, letters and the report, loaded by the office's side alone. */
export const officeCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
