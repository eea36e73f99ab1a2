import type { Language } from "../view.ts";
import { intake as en } from "./en/office.intake.ts";
import { intake as zh } from "./zh/office.intake.ts";

/** The words of requests entered by staff, loaded with those pages and the case. */
export const intakeCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
