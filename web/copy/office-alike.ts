import type { Language } from "../view.ts";
import { officeAlike as en } from "./en/office.alike.ts";
import { officeAlike as zh } from "./zh/office.alike.ts";

/** The words about who asks alike, loaded with the pages of the office that show it. */
export const officeAlikeCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
