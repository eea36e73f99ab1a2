import type { Language } from "../view.ts";
import { old as en } from "./en/office.old.ts";
import { old as zh } from "./zh/office.old.ts";

/** Apart from the words of every page, because they are loaded with the import of old requests alone. */
export const oldCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type OldCopy = typeof zh;
