import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { ReportLine } from "../../../functions/guide/guide.import.report.ts";
import { csvRowsText, csvStart } from "../../../functions/sheet/sheet.text.ts";
import { guideImportCopy } from "../../../web/copy/guide-import.ts";
import { guideDeskCopy } from "../../../web/copy/office-guide.ts";
import { StartFailure, systemCode } from "../failure.ts";

export interface Report {
  add(lines: readonly ReportLine[]): Promise<void>;
  end(): Promise<void>;
}

const words = guideImportCopy("zh");

const { findings } = guideDeskCopy("zh").fields;

const wordsOf = ({ result, reason }: ReportLine): string =>
  result === "incomplete" ? (findings[reason] ?? words.incomplete) : (words.reasons[reason] ?? "");

const cellsOf = (line: ReportLine): readonly string[] => [
  String(line.row),
  line.code,
  line.name,
  words.results[line.result],
  line.reason,
  line.fields.join("；"),
  wordsOf(line),
];

/** A report beside the import: a table when the file is called .csv, otherwise JSON lines; none without a name. */
export function openReport(file: string | undefined): Report {
  if (file === undefined) return { add: async () => undefined, end: async () => undefined };
  const isTable = file.toLowerCase().endsWith(".csv");
  const stream = createWriteStream(file);
  let failure: StartFailure | undefined;
  stream.on("error", (error) => {
    failure = new StartFailure(
      `The report ${file} cannot be written (${systemCode(error) ?? "unknown error"}).`,
    );
  });
  if (isTable) stream.write(csvStart(Object.values(words.report)));
  return {
    async add(lines) {
      if (failure !== undefined) throw failure;
      if (lines.length === 0) return;
      const text = isTable
        ? csvRowsText(lines.map(cellsOf))
        : lines.map((line) => `${JSON.stringify({ ...line, words: wordsOf(line) })}\n`).join("");
      if (!stream.write(text))
        await Promise.race([once(stream, "drain"), once(stream, "error").catch(() => [])]);
    },
    async end() {
      if (stream.destroyed) return;
      stream.end();
      await Promise.race([once(stream, "close"), once(stream, "error").catch(() => [])]);
    },
  };
}
