import type { Language } from "../view.ts";
import { officeNotice as en } from "./en/office.notice.ts";
import { officeNotice as zh } from "./zh/office.notice.ts";

/** Apart from the words of every page, because they are loaded with one page alone. */
export const officeNoticeCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
