import type { Language } from "../view.ts";
import { officeAdvice as en } from "./en/office.advice.ts";
import { officeAdvice as zh } from "./zh/office.advice.ts";

/** The words of 咨询建议 at the office, loaded with its pages. */
export const officeAdviceCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
