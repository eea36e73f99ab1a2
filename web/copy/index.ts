import type { Language } from "../view.ts";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

/** All words of one language. The Chinese object is the shape; the English one must follow it. */
export type Copy = typeof zh;

export function copy(lang: Language): Copy {
  return lang === "zh" ? zh : en;
}
