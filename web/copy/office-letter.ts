import type { Language } from "../view.ts";
import { letter as en } from "./en/office.letter.ts";
import { letter as zh } from "./zh/office.letter.ts";

/** The office's words of letters and their templates, loaded with those pages. */
export const letterDeskCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
