import type { ImportRun } from "../../../../functions/guide/guide.import.record.ts";
import type { ReportLine, ReportResult } from "../../../../functions/guide/guide.import.report.ts";
import { Table } from "../../../components/table.tsx";
import type { TagColour } from "../../../components/tag.tsx";
import { guideImportCopy } from "../../../copy/guide-import.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { importCopy } from "../../../copy/office-import.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import type { ImportPortion } from "../import-report.tsx";
import { ImportReport } from "../import-report.tsx";

export interface GuideReportProps extends ImportPortion<ReportResult, ReportLine> {
  id: string;
  lang: Language;
}

const colours: Readonly<Record<ReportResult, TagColour>> = {
  rejected: "red",
  incomplete: "yellow",
  repaired: "grey",
};

/** Why rows were refused, changed or are not complete yet, in words. */
export function GuideReport({ id, lang, lines, ...portion }: GuideReportProps) {
  const { file, results } = guideImportCopy(lang);
  return (
    <ImportReport
      {...portion}
      lang={lang}
      kinds={["rejected", "incomplete", "repaired"]}
      names={results}
      item={file.item}
      lines={lines.map((line) => ({
        row: line.row,
        item: <Item name={line.name} code={line.code} />,
        result: { text: results[line.result], colour: colours[line.result] },
        reason: reasonWords(line, lang),
        places: fieldWords(line, lang),
      }))}
      hrefOf={(query) => paths.officeGuideImport(id, query)}
      download={paths.officeGuideImportReport(id)}
    />
  );
}

export function reasonWords(
  { result, reason }: Pick<ReportLine, "result" | "reason">,
  lang: Language,
): string {
  const { reasons, incomplete } = guideImportCopy(lang);
  if (result === "incomplete") return guideDeskCopy(lang).fields.findings[reason] ?? incomplete;
  return reasons[reason] ?? reason;
}

/** What is missing goes by the names of the form, what was changed by those of the file. */
function fieldWords({ result, reason, fields }: ReportLine, lang: Language): string {
  const { labels } = guideDeskCopy(lang).fields;
  const known: Readonly<Record<string, string>> = labels;
  if (reason === "duplicate") return fields.map(importCopy(lang).earlier).join("");
  const named =
    result === "incomplete" ? fields.map((field) => known[field.split(".")[0] ?? ""] ?? field) : fields;
  return [...new Set(named)].join("、");
}

function Item({ name, code }: { name: string; code: string }) {
  return (
    <span>
      {name === "" ? "—" : name}
      {code === "" ? null : <span class="queue__reference number">{code}</span>}
    </span>
  );
}

/** What the guides themselves did not take. */
export function RefusedRows({ refused, lang }: { refused: ImportRun["refused"]; lang: Language }) {
  const { refused: words, item } = guideImportCopy(lang).file;
  const { columns } = importCopy(lang);
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <Table
        cards
        class="queue"
        caption={<span class="govuk-visually-hidden">{words.caption}</span>}
        head={[{ content: columns.row, numeric: true }, { content: item }, { content: columns.words }]}
        rows={refused.map(({ row, code, reason }) => [
          { content: row, label: columns.row, numeric: true },
          { content: <span class="number">{code}</span>, label: item },
          { content: reasonWords({ result: "rejected", reason }, lang), label: columns.words },
        ])}
      />
    </section>
  );
}
