import type { Language } from "../view.ts";
import { gazette as en } from "./en/gazette.ts";
import { gazette as zh } from "./zh/gazette.ts";

/** Apart from the words of every page, because they are loaded with policies, announcements and news alone. */
export const gazetteCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
