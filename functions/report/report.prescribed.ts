/** The prescribed form as the pages take it: they know no rows, columns and words of their own. */
import { disputes, results } from "./report.form.ts";
import { columnLabels, reportColumns, reportRows } from "./report.row.ts";
import { chapterTitles, disputeWords, resultWords, suits, threeWords, twoBlocks } from "./report.words.ts";

export const formOf = () => ({
  rows: reportRows,
  columns: reportColumns,
  columnLabels,
  three: threeWords,
  chapters: chapterTitles,
  twoBlocks,
  disputes,
  disputeWords,
  suits,
  results,
  resultWords,
});
