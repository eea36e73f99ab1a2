/** A DOCX or XLSX without what is hidden in it: what it shows stays as it is. */
import type { Document, Element, Node } from "@xmldom/xmldom";
import type { Parts } from "../attachment/attachment.xml.ts";
import { namesLike, textOfPart } from "../attachment/attachment.xml.ts";
import { LOOKS, PROPERTIES, WORD_TEXT } from "./release.docx.ts";

type Dom = typeof import("./release.dom.ts");
type Changed = Record<string, Uint8Array>;

const encoder = new TextEncoder();

/** Whole parts that say only what is not to be said; what refers to them is taken out with them. */
const dropped: Readonly<Record<"docx" | "xlsx", RegExp>> = {
  docx: /^(?:docProps\/(?:custom\.xml|thumbnail\.\w+)|word\/(?:comments\w*|people)\.xml)$/,
  xlsx: /^(?:docProps\/(?:custom\.xml|thumbnail\.\w+)|xl\/(?:comments\d*\.xml|threadedComments\/.*|persons\/.*|pivotCache\/.*|pivotTables\/.*|drawings\/vmlDrawing\d*\.vml))$/,
};

/** Elements that lead to parts that are gone. */
const GONE_IN_SHEET = /<(?:\w+:)?(?:legacyDrawing|pivotTableDefinition)\b[^>]*\/>/g;
const GONE_IN_BOOK = /<(?:\w+:)?pivotCaches\b[\s\S]*?<\/(?:\w+:)?pivotCaches>/g;

export async function cleanedOffice(kind: "docx" | "xlsx", parts: Parts): Promise<Parts> {
  const dom = await import("./release.dom.ts");
  const kept = Object.fromEntries(Object.entries(parts).filter(([name]) => !dropped[kind].test(name)));
  const gone = Object.keys(parts).filter((name) => !(name in kept));
  const changed: Changed = { ...kept };
  forgetProperties(changed);
  if (kind === "docx") for (const name of namesLike(kept, WORD_TEXT)) settleText(dom, changed, name);
  else forgetSheetParts(changed);
  for (const name of namesLike(kept, /\.rels$/)) forgetRelations(changed, name, gone);
  forgetTypes(changed, gone);
  return changed;
}

const replacePart = (parts: Changed, name: string, change: (xml: string) => string): void => {
  if (parts[name] !== undefined) parts[name] = encoder.encode(change(textOfPart(parts, name)));
};

const emptied = (xml: string, names: readonly string[]): string =>
  xml.replace(
    new RegExp(`(<((?:[\\w-]+:)?(?:${names.join("|")}))(?:\\s[^>]*)?>)[^<]*(</\\2>)`, "g"),
    (_all, begin: string, _name: string, end: string) => begin + end,
  );

function forgetProperties(parts: Changed): void {
  replacePart(parts, "docProps/core.xml", (xml) => emptied(xml, PROPERTIES));
  replacePart(parts, "docProps/app.xml", (xml) => emptied(xml, ["Company", "Manager", "HyperlinkBase"]));
}

function forgetSheetParts(parts: Changed): void {
  for (const name of namesLike(parts, /^xl\/worksheets\/sheet\d+\.xml$/))
    replacePart(parts, name, (xml) => xml.replace(GONE_IN_SHEET, ""));
  replacePart(parts, "xl/workbook.xml", (xml) => xml.replace(GONE_IN_BOOK, ""));
}

const EXTERNAL = /\bTargetMode\s*=\s*["']External["']/i;
const HYPERLINK = /\bType\s*=\s*["'][^"']*\/hyperlink["']/i;

/** Relations to parts that are gone, and those that would load something from elsewhere. */
function forgetRelations(parts: Changed, name: string, gone: readonly string[]): void {
  const folder = name.replace(/_rels\/[^/]*$/, "");
  const leadsNowhere = (relation: string): boolean => {
    const target = /\bTarget\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? "";
    if (EXTERNAL.test(relation)) return !HYPERLINK.test(relation);
    return gone.includes(resolved(folder, target));
  };
  replacePart(parts, name, (xml) =>
    xml.replace(/<Relationship\b[^>]*?(?:\/>|>\s*<\/Relationship>)/g, (relation) =>
      leadsNowhere(relation) ? "" : relation,
    ),
  );
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

const forgetTypes = (parts: Changed, gone: readonly string[]): void =>
  replacePart(parts, "[Content_Types].xml", (xml) =>
    xml.replace(
      /<Override\b[^>]*\bPartName\s*=\s*["']\/([^"']*)["'][^>]*?(?:\/>|>\s*<\/Override>)/g,
      (type, name) => (gone.includes(String(name)) ? "" : type),
    ),
  );

/** Deleted words go, inserted ones stay; hidden runs, notes to comments and the history of looks go. */
function settleText({ DOMParser, XMLSerializer }: Dom, parts: Changed, name: string): void {
  const document = new DOMParser().parseFromString(textOfPart(parts, name), "text/xml");
  removeRows(document);
  // Within the properties of a paragraph or a run it is a mark without words.
  for (const mark of ["w:ins", "w:del", "w:moveFrom", "w:moveTo"])
    for (const each of all(document, mark)) if (isMark(each)) remove(each);
  for (const each of [...all(document, "w:del"), ...all(document, "w:moveFrom")]) remove(each);
  for (const each of [...all(document, "w:ins"), ...all(document, "w:moveTo")]) unwrap(each);
  for (const look of [...LOOKS.map((each) => `w:${each}`), ...RANGES])
    for (const each of all(document, look)) remove(each);
  for (const hidden of ["w:vanish", "w:webHidden", "w:specVanish"])
    for (const each of all(document, hidden)) removeHidden(each);
  parts[name] = encoder.encode(new XMLSerializer().serializeToString(document));
}

const RANGES = [
  "w:commentRangeStart",
  "w:commentRangeEnd",
  "w:commentReference",
  "w:moveFromRangeStart",
  "w:moveFromRangeEnd",
  "w:moveToRangeStart",
  "w:moveToRangeEnd",
  "w:cellIns",
  "w:cellDel",
];

const all = (document: Document, name: string): readonly Element[] =>
  Array.from(document.getElementsByTagName(name));
const remove = (node: Node): void => void node.parentNode?.removeChild(node);
const isMark = ({ parentNode }: Element): boolean =>
  ["w:rPr", "w:trPr", "w:numPr"].includes(parentNode?.nodeName ?? "");

/** A row that was deleted goes with all that stands in it. */
function removeRows(document: Document): void {
  for (const mark of all(document, "w:del"))
    if (mark.parentNode?.nodeName === "w:trPr" && mark.parentNode.parentNode !== null)
      remove(mark.parentNode.parentNode);
}

function unwrap(element: Element): void {
  const { parentNode } = element;
  while (element.firstChild !== null) parentNode?.insertBefore(element.firstChild, element);
  remove(element);
}

/** A run that is hidden goes; of a paragraph mark or a style only the word that hides it. */
function removeHidden(mark: Element): void {
  const value = mark.getAttribute("w:val");
  if (value !== null && value !== "" && !["1", "true", "on"].includes(value)) return;
  const run = mark.parentNode?.parentNode;
  remove(run?.nodeName === "w:r" ? run : mark);
}
