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

/** Stands in no XML. */
const CELL_END = "\u001f";
/** A cell of a sheet that holds no number but the place of its text among the shared ones. */
const SHARED_CELL = /<((?:[\w-]+:)?)c\s[^>]*\bt="s"[^>]*>\s*<\1v>\d*<\/\1v>\s*<\/\1c>/g;

/**
 * All text between tags, one line for each element that ends a paragraph or a cell. Numbers of two cells stay apart by a
 * stroke, or whoever looks for long numbers across spaces would read a table of years or phones as one.
 */
export const plainText = (xml: string): string =>
  xml
    .replace(SHARED_CELL, CELL_END)
    .replace(/<\/(?:[\w-]+:)?(?:c|tc|si)>/g, CELL_END)
    .replace(/<\/(?:[\w-]+:)?(?:p|row|TextCode)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#x?[0-9a-f]+;/gi, " ")
    .replace(/&amp;/g, "&")
    .split(CELL_END)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .map((cell, place, cells) => between(cells[place - 1], cell) + cell)
    .join("");

const isDigit = (character: string | undefined): boolean => /^\p{Nd}$/u.test(character ?? "");
const between = (before: string | undefined, cell: string): string => {
  if (before === undefined) return "";
  return isDigit(before.at(-1)) && isDigit(cell[0]) ? " | " : "\n";
};
