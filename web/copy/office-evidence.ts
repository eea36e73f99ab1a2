import type { Language } from "../view.ts";
import { evidence as en } from "./en/office.evidence.ts";
import { evidence as zh } from "./zh/office.evidence.ts";

/** The words of the evidence bundle, loaded with its pages. */
export const evidenceCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
