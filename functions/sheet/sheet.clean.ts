/**
 * What a text of another system becomes before it is believed: entities decoded, tags taken out, characters that
 * nobody sees removed, white space made plain, and the ways of writing "nothing" made nothing (§2.4 of the field
 * survey). Cleaning what is clean changes nothing.
 */
import { decodeHTMLStrict } from "entities";

export const cleanReasons = ["entities", "tags", "control", "lines", "whitespace", "placeholder"] as const;
export type CleanReason = (typeof cleanReasons)[number];

/** `text` is undefined where nothing is left. `tooDeep` means that three rounds did not bring the text to an end. */
export interface Cleaned {
  readonly text: string | undefined;
  readonly reasons: readonly CleanReason[];
  readonly tooDeep: boolean;
}

/** A `line` is a name or an address; a `text` keeps its lines. */
export type TextShape = "line" | "text";

const MOST_ROUNDS = 3;

/** Cleans one text. Never throws. */
export function clean(written: string, shape: TextShape): Cleaned {
  const reasons = new Set<CleanReason>();
  const bare = withoutMarkup(written, reasons);
  if (bare === undefined) return { text: undefined, reasons: [...reasons], tooDeep: true };
  const broken = shape === "text" ? withLines(bare) : bare;
  if (broken !== bare) reasons.add("lines");
  const plain = shape === "text" ? plainText(broken) : plainLine(broken);
  // Where tags were, white space is put right without a word.
  if (plain !== broken && !reasons.has("tags")) reasons.add("whitespace");
  if (!isPlaceholder(plain))
    return { text: plain === "" ? undefined : plain, reasons: [...reasons], tooDeep: false };
  return { text: undefined, reasons: [...reasons, "placeholder"], tooDeep: false };
}

/** Markup hides in entities and entities in markup, so both are taken out until nothing changes any more. */
function withoutMarkup(written: string, reasons: Set<CleanReason>): string | undefined {
  let text = withoutControl(written);
  if (text !== written) reasons.add("control");
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    // Only what ends in a semicolon: `?a=1&copy=2` in an address is no copyright sign.
    const decoded = text.includes("&") ? decodeHTMLStrict(text) : text;
    const bare = withoutControl(decoded.includes("<") ? withoutTags(decoded) : decoded);
    if (bare === text) return text;
    if (round === MOST_ROUNDS) break;
    reasons.add(decoded === text ? "tags" : "entities");
    if (decoded !== text && bare !== decoded) reasons.add("tags");
    text = bare;
  }
  return undefined;
}

/** Everything that HTML has a name for; `<广东省…办法>` in a title is none, and stays. */
const elements = new Set(
  `a abbr acronym address area article aside b base basefont bdi bdo big blockquote body br button caption center
  cite code col colgroup dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form
  frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark
  menu meta nav nobr noscript object ol optgroup option p param picture pre q s samp script section select small
  source span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr tt u ul
  var video wbr xml`.split(/\s+/),
);
const blocks = new Set(
  `address article aside blockquote br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr li main nav ol p pre section table tbody tfoot thead tr ul`.split(/\s+/),
);

const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|head|title)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)|<[!?][^<>]*>/gi;
/** Neither part may run over the next `<`, so that the search stays linear whatever is written. */
const TAG = /<\/?([a-z][a-z0-9]*(?::[a-z][a-z0-9]*)?)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/gi;

const withoutTags = (text: string): string =>
  text.replace(UNSEEN, "").replace(TAG, (tag, name: string) => {
    const element = name.toLowerCase();
    if (!element.includes(":") && !elements.has(element)) return tag;
    if (blocks.has(element)) return "\n";
    return element === "td" || element === "th" ? " " : "";
  });

/** Control characters but tab and line feed, marks without width or direction, halves of pairs, lost characters. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const withoutControl = (text: string): string => text.replace(/\u0085/g, "\n").replace(CONTROL, "");

/** Some exports write two or more spaces where a list had a new line: `条件：   1、…   2、…`. */
const LOST_LINE =
  /(?<=\S)[^\S\n]{2,}(?=(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[、)）]|[.．](?!\d))|[①-⑳]))/g;
const withLines = (text: string): string => text.replace(LOST_LINE, "\n");

const plainLine = (text: string): string => text.replace(/\s+/g, " ").trim();
const plainText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .split("\n")
    .map(plainLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const EMPTY =
  /^(?:无|暂无|无内容|暂无(?:数据|信息|内容)|未填写|null|undefined|none|n\/a|nil|\(null\)|[-—–_/\\.。·*]+)[。.；;，,]*$/i;

/** Whether a text is one of the ways to write "nothing". */
export const isPlaceholder = (text: string): boolean => EMPTY.test(text);

const ERROR_PAGE =
  /(?:<|&(?:amp;)*lt;)(?:!doctype\s+html|html(?:[\s>]|&))|<title>\s*(?:[45]\d\d|error|出错)|\b(?:50[0-4]|40[0-4]) (?:bad gateway|not found|service|internal|forbidden|gateway)/i;

/** Whether a text is a page of a web server that was saved where data should be. */
export const isErrorPage = (text: string): boolean => ERROR_PAGE.test(text);
