import type { Language } from "../view.ts";
import { fair as en } from "./en/fair.ts";
import { fair as zh } from "./zh/fair.ts";

/** Apart from the words of every page: what is said when too many want the same, and how it is shared out. */
export const fairCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
