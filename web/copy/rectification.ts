import type { Language } from "../view.ts";
import { rectification as en } from "./en/rectification.ts";
import { rectification as zh } from "./zh/rectification.ts";

/** The words of correcting records about oneself, loaded with its pages. */
export const rectificationCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
