import type { Language } from "../view.ts";
import { refused as en } from "./en/office.refused.ts";
import { refused as zh } from "./zh/office.refused.ts";

/** Why somebody of the office may not see or do something, for every page of the office. */
export const refusedCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
