import type { Language } from "../view.ts";
import { advice as en } from "./en/advice.ts";
import { advice as zh } from "./zh/advice.ts";

/** The words of 咨询建议 on the citizens' side, loaded with its pages. */
export const adviceCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
