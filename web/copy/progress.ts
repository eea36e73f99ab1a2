import type { Language } from "../view.ts";
import { progress as en } from "./en/progress.ts";
import { progress as zh } from "./zh/progress.ts";

/** The words of 进度查询, loaded with its pages. */
export const progressCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
