import type { Language } from "../view.ts";
import { officeOccasion as en } from "./en/office.occasion.ts";
import { officeOccasion as zh } from "./zh/office.occasion.ts";

/** Occasions at the office; loaded with its own pages alone. */
export const officeOccasionCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
