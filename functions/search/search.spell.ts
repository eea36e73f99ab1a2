/** Writing down how Chinese sounds. Only who builds an index needs it: the dictionary is larger than all the rest. */
import type { Spelling } from "./search.pinyin.ts";

/** Loads the dictionary when there is something to spell. */
export async function spell(texts: readonly string[]): Promise<readonly Spelling[]> {
  if (texts.length === 0) return [];
  const { pinyin } = await import("pinyin-pro");
  return texts.map((text) =>
    pinyin(text, { toneType: "none", type: "array", v: true, nonZh: "spaced" })
      .map((syllable) => syllable.trim())
      .filter((syllable) => syllable !== "")
      .join(" "),
  );
}
