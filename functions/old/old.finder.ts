/** Finding a code by any of its words. Pure. */

const LIST_NUMBER = /^\s*(?:\((?:[一二三四五六七八九十]+|\d+)\)|\d+[.、])\s*(?=\D)/;

/** Without spaces, marks, case and the number of a list in front of a word. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(LIST_NUMBER, "")
    .replace(/[\s\p{P}\p{S}]/gu, "");

export function finder<Code extends string>(words: Readonly<Record<Code, readonly string[]>>) {
  const known = new Map<string, Code>();
  for (const [code, names] of Object.entries(words) as [Code, readonly string[]][])
    for (const name of [code, ...names]) known.set(plain(name), code);
  return (text: string): Code | undefined => known.get(plain(text));
}
