import type { ReportLine } from "../../../../functions/old/old.report.ts";
import { importCopy } from "../../../copy/office-import.ts";
import { oldCopy } from "../../../copy/old.ts";
import type { Language } from "../../../view.ts";

/** Which columns of the row are meant, or which earlier row. */
export function placesOf({ fields, earlierRow }: ReportLine, lang: Language): readonly string[] {
  const { columns } = oldCopy(lang);
  if (earlierRow !== undefined) return [importCopy(lang).earlier(String(earlierRow))];
  return fields.map((field) => columns[field]);
}

/** A line as the cells of the report that is kept as a table. */
export function cellsOf(line: ReportLine, lang: Language): readonly string[] {
  const { results, reasons } = oldCopy(lang);
  const { row, number, result, reason } = line;
  const places = placesOf(line, lang).join(lang === "zh" ? "；" : "; ");
  return [String(row), number, results[result], reason, places, reasons[reason]];
}
