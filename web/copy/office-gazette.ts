import type { Language } from "../view.ts";
import { officeGazette as en } from "./en/office.gazette.ts";
import { officeGazette as zh } from "./zh/office.gazette.ts";

/** What an office reads while it writes and reviews; citizens' pages load none of it. */
export const officeGazetteCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
