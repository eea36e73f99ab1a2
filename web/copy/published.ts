import type { Language } from "../view.ts";
import { published as en } from "./en/published.ts";
import { published as zh } from "./zh/published.ts";

/** Apart from the words of every page, because they are loaded with the pages of published answers alone. */
export const publishedCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
