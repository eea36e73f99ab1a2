/** What every page gets besides its own props: who asks, in which language and view, and where the assets are. */
export interface View {
  lang: Language;
  /** 长辈版: larger words and targets, one column. */
  elder: boolean;
  /** The current path with its query, for the language and elder switches. Never carries a submitted value. */
  path: string;
  government: { zh: string; en: string };
  /** The folder of this build's assets, without a trailing slash: "/assets/3f2a91". */
  assets: string;
}

export type Language = "zh" | "en";

/** The value of the `lang` attribute. */
export function languageTag(lang: Language): "zh-Hans" | "en" {
  return lang === "zh" ? "zh-Hans" : "en";
}
