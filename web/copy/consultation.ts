import type { Language } from "../view.ts";
import { consultation as en } from "./en/consultation.ts";
import { consultation as zh } from "./zh/consultation.ts";

/** The words for whoever is consulted by a one-time link, loaded with that page. */
export const consultationCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
