import type { ReportLine, ReportResult } from "../../../../functions/old/old.report.ts";
import { oldCopy } from "../../../copy/old.ts";
import { oldPaths } from "../../../paths.old.ts";
import type { Language } from "../../../view.ts";
import type { ImportPortion } from "../import-report.tsx";
import { ImportReport } from "../import-report.tsx";
import { placesOf } from "./line.ts";

export interface OldReportProps extends ImportPortion<ReportResult, ReportLine> {
  id: string;
  lang: Language;
}

/** Why rows were refused or put right, in words. */
export function OldReport({ id, lang, lines, ...portion }: OldReportProps) {
  const { file, results, reasons } = oldCopy(lang);
  return (
    <ImportReport
      {...portion}
      lang={lang}
      kinds={["rejected", "repaired"]}
      names={results}
      item={file.item}
      lines={lines.map((line) => ({
        row: line.row,
        item: <span class="number">{line.number === "" ? "—" : line.number}</span>,
        result: { text: results[line.result], colour: line.result === "rejected" ? "red" : "grey" },
        reason: reasons[line.reason],
        places: placesOf(line, lang).join(lang === "zh" ? "、" : ", "),
      }))}
      hrefOf={(query) => oldPaths.one(id, query)}
      download={oldPaths.report(id)}
    />
  );
}
