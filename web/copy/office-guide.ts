import type { Language } from "../view.ts";
import { guideDictionary as dictionaryEn } from "./en/guide.dictionary.ts";
import { guideFields as fieldsEn } from "./en/office.guide.fields.ts";
import { guideDesk as deskEn } from "./en/office.guide.ts";
import { guideDictionary } from "./zh/guide.dictionary.ts";
import { guideFields } from "./zh/office.guide.fields.ts";
import { guideDesk } from "./zh/office.guide.ts";

const zh = { desk: guideDesk, fields: guideFields, dictionary: guideDictionary };
const en: typeof zh = { desk: deskEn, fields: fieldsEn, dictionary: dictionaryEn };

/** Apart from the words of every page, because they are loaded with the pages of guides alone. */
export const guideDeskCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
export type GuideDeskCopy = typeof zh;
