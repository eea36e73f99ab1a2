import type { Language } from "../view.ts";
import { imports as en } from "./en/office.import.ts";
import { imports as zh } from "./zh/office.import.ts";

/** Apart from the words of every page, because they are loaded with an import alone. */
export const importCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type ImportCopy = typeof zh;
