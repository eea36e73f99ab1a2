import type { Language } from "../view.ts";
import { disclosure as en } from "./en/disclosure.ts";
import { disclosure as zh } from "./zh/disclosure.ts";

/** The words of the disclosure application, loaded with its pages. */
export const disclosureCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
