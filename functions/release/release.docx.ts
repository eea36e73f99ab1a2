/** What is hidden in a DOCX or XLSX (ECMA-376). Pure. */

import type { Parts } from "../attachment/attachment.xml.ts";
import { countOf, namesLike, textIn, textOfPart } from "../attachment/attachment.xml.ts";
import type { Finding, FindingCode } from "./release.ts";

const found = (code: FindingCode, count: number, where?: string): readonly Finding[] =>
  count === 0 ? [] : [{ code, count, ...(where === undefined ? {} : { where }) }];

/** The parts in which a reader of the document finds text. */
export const WORD_TEXT = /^word\/(?:document\d?|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
/** A change to text or its look that still waits to be accepted. */
export const CHANGES = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"] as const;
export const LOOKS = ["rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"];
const HIDDEN = /<w:(?:vanish|webHidden|specVanish)(?:\s*\/>|\s+w:val="(?:1|true|on)"\s*\/>)/g;

export function docxFindings(parts: Parts): readonly Finding[] {
  const texts = namesLike(parts, WORD_TEXT).map((name) => textOfPart(parts, name));
  const sum = (count: (xml: string) => number) => texts.reduce((all, xml) => all + count(xml), 0);
  const comments = namesLike(parts, /^word\/comments\w*\.xml$/).map((name) => textOfPart(parts, name));
  return [
    ...found(
      "comments",
      comments.reduce((all, xml) => all + countOf(xml, "comment"), 0),
    ),
    ...found(
      "tracked_changes",
      sum((xml) => countOf(xml, ...CHANGES, ...LOOKS)),
    ),
    ...found(
      "hidden_text",
      sum((xml) => (xml.match(HIDDEN) ?? []).length),
    ),
    ...sharedFindings(parts),
  ];
}

const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;

export function xlsxFindings(parts: Parts): readonly Finding[] {
  const workbook = textOfPart(parts, "xl/workbook.xml");
  const hidden = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].filter(([tag]) =>
    /\bstate="(?:hidden|veryHidden)"/.test(tag),
  );
  const names = hidden.map(([tag]) => /\bname="([^"]*)"/.exec(tag)?.[1] ?? "").join("、");
  const sheets = namesLike(parts, SHEET).map((name) => textOfPart(parts, name));
  const rows = sheets.reduce(
    (all, xml) => all + (xml.match(/<(?:\w+:)?(?:row|col)\b[^>]*\bhidden="(?:1|true)"/g) ?? []).length,
    0,
  );
  const comments = namesLike(parts, /^xl\/(?:comments\d*|threadedComments\/\w+)\.xml$/).map((name) =>
    textOfPart(parts, name),
  );
  return [
    ...found("hidden_sheets", hidden.length, names === "" ? undefined : names),
    ...found("hidden_rows", rows),
    ...found(
      "comments",
      comments.reduce((all, xml) => all + countOf(xml, "comment", "threadedComment"), 0),
    ),
    ...found("tracked_changes", namesLike(parts, /^xl\/revisions\//).length),
    ...found("pivot_cache", namesLike(parts, /^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/).length),
    ...found("external", namesLike(parts, /^xl\/(?:externalLinks\/\w+\.xml|connections\.xml)$/).length),
    ...sharedFindings(parts),
  ];
}

/** Objects of other programs, with all that those show nowhere. */
const EMBEDDED = /(?:^|\/)(?:embeddings|activeX)\//i;
const EXTERNAL = /<Relationship\b[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi;
const HYPERLINK = /\bType\s*=\s*["'][^"']*\/hyperlink["']/i;

function sharedFindings(parts: Parts): readonly Finding[] {
  const external = namesLike(parts, /^word\/_rels\/.*\.rels$/)
    .flatMap((name) => [...textOfPart(parts, name).matchAll(EXTERNAL)])
    .filter(([relation]) => !HYPERLINK.test(relation));
  return [
    ...found("embedded", namesLike(parts, EMBEDDED).filter((name) => !name.endsWith(".rels")).length),
    ...found("external", external.length),
    ...metadata(parts),
  ];
}

/** Who wrote it, where, under what name, and what an office program or its owner put in besides. */
export const PROPERTIES = [
  "creator",
  "lastModifiedBy",
  "title",
  "subject",
  "keywords",
  "description",
  "category",
];
const COMPANY = ["Company", "Manager", "HyperlinkBase"];

function metadata(parts: Parts): readonly Finding[] {
  const core = textOfPart(parts, "docProps/core.xml");
  const app = textOfPart(parts, "docProps/app.xml");
  const said = [
    ...PROPERTIES.filter((name) => textIn(core, name) !== ""),
    ...COMPANY.filter((name) => textIn(app, name) !== ""),
  ];
  const custom = countOf(textOfPart(parts, "docProps/custom.xml"), "property");
  const people = namesLike(
    parts,
    /^(?:docProps\/thumbnail\.\w+|word\/people\.xml|xl\/persons\/person\.xml)$/,
  );
  return found(
    "metadata",
    said.length + custom + people.length,
    said.length > 0 ? said.join("、") : undefined,
  );
}
