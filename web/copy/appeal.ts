import type { Language } from "../view.ts";
import { appeal as en } from "./en/appeal.ts";
import { appeal as zh } from "./zh/appeal.ts";

/** Apart from the words of every page, because they are loaded with the pages of appeals alone. */
export const appealCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
