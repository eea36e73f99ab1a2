/** Reading the parts of an office file (ECMA-376, GB/T 33190) without building a document of them. Pure. */

/** Parts of an archive by their names. */
export type Parts = Readonly<Record<string, Uint8Array>>;

const decoder = new TextDecoder("utf-8");

export const textOfPart = (parts: Parts, name: string): string => {
  const part = parts[name];
  return part === undefined ? "" : decoder.decode(part);
};

export const namesLike = (parts: Parts, pattern: RegExp): readonly string[] =>
  Object.keys(parts).filter((name) => pattern.test(name));

/** How many elements of these local names begin in the text, whatever prefix they have. */
export const countOf = (xml: string, ...names: readonly string[]): number =>
  (xml.match(new RegExp(`<(?:[\\w-]+:)?(?:${names.join("|")})(?=[\\s/>])`, "g")) ?? []).length;

/** The text of the first element of this local name. */
export const textIn = (xml: string, name: string): string =>
  new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1]?.trim() ?? "";

/** All text between tags, one line for each element that ends a paragraph. */
export const plainText = (xml: string): string =>
  xml
    .replace(/<\/(?:[\w-]+:)?(?:p|row|si|TextCode)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#x?[0-9a-f]+;/gi, " ")
    .replace(/&amp;/g, "&");
