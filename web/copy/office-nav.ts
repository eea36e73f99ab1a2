import type { Language } from "../view.ts";
import { nav as en } from "./en/office.nav.ts";
import { nav as zh } from "./zh/office.nav.ts";

/** What the office's frame and its pages call the parts they lead to. */
export const officeNavCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
