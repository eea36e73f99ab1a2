import type { Language } from "../view.ts";
import { officeRectification as en } from "./en/office.rectification.ts";
import { officeRectification as zh } from "./zh/office.rectification.ts";

/** The words of corrections of records at the office, loaded with its pages. */
export const officeRectificationCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
