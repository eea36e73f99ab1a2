import type { ImportCopy } from "../office-import.ts";

export const imports: ImportCopy = {
  title: "Row by row",
  download: "Download all of it (CSV)",
  label: "One kind only",
  all: "All",
  count: (name, count) => `${name} (${count})`,
  caption: (name) => `Row by row: ${name}`,
  none: { title: "Nothing to say", text: "Every row can be imported as it stands." },
  columns: { row: "Row", result: "Result", words: "Why" },
  earlier: (row) => `row ${row}`,
  previous: "Previous page",
  next: "Next page",
  /** While the rows are taken in. */
  run: { title: "Importing", progress: (done, all) => `${done} of ${all} rows done`, button: "Go on" },
};
