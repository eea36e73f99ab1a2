import type { Language } from "../view.ts";
import { guideDictionary as dictionaryEn } from "./en/guide.dictionary.ts";
import {
  guideOffline as offlineEn,
  guideReport as reportEn,
  guideSearch as searchEn,
} from "./en/guide.search.ts";
import { guide as guideEn } from "./en/guide.ts";
import { guideDictionary } from "./zh/guide.dictionary.ts";
import { guideOffline, guideReport, guideSearch } from "./zh/guide.search.ts";
import { guide } from "./zh/guide.ts";

const zh = {
  ...{ guide, search: guideSearch, offline: guideOffline, report: guideReport },
  dictionary: guideDictionary,
};
const en: typeof zh = {
  ...{ guide: guideEn, search: searchEn, offline: offlineEn, report: reportEn },
  dictionary: dictionaryEn,
};

/** The words of guides, apart from those that every page needs, because they are loaded with the guides' own pages. */
export const guideCopy = (lang: Language): typeof zh => (lang === "zh" ? zh : en);
