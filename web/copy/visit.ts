import type { Language } from "../view.ts";
import { visit as en } from "./en/visit.ts";
import { visit as zh } from "./zh/visit.ts";

/** The words of the day of a visit, apart from those of every page, because they are loaded with its own pages. */
export const visitCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type VisitCopy = typeof zh;
