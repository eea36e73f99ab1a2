/** Guides going out, each in the shape in which it can come back: JSON lines, a table, the shape of Guangdong. */
import { csvLine, csvStart } from "../sheet/sheet.text.ts";
import { guangdongOf } from "./guide.export.guangdong.ts";
import { guideContext } from "./guide.jsonld.context.ts";
import { guideNode } from "./guide.jsonld.ts";
import { tableHeadings, tableRow } from "./guide.table.ts";
import type { Guide } from "./guide.ts";

export const exportFormats = ["jsonl", "csv", "jsonld", "guangdong"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const isExportFormat = (text: string): text is ExportFormat =>
  exportFormats.some((each) => each === text);

/** The guides as the text of a file, piece by piece. `addressOf` gives the public address of a guide by its code. */
export async function* exportText(
  guides: AsyncIterable<Guide>,
  format: ExportFormat,
  addressOf: (code: string) => string,
): AsyncGenerator<string> {
  if (format === "csv") yield csvStart(tableHeadings);
  if (format === "jsonld") yield `{"@context":${JSON.stringify(guideContext)},"@graph":[`;
  let between = "\n";
  for await (const guide of guides) {
    if (format === "csv") yield csvLine(tableRow(guide));
    else if (format === "guangdong") yield `${JSON.stringify(guangdongOf(guide))}\n`;
    else if (format === "jsonl") yield `${JSON.stringify(guide)}\n`;
    else yield `${between}${JSON.stringify(guideNode(guide, addressOf))}`;
    between = ",\n";
  }
  if (format === "jsonld") yield "\n]}\n";
}
