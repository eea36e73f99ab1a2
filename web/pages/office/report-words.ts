import type { Violation } from "../../../functions/report/report.table.ts";
import { reportCopy } from "../../copy/office-report.ts";
import type { Language } from "../../view.ts";
import type { ReportForm } from "./report-tables.tsx";

export const rowName = (form: ReportForm, row: number | undefined, lang: Language): string => {
  const found = form.rows.find(({ number }) => number === row);
  const ofBlock = form.rows.filter(
    ({ block }) => block !== undefined && block.effect === found?.block?.effect,
  );
  const block = found?.block && ofBlock.length > 1 ? `${found.block.label[lang]} ` : "";
  return `${block}${found?.label[lang] ?? ""}`;
};
export const columnName = (form: ReportForm, column: string | undefined, lang: Language): string =>
  form.columnLabels[column ?? ""]?.[lang] ?? "";

/** Which identity does not hold, in words. */
export function violationWords(violation: Violation, form: ReportForm, lang: Language): string {
  const { checks } = reportCopy(lang);
  const { identity, left, right } = violation;
  const column = columnName(form, violation.column, lang);
  const row = rowName(form, violation.row, lang);
  if (identity === "whole_number") return checks.whole_number(`${row} ${column}`);
  return checks[identity](identity === "sum_of_columns" ? row : column, left, right);
}
