import type { Language } from "../view.ts";
import { basis as en } from "./en/basis.ts";
import { basis as zh } from "./zh/basis.ts";

/** How articles are cited, for whoever reads an answer and for whoever writes it. */
export const basisCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
