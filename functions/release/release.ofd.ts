/** What is hidden in an OFD (GB/T 33190-2016): who made it, what is attached, notes on its pages. Pure. */

import type { Parts } from "../attachment/attachment.xml.ts";
import { countOf, namesLike, textIn, textOfPart } from "../attachment/attachment.xml.ts";
import type { Finding } from "./release.ts";

const PROPERTIES = ["Author", "Title", "Subject", "Abstract", "Creator", "Keyword"];

export function ofdFindings(parts: Parts): readonly Finding[] {
  const about = textOfPart(parts, "OFD.xml");
  const said = PROPERTIES.filter((name) => textIn(about, name) !== "");
  const custom = countOf(about, "CustomData");
  const sum = (pattern: RegExp, element: string) =>
    namesLike(parts, pattern).reduce((all, name) => all + countOf(textOfPart(parts, name), element), 0);
  const attached = sum(/Attachments?\.xml$/i, "Attachment");
  const notes = sum(/Annot(?:ation)?s?[^/]*\.xml$/i, "Annot");
  return [
    ...(said.length + custom === 0
      ? []
      : [{ code: "metadata" as const, count: said.length + custom, where: said.join("、") }]),
    ...(attached === 0 ? [] : [{ code: "attachments" as const, count: attached }]),
    ...(notes === 0 ? [] : [{ code: "annotations" as const, count: notes }]),
  ];
}
