import type { Language } from "../view.ts";
import { occasion as en } from "./en/occasion.ts";
import { occasion as zh } from "./zh/occasion.ts";

/** Who receives when, and what takes place, as citizens read it; loaded with those pages alone. */
export const occasionCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
